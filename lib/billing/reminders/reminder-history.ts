import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A reminder that was sent of one invoice. Days are the lab's, the balance (of then) a decimal string in `currency`. */
export type SentReminder = {
  id: string;
  invoiceId: string;
  number: string;
  level: number;
  onDay: string;
  daysOverdue: number;
  currency: string;
  balance: string;
  mailedTo: string;
  /** Null for one that the lab's morning sent by itself. */
  sentBy: string | null;
  /** "waiting" for the post, "mailed", or "withdrawn" since it was settled, or reminding of it rested, before it went. */
  state: "waiting" | "mailed" | "withdrawn";
};
/** What became of a reminder, as a person reads it. */
export const REMINDER_STATE_WORDS: Record<SentReminder["state"], string> = {
  waiting: "on its way",
  mailed: "mailed",
  withdrawn: "withdrawn: settled or paused before it went",
};

/** Reminding that rests: of an invoice, or of the whole practice. */
export type Pause = {
  id: string;
  invoiceId: string | null;
  number: string | null;
  reason: string;
  until: string | null;
  pausedBy: string;
  pausedAt: Date;
};

/** The latest 50 reminders of a practice, or of one of its invoices, the newest first. */
export function sentReminders(tx: Transaction, practiceId: string, invoiceId?: string): Promise<SentReminder[]> {
  return tx.rows<SentReminder>(sql`
    SELECT r.id, r.invoice_id AS "invoiceId", i.number, r.level, r.on_day AS "onDay", r.days_overdue AS "daysOverdue", i.currency, r.balance,
      l.mailed_to AS "mailedTo", u.name AS "sentBy",
      CASE WHEN r.left_out THEN 'withdrawn' WHEN l.mailed_at IS NULL THEN 'waiting' ELSE 'mailed' END AS state
    FROM reminder_letters l JOIN reminders r ON r.lab_id = l.lab_id AND r.letter_id = l.id
    JOIN invoices i ON i.lab_id = r.lab_id AND i.id = r.invoice_id LEFT JOIN users u ON u.id = l.sent_by_id
    WHERE l.practice_id = ${practiceId} ${invoiceId ? sql`AND r.invoice_id = ${invoiceId}` : emptySql}
    ORDER BY r.on_day DESC, r.level DESC, i.number LIMIT 50`);
}

/** What of a practice's reminders rests on `day` (the lab's): the practice itself first. */
export function runningPauses(tx: Transaction, practiceId: string, day: string): Promise<Pause[]> {
  return tx.rows<Pause>(sql`
    SELECT p.id, p.invoice_id AS "invoiceId", i.number, p.reason, p.until, u.name AS "pausedBy", p.created_at AS "pausedAt"
    FROM reminder_pauses p LEFT JOIN invoices i ON i.lab_id = p.lab_id AND i.id = p.invoice_id JOIN users u ON u.id = p.paused_by_id
    WHERE p.practice_id = ${practiceId} AND p.ended_at IS NULL AND (p.until IS NULL OR p.until >= ${day}::date)
    ORDER BY p.invoice_id NULLS FIRST, p.created_at`);
}
