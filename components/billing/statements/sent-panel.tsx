import { FileDown } from "lucide-react";
import { REMINDER_STATE_WORDS, type SentReminder } from "@/lib/billing/reminders/reminder-history";
import type { SentStatement } from "@/lib/billing/statements/sent-statements";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";

/** The statements that were sent, each to be read again. */
export function SentStatementsPanel({ statements }: { statements: SentStatement[] }) {
  return (
    <Panel title="Statements sent" flush>
      {statements.length === 0 ? (
        <EmptyState title="None yet" />
      ) : (
        <ul className="divide-y text-sm">
          {statements.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <span className="min-w-0 flex-1">
                As of <DateTime iso={one.to} format="date" />: <Money amount={one.balance} currency={one.currency} />
                <span className="block text-xs text-muted">
                  <DateTime iso={one.sentAt.toISOString()} /> · {one.sentBy ?? "by itself"} ·{" "}
                  <span className="break-all">{one.mailedTo}</span>
                </span>
              </span>
              <LinkButton
                href={`/api/statements/${one.id}/pdf`}
                size="sm"
                icon={<FileDown />}
                prefetch={false}
                target="_blank"
                aria-label={`PDF of the statement as of ${one.to}`}
              >
                PDF
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The reminders that were sent, the newest first. */
export function SentRemindersPanel({ reminders }: { reminders: SentReminder[] }) {
  return (
    <Panel title="Reminders sent" flush>
      {reminders.length === 0 ? (
        <EmptyState title="None yet" />
      ) : (
        <ul className="divide-y text-sm">
          {reminders.map((one) => (
            <li key={one.id} className="px-3 py-2">
              <span className="tabular-nums">{one.number}</span>, level {one.level}, {one.daysOverdue} days overdue:{" "}
              <Money amount={one.balance} currency={one.currency} />
              <span className="block text-xs text-muted">
                <DateTime iso={one.onDay} format="date" /> · {one.sentBy ?? "by itself"} ·{" "}
                <span className="break-all">{one.mailedTo}</span> · {REMINDER_STATE_WORDS[one.state]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
