import { LevelsForm } from "@/components/settings/reminders/levels-form";
import { MonthlyForm } from "@/components/settings/reminders/monthly-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Panel } from "@/components/ui/card";
import { pageActor } from "@/lib/access/current";
import { PLACEHOLDERS } from "@/lib/billing/reminders/levels";
import { reminderLevels } from "@/lib/billing/reminders/reminder-rules";
import { statementRules } from "@/lib/billing/statements/rules";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Reminders" };

export default async function ReminderSettingsPage() {
  const actor = await pageActor("billing.manage");
  const { levels, rules } = await asActor(actor, async (tx) => ({
    levels: await reminderLevels(tx),
    rules: await statementRules(tx),
  }));
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/reminders"
        title="Reminders"
        subtitle="When practices are reminded of what is overdue, and in which words"
      />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <LevelsForm levels={levels} />
        <div className="flex flex-col gap-4">
          <MonthlyForm rules={rules} />
          <Panel title="Placeholders">
            <dl className="flex flex-col gap-1.5 text-sm">
              {Object.entries(PLACEHOLDERS).map(([name, words]) => (
                <div key={name} className="flex flex-wrap gap-x-2">
                  <dt className="font-mono text-xs">{`{${name}}`}</dt>
                  <dd className="text-muted">{words}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        </div>
      </div>
    </>
  );
}
