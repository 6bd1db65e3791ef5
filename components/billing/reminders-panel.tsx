import Link from "next/link";
import { REMINDER_STATE_WORDS, type SentReminder } from "@/lib/billing/reminders/reminder-history";
import { Panel } from "../ui/card";
import { Money } from "../ui/money";
import { DateTime } from "../ui/time";

type RemindersPanelProps = { reminders: SentReminder[]; accountPath: string };

/** The reminders that were sent of one invoice, the newest first, and the way to the account where they are paused; nothing without any. */
export function RemindersPanel({ reminders, accountPath }: RemindersPanelProps) {
  if (reminders.length === 0) return null;
  return (
    <Panel title="Reminders" aside={reminders.length}>
      <ul className="flex flex-col gap-2.5 text-sm">
        {reminders.map((one) => (
          <li key={one.id} className="flex justify-between gap-4">
            <span className="min-w-0">
              Level {one.level}, {one.daysOverdue === 1 ? "1 day" : `${one.daysOverdue} days`} overdue
              <span className="block text-xs break-words text-muted">
                <DateTime iso={one.onDay} format="date" /> · {one.sentBy ?? "by itself"} · {one.mailedTo} ·{" "}
                {REMINDER_STATE_WORDS[one.state]}
              </span>
            </span>
            <Money amount={one.balance} currency={one.currency} className="font-medium" />
          </li>
        ))}
      </ul>
      <Link href={accountPath} className="mt-3 inline-block text-sm text-accent-text hover:underline">
        Account, and pausing reminders
      </Link>
    </Panel>
  );
}
