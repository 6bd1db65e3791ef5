import { Settings2 } from "lucide-react";
import { BillingTabs } from "@/components/billing/billing-tabs";
import { ReminderTable } from "@/components/billing/statements/reminder-table";
import { StatementTabs } from "@/components/billing/statements/statement-tabs";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { sumOf } from "@/lib/billing/line-amounts";
import { type DuePractice, dueReminders } from "@/lib/billing/reminders/due-reminders";
import { reminderLevels } from "@/lib/billing/reminders/reminder-rules";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Reminders" };

/** So many are looked at at a time; those sent make room. */
const MOST = 200;

export default async function RemindersPage() {
  const actor = await pageActor("statements.send");
  const { levels, due } = await asActor(actor, async (tx) => {
    const levels = await reminderLevels(tx);
    return { levels, due: await dueReminders(tx, levels, labToday(actor.lab.timeZone)) };
  });
  return (
    <>
      <LiveRefresh topics={["statements", "invoices"]} />
      <PageHeader
        title="Reminders"
        subtitle={levels.map(({ days }, i) => `Level ${i + 1} after ${days} days`).join(" · ")}
        actions={
          may(actor, "billing.manage") && (
            <LinkButton href="/settings/reminders" icon={<Settings2 />}>
              Levels
            </LinkButton>
          )
        }
        tabs={<BillingTabs actor={actor} current="statements" />}
      />
      <StatementTabs current="reminders" due={due.length} />
      <ReminderTable
        rows={due.slice(0, MOST).map((practice) => ({
          ...practice,
          sums: sumsOf(practice),
          automatic: practice.invoices.every(({ level }) => levels[level - 1]?.automatic),
        }))}
      />
    </>
  );
}

function sumsOf({ invoices }: DuePractice) {
  const currencies = [...new Set(invoices.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    currency,
    amount: sumOf(invoices.filter((one) => one.currency === currency).map(({ balance }) => balance)),
  }));
}
