import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ReminderLevel } from "./levels";
import { nextLevel } from "./next-level";

/** An invoice to be reminded of on a day, at a level from 1. Amounts are decimal strings in `currency`, days `YYYY-MM-DD` of the lab. */
export type DueInvoice = {
  id: string;
  number: string;
  dueOn: string;
  daysOverdue: number;
  currency: string;
  balance: string;
  level: number;
};
/** A practice with what it is to be reminded of, in one letter at the highest level of its invoices. */
export type DuePractice = {
  practiceId: string;
  practice: string;
  /** Null: nothing can be mailed to it. */
  email: string | null;
  level: number;
  invoices: DueInvoice[];
};

type Row = Omit<DueInvoice, "level"> & {
  practiceId: string;
  practice: string;
  email: string | null;
  lastLevel: number | null;
  lastDaysAgo: number | null;
};

/**
 * What is due to be reminded on a day, practices without an address first, then by level and name. Paid, credited and paused invoices
 * are not among it, nor those of an archived practice. `only` narrows to one practice.
 */
export async function dueReminders(
  tx: Transaction,
  levels: readonly ReminderLevel[],
  day: string,
  only: string | null = null,
): Promise<DuePractice[]> {
  const soonest = levels[0]?.days ?? 1;
  const rows = await tx.rows<Row>(sql`
    SELECT i.id, i.number, i.due_on AS "dueOn", ${day}::date - i.due_on AS "daysOverdue", i.currency, i.balance, p.id AS "practiceId", p.name AS practice,
      p.email, r.level AS "lastLevel", ${day}::date - r.on_day AS "lastDaysAgo"
    FROM invoices i JOIN practices p ON p.lab_id = i.lab_id AND p.id = i.practice_id
    LEFT JOIN LATERAL (SELECT level, on_day FROM reminders r WHERE r.lab_id = i.lab_id AND r.invoice_id = i.id AND NOT r.left_out ORDER BY level DESC LIMIT 1) r ON true
    WHERE i.status IN ('sent', 'partly_paid', 'overdue') AND i.deleted_at IS NULL AND i.balance > 0 AND i.due_on <= ${day}::date - ${soonest}::int
      ${only ? sql`AND i.practice_id = ${only}::uuid` : emptySql}
      AND NOT EXISTS (SELECT FROM reminder_pauses x WHERE x.practice_id = i.practice_id AND (x.invoice_id IS NULL OR x.invoice_id = i.id)
        AND x.ended_at IS NULL AND (x.until IS NULL OR x.until >= ${day}::date))
    ORDER BY p.name, p.id, i.due_on, i.number`);
  const practices = new Map<string, DuePractice>();
  for (const { practiceId, practice, email, lastLevel, lastDaysAgo, ...invoice } of rows) {
    const last = lastLevel === null ? null : { level: lastLevel, daysAgo: lastDaysAgo ?? 0 };
    const level = nextLevel(levels, invoice.daysOverdue, last);
    if (level === null) continue;
    const due = practices.get(practiceId) ?? { practiceId, practice, email, level, invoices: [] };
    due.level = Math.max(due.level, level);
    due.invoices.push({ ...invoice, level });
    practices.set(practiceId, due);
  }
  return [...practices.values()].sort(
    (a, b) => Number(a.email !== null) - Number(b.email !== null) || b.level - a.level,
  );
}
