import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { sumOf } from "../line-amounts";
import { creditNotesOf, type ListedCreditNote } from "./credit-notes";
import { type ListedRefund, refundsOf } from "./refunds";

/** What settled an invoice beside its payments. Amounts are decimal strings in the invoice's currency. */
export type InvoiceLedger = {
  creditNotes: ListedCreditNote[];
  refunds: ListedRefund[];
  /** What its credit notes give back of it, whatever it settles. */
  credited: string;
  /** What credit notes, its own and others, settle of it. */
  settledByCredit: string;
  /** Credit notes of other invoices that settle a part of it. */
  creditFrom: { number: string; invoiceId: string; amount: string }[];
};

/** The credit notes and refunds of an invoice that the actor can see. */
export async function invoiceLedger(tx: Transaction, invoiceId: string): Promise<InvoiceLedger> {
  const creditNotes = await creditNotesOf(tx, invoiceId);
  const creditFrom = await tx.rows<{ number: string; invoiceId: string; amount: string }>(sql`
    SELECT n.number, n.invoice_id AS "invoiceId", sum(a.amount) AS amount FROM allocations a JOIN credit_notes n ON n.id = a.credit_note_id
    WHERE a.invoice_id = ${invoiceId} AND n.invoice_id <> ${invoiceId} GROUP BY n.id HAVING sum(a.amount) > 0 ORDER BY n.number`);
  return {
    creditNotes,
    refunds: await refundsOf(tx, { invoiceId }),
    credited: sumOf(creditNotes.map(({ total }) => total)),
    settledByCredit: sumOf([
      ...creditNotes.map(({ settlesOwn }) => settlesOwn),
      ...creditFrom.map(({ amount }) => amount),
    ]),
    creditFrom,
  };
}
