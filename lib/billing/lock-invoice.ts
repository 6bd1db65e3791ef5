import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { InvoiceStatus } from "./vocabulary";

export type LockedInvoice = {
  id: string;
  number: string | null;
  practiceId: string;
  status: InvoiceStatus;
  currency: string;
  total: string;
  paidTotal: string;
  balance: string;
  version: number;
};

/**
 * Loads an invoice for a change and keeps others from changing it until the transaction ends. Refuses with `not_found` for one the
 * actor cannot see and, when the caller says which version it saw, with `stale`. Billing takes no lock on cases, and who holds a
 * case's lock takes none on invoices, so the two never wait for each other in a ring.
 */
export async function lockInvoice(tx: Transaction, invoiceId: string, seenVersion?: number): Promise<LockedInvoice> {
  const found = await tx.row<LockedInvoice>(sql`
    SELECT id, number, practice_id AS "practiceId", status, currency, total, paid_total AS "paidTotal", balance, version
    FROM invoices WHERE id = ${invoiceId} FOR UPDATE`);
  if (!found) throw notFound("invoice");
  if (seenVersion !== undefined && found.version !== seenVersion) throw stale("invoice");
  return found;
}

/** As `lockInvoice`, and refuses with `invoice_not_draft` once it was sent or cancelled. */
export async function lockDraft(tx: Transaction, invoiceId: string, seenVersion?: number): Promise<LockedInvoice> {
  const found = await lockInvoice(tx, invoiceId, seenVersion);
  if (found.status !== "draft") throw conflict("invoice_not_draft", "This invoice was sent and can no longer change.");
  return found;
}

/** The cases on an invoice's lines, each once. */
export async function casesOfInvoice(tx: Transaction, invoiceId: string): Promise<string[]> {
  const rows = await tx.rows<{ caseId: string }>(sql`
    SELECT DISTINCT case_id AS "caseId" FROM invoice_items WHERE invoice_id = ${invoiceId} AND case_id IS NOT NULL ORDER BY 1`);
  return rows.map(({ caseId }) => caseId);
}
