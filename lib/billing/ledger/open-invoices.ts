import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { InvoiceStatus } from "../vocabulary";
import type { CreditSource } from "./schema";

/** An invoice on which money is awaited. Amounts are decimal strings in `currency`, days `YYYY-MM-DD`. */
export type OpenInvoice = {
  id: string;
  number: string;
  status: InvoiceStatus;
  currency: string;
  issuedOn: string;
  dueOn: string;
  /** Days since it was due; below zero it is not due yet. */
  daysLate: number;
  total: string;
  balance: string;
};

/** The open invoices of a practice, the oldest due first, at most 200; in one currency when it is given (ISO 4217). */
export async function openInvoices(tx: Transaction, practiceId: string, currency?: string): Promise<OpenInvoice[]> {
  return tx.rows<OpenInvoice>(sql`
    SELECT i.id, i.number, i.status, i.currency, i.issued_on AS "issuedOn", i.due_on AS "dueOn",
      (now() AT TIME ZONE l.time_zone)::date - i.due_on AS "daysLate", i.total, i.balance
    FROM invoices i JOIN labs l ON l.id = i.lab_id
    WHERE i.practice_id = ${practiceId} AND i.status IN ('sent', 'partly_paid', 'overdue')
      AND (${currency ?? null}::text IS NULL OR i.currency = ${currency ?? null}::text)
    ORDER BY i.due_on, i.issued_on, i.id LIMIT 200`);
}

/** A payment or credit note of which something is left. Decimal string in `currency`; the day is `YYYY-MM-DD`. */
export type Credit = {
  source: CreditSource;
  /** A credit note's number, a payment's reference. */
  name: string | null;
  day: string;
  currency: string;
  credit: string;
};

/** What is left of a practice's payments and credit notes, the oldest first; in one currency when it is given (ISO 4217). */
export async function creditsOf(tx: Transaction, practiceId: string, currency?: string): Promise<Credit[]> {
  const found = await tx.rows<Omit<Credit, "source"> & CreditSource>(sql`
    SELECT 'payment' AS kind, id, reference AS name, received_on AS day, currency, amount - allocated - refunded AS credit
    FROM payments WHERE practice_id = ${practiceId} AND allocated + refunded < amount
    UNION ALL
    SELECT 'credit_note', id, number, issued_on, currency, total - allocated - refunded
    FROM credit_notes WHERE practice_id = ${practiceId} AND allocated + refunded < total
    ORDER BY day, id`);
  return found
    .filter((one) => currency === undefined || one.currency === currency)
    .map(({ kind, id, ...rest }) => ({ ...rest, source: { kind, id } }));
}

/** A practice that can be chosen for a payment. `open` counts its open invoices. */
export type PayingPractice = { id: string; name: string; code: string; open: number };

/** The lab's practices, those with open invoices first; at most 1000. */
export async function payingPractices(tx: Transaction): Promise<PayingPractice[]> {
  return tx.rows<PayingPractice>(sql`
    SELECT p.id, p.name, p.code, count(i.id)::int AS open
    FROM practices p LEFT JOIN invoices i ON i.practice_id = p.id AND i.status IN ('sent', 'partly_paid', 'overdue')
    GROUP BY p.id ORDER BY count(i.id) = 0, p.name LIMIT 1000`);
}
