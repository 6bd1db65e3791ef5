import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { toHundredths } from "../hundredths";
import { invoiceWords } from "../invoice-words";
import type { InvoiceStatus } from "../vocabulary";
import type { CreditSource } from "./schema";

/** An invoice whose balance is about to change. Amounts are decimal strings in `currency`. */
export type LedgerInvoice = {
  id: string;
  number: string | null;
  practiceId: string;
  status: InvoiceStatus;
  currency: string;
  total: string;
  balance: string;
};

/**
 * Makes whoever books money of a practice queue up until the transaction ends: payments, credit notes, refunds and what they settle are
 * decided one after the other, so that neither waits for another in a ring. Drafting takes the same lock. Refuses with
 * `not_found` and `practice_archived`.
 */
export async function lockLedger(tx: Transaction, practiceId: string): Promise<void> {
  const locked = await tx.execute(sql`SELECT FROM practices WHERE id = ${practiceId} FOR NO KEY UPDATE`);
  if (locked > 0) return;
  await tx.includeDeleted();
  const archived = await tx.row(sql`SELECT FROM practices WHERE id = ${practiceId}`);
  if (!archived) throw notFound("practice");
  throw conflict("practice_archived", "This practice is archived. Restore it first, then book this.");
}

/** As `lockLedger`, for several practices in the order of their ids; archived ones and those of others are left out. */
export async function lockLedgers(tx: Transaction, practiceIds: readonly string[]): Promise<void> {
  await tx.execute(sql`SELECT FROM practices WHERE id = ANY(${practiceIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
}

/** Locks invoices in the order of their ids; those that the actor cannot see are left out. The practice's ledger is locked already. */
export async function lockInvoices(tx: Transaction, invoiceIds: readonly string[]): Promise<LedgerInvoice[]> {
  return tx.rows<LedgerInvoice>(sql`
    SELECT id, number, practice_id AS "practiceId", status, currency, total, balance
    FROM invoices WHERE id = ANY (${invoiceIds}::uuid[]) ORDER BY id FOR UPDATE`);
}

export type LockedSource = {
  practiceId: string;
  currency: string;
  /** What is neither settled with nor paid out. */
  credit: string;
  /** Of a payment the day it came in, of a credit note the day it was issued. */
  day: string;
};

/** Locks the ledger of whose payment or credit note it is, and reads it. Refuses with `not_found` and `practice_archived`. */
export async function lockSource(tx: Transaction, source: CreditSource): Promise<LockedSource> {
  const practice = await tx.row<{ practiceId: string }>(
    source.kind === "payment"
      ? sql`SELECT practice_id AS "practiceId" FROM payments WHERE id = ${source.id}`
      : sql`SELECT practice_id AS "practiceId" FROM credit_notes WHERE id = ${source.id}`,
  );
  if (!practice) throw notFound(source.kind === "payment" ? "payment" : "credit note");
  await lockLedger(tx, practice.practiceId);
  const found = await tx.row<Omit<LockedSource, "practiceId">>(
    source.kind === "payment"
      ? sql`SELECT currency, amount - allocated - refunded AS credit, received_on AS day FROM payments WHERE id = ${source.id}`
      : sql`SELECT currency, total - allocated - refunded AS credit, issued_on AS day FROM credit_notes WHERE id = ${source.id}`,
  );
  return { ...practice, ...(found as Omit<LockedSource, "practiceId">) };
}

/** Refuses at `field` a day (`YYYY-MM-DD`) that is still to come on the lab's calendar, or before `notBefore`. */
export async function refuseImpossibleDay(
  tx: Transaction,
  field: string,
  day: string,
  notBefore = "2000-01-01",
): Promise<void> {
  const lab = await tx.row<{ today: string }>(sql`SELECT (now() AT TIME ZONE time_zone)::date AS today FROM labs`);
  if (!lab || day > lab.today) throw invalid(field, "This day is still to come.");
  if (day < notBefore) {
    throw invalid(field, notBefore === "2000-01-01" ? "This day is too long ago." : "This is before it was received.");
  }
}

/** Refuses at `field` an amount above the credit that is left, which it names in the words of `locale` (BCP 47). */
export function refuseBeyondCredit(
  field: string,
  amount: string,
  { credit, currency }: LockedSource,
  locale: string,
): void {
  if (toHundredths(amount) <= toHundredths(credit)) return;
  throw invalid(field, `Only ${invoiceWords(locale, currency).money(credit)} of it is left.`);
}
