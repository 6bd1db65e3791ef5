import { notFound } from "@/lib/access/errors";
import { rawSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { fromHundredths, toHundredths } from "../hundredths";
import type { Ageing } from "./ageing";

export const ENTRY_KINDS = ["invoice", "cancellation", "credit_note", "payment", "refund"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A line of an account. `amount` raises the balance when positive (invoices, refunds); `balance` is what is owed after it. */
export type AccountEntry = {
  day: string;
  kind: EntryKind;
  /** Of the invoice, payment, credit note or refund. */
  id: string;
  number: string | null;
  /** The case, the invoice credited, the payer's reference, or why it went back. */
  detail: string | null;
  amount: string;
  balance: string;
};
/** An invoice with something owed on the account's last day. */
export type OpenInvoice = {
  id: string;
  number: string;
  issuedOn: string;
  dueOn: string;
  /** 0 when it is not past its due day. */
  daysOverdue: number;
  total: string;
  balance: string;
};
/**
 * A practice's account in one currency from one day of the lab to another, both included. Amounts are decimal strings. `closing` is what
 * the practice owes (negative: the lab owes it): open invoices less unallocated `credit`, and the opening balance plus the entries.
 */
export type Account = {
  practiceId: string;
  currency: string;
  from: string;
  to: string;
  opening: string;
  closing: string;
  credit: string;
  overdue: string;
  ageing: Ageing;
  open: OpenInvoice[];
  entries: AccountEntry[];
  /** Entries of the period that `most` left out, the earliest. */
  leftOut: number;
};
export type Period = { currency: string; from: string; to: string };

const NOTHING: Ageing = { notDue: "0.00", days30: "0.00", days60: "0.00", days90: "0.00", older: "0.00" };

/**
 * The account of a practice that the actor may see, as it stood on `period.to`. Of the entries the latest `most` are given. Whose account
 * it is, is not checked here: of a practice that is not the actor's to see it is empty.
 */
export async function readAccount(
  tx: Transaction,
  practiceId: string,
  { currency, from, to }: Period,
  most = 100_000,
): Promise<Account> {
  const entries = await entriesOf(tx, practiceId, { currency, from, to });
  const opening = await balanceBefore(tx, practiceId, { currency, from });
  const open = await tx.rows<OpenInvoice>(sql`
    SELECT id, number, issued_on AS "issuedOn", due_on AS "dueOn", greatest(${to}::date - due_on, 0) AS "daysOverdue", total, balance
    FROM open_invoices_on(${to}::date, ${practiceId}::uuid) WHERE currency = ${currency} ORDER BY due_on, number`);
  const figures = await tx.row<Ageing & { credit: string; overdue: string }>(sql`
    SELECT not_due AS "notDue", days_30 AS days30, days_60 AS days60, days_90 AS days90, older, credit, overdue
    FROM balances_on(${to}::date, ${practiceId}::uuid) WHERE currency = ${currency}`);
  const { credit, overdue, ...ageing } = figures ?? { ...NOTHING, credit: "0.00", overdue: "0.00" };
  const shown = entries.slice(Math.max(entries.length - most, 0));
  const closing = entries.at(-1)?.balance ?? opening;
  const account = { practiceId, currency, from, to, opening, closing, credit, overdue, ageing, open };
  return { ...account, entries: shown, leftOut: entries.length - shown.length };
}

/** Every document of an account with the day it counts from, under row-level security. */
const documents = (practiceId: string, currency: string) => sql`
  SELECT i.issued_on AS day, 1 AS rank, coalesce(i.sent_at, i.created_at) AS at, 'invoice' AS kind, i.id, i.number,
    coalesce(c.number, to_char(i.period_month, 'FMMonth YYYY')) AS detail, i.total AS amount
  FROM invoices i LEFT JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
  WHERE i.practice_id = ${practiceId} AND i.currency = ${currency} AND i.number IS NOT NULL AND i.status <> 'draft'
  UNION ALL SELECT (i.cancelled_at AT TIME ZONE l.time_zone)::date, 2, i.cancelled_at, 'cancellation', i.id, i.number, i.cancelled_reason, -i.total
  FROM invoices i JOIN labs l ON l.id = i.lab_id
  WHERE i.practice_id = ${practiceId} AND i.currency = ${currency} AND i.number IS NOT NULL AND i.cancelled_at IS NOT NULL
  UNION ALL SELECT n.issued_on, 3, n.created_at, 'credit_note', n.id, n.number, i.number, -n.total
  FROM credit_notes n JOIN invoices i ON i.lab_id = n.lab_id AND i.id = n.invoice_id
  WHERE n.practice_id = ${practiceId} AND n.currency = ${currency}
  UNION ALL SELECT received_on, 4, created_at, 'payment', id, NULL, reference, -amount
  FROM payments WHERE practice_id = ${practiceId} AND currency = ${currency}
  UNION ALL SELECT refunded_on, 5, created_at, 'refund', id, NULL, coalesce(reference, reason), amount
  FROM refunds WHERE practice_id = ${practiceId} AND currency = ${currency}`;

async function entriesOf(tx: Transaction, practiceId: string, { currency, from, to }: Period): Promise<AccountEntry[]> {
  return tx.rows<AccountEntry>(sql`
    SELECT day, kind, id, number, detail, amount, balance FROM (
      SELECT *, sum(amount) OVER (ORDER BY day, rank, at, id) AS balance FROM (${documents(practiceId, currency)}) d) e
    WHERE day BETWEEN ${from}::date AND ${to}::date ORDER BY day, rank, at, id`);
}

async function balanceBefore(
  tx: Transaction,
  practiceId: string,
  { currency, from }: Omit<Period, "to">,
): Promise<string> {
  const row = await tx.row<{ balance: string }>(sql`
    SELECT coalesce(sum(amount), 0.00) AS balance FROM (${documents(practiceId, currency)}) d WHERE day < ${from}::date`);
  return fromHundredths(toHundredths(row?.balance ?? "0"));
}

/** The currencies that a practice has documents in, the lab's own first; never none. */
export async function accountCurrencies(tx: Transaction, practiceId: string): Promise<string[]> {
  const has = (table: "invoices" | "payments") =>
    sql`SELECT currency FROM ${rawSql(table)} WHERE practice_id = ${practiceId}`;
  const found = await tx.rows<{ currency: string }>(sql`
    SELECT currency FROM (SELECT currency FROM labs UNION ${has("invoices")} UNION ${has("payments")}) c
    ORDER BY currency <> (SELECT currency FROM labs), currency`);
  return found.map(({ currency }) => currency);
}

/** Name, code and address of a practice for the head of its account; archived ones too. Refuses with `not_found`. */
export async function accountHolder(
  tx: Transaction,
  practiceId: string,
): Promise<{ id: string; name: string; code: string; email: string | null }> {
  await tx.includeDeleted();
  const practice = await tx.row<{ id: string; name: string; code: string; email: string | null }>(
    sql`SELECT id, name, code, email FROM practices WHERE id = ${practiceId}`,
  );
  if (!practice) throw notFound("practice");
  return practice;
}
