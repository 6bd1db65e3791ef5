import { DateTime } from "luxon";
import { BillingTabs } from "@/components/billing/billing-tabs";
import { BalanceTable } from "@/components/billing/statements/balance-table";
import { BalanceTotals } from "@/components/billing/statements/balance-totals";
import { StatementTabs } from "@/components/billing/statements/statement-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { dueReminders } from "@/lib/billing/reminders/due-reminders";
import { reminderLevels } from "@/lib/billing/reminders/reminder-rules";
import { listBalances } from "@/lib/billing/statements/list-balances";
import {
  type BalanceFilter,
  type BalanceKey,
  balanceFilterSchema,
  balanceKeyText,
} from "@/lib/billing/statements/list-filter";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Statements" };

export default async function StatementsPage({ searchParams }: PageProps<"/invoices/statements">) {
  const actor = await pageActor("statements.send");
  const filter = balanceFilterSchema.parse(await searchParams);
  const today = labToday(actor.lab.timeZone);
  const day = filter.day && filter.day < today ? filter.day : today;
  const { page, due } = await asActor(actor, async (tx) => ({
    due: (await dueReminders(tx, await reminderLevels(tx), today)).length,
    page: await listBalances(tx, filter, day),
  }));
  const filtered = filter.q !== "" || filter.show !== null;
  return (
    <>
      <LiveRefresh topics={["statements", "invoices"]} />
      <PageHeader
        title="Statements"
        subtitle="What each practice owes, and for how long"
        tabs={<BillingTabs actor={actor} current="statements" />}
      />
      <StatementTabs current="balances" due={due} />
      <BalanceTable
        rows={page.balances}
        today={today}
        day={day}
        from={DateTime.fromISO(day).startOf("month").toISODate() as string}
        totals={<BalanceTotals sums={page.sums} />}
        empty={
          <EmptyState
            title={filtered ? "No account matches" : "Nothing is owed"}
            hint={filtered ? "Try other words or another choice." : "Accounts with something open show here."}
          />
        }
        pager={
          <Pager
            {...links(filter, page)}
            newerLabel="Back"
            olderLabel="On"
            summary={`${page.balances.length} on this page`}
          />
        }
      />
    </>
  );
}

/** Addresses of the pages beside this one, with the filter kept. */
function links(
  { q, show, sort, day }: BalanceFilter,
  { newer, older }: { newer: BalanceKey | null; older: BalanceKey | null },
) {
  const at = (direction: "after" | "before", key: BalanceKey | null) => {
    if (!key) return undefined;
    const kept = { q, show: show ?? "", sort: sort === "overdue" ? "" : sort, day: day ?? "" };
    const params = new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== ""));
    params.set(direction, balanceKeyText(key));
    return `/invoices/statements?${params}`;
  };
  return { newerHref: at("before", newer), olderHref: at("after", older) };
}
