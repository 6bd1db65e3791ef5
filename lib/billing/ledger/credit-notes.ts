import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Parties } from "../parties";

/** A credit note as its invoice shows it. Amounts are decimal strings in the invoice's currency, the day is `YYYY-MM-DD`. */
export type ListedCreditNote = {
  id: string;
  number: string;
  issuedOn: string;
  reason: string;
  total: string;
  credit: string;
  /** What of it settles its own invoice. */
  settlesOwn: string;
  /** What of it settles other invoices. */
  settlesOthers: string;
  refunded: string;
  /** Null for the practice, which does not see the lab's people. */
  issuedBy: string | null;
};

/** The credit notes of an invoice, the oldest first. */
export async function creditNotesOf(tx: Transaction, invoiceId: string): Promise<ListedCreditNote[]> {
  return tx.rows<ListedCreditNote>(sql`
    SELECT n.id, n.number, n.issued_on AS "issuedOn", n.reason, n.total, n.total - n.allocated - n.refunded AS credit,
      s.own AS "settlesOwn", n.allocated - s.own AS "settlesOthers", n.refunded, u.name AS "issuedBy"
    FROM credit_notes n LEFT JOIN users u ON u.id = n.issued_by_id
    CROSS JOIN LATERAL (SELECT coalesce(sum(a.amount), 0.00) AS own FROM allocations a WHERE a.credit_note_id = n.id AND a.invoice_id = n.invoice_id) s
    WHERE n.invoice_id = ${invoiceId} ORDER BY n.issued_on, n.id`);
}

export type CreditNoteLine = {
  id: string;
  caseNumber: string | null;
  /** The practice's code for the patient. */
  patient: string | null;
  description: string;
  net: string;
  taxPercent: string;
  /** Null where it was typed in. */
  taxName: string | null;
  exemptNote: string | null;
  tax: string;
};

/** A credit note as its paper says it. Amounts are decimal strings in `currency`, days `YYYY-MM-DD`. */
export type CreditNoteDetail = {
  id: string;
  number: string;
  practiceId: string;
  invoiceId: string;
  invoiceNumber: string;
  invoiceIssuedOn: string;
  currency: string;
  reason: string;
  issuedOn: string;
  createdAt: Date;
  subtotal: string;
  taxTotal: string;
  total: string;
  parties: Parties;
  lines: CreditNoteLine[];
};

/** A credit note with its lines, or null when it is not there or not the actor's to see. */
export async function readCreditNote(tx: Transaction, creditNoteId: string): Promise<CreditNoteDetail | null> {
  const note = await tx.row<Omit<CreditNoteDetail, "lines">>(sql`
    SELECT n.id, n.number, n.practice_id AS "practiceId", n.invoice_id AS "invoiceId", i.number AS "invoiceNumber",
      i.issued_on AS "invoiceIssuedOn", n.currency, n.reason, n.issued_on AS "issuedOn", n.created_at AS "createdAt", n.subtotal,
      n.tax_total AS "taxTotal", n.total, n.parties
    FROM credit_notes n JOIN invoices i ON i.id = n.invoice_id WHERE n.id = ${creditNoteId}`);
  if (!note) return null;
  const lines = await tx.rows<CreditNoteLine>(sql`
    SELECT c.id, k.number AS "caseNumber", l.patient_code AS patient, c.description, c.net, c.tax_percent AS "taxPercent",
      l.tax_name AS "taxName", l.exempt_note AS "exemptNote", c.tax
    FROM credit_note_items c JOIN invoice_items l ON l.id = c.invoice_item_id LEFT JOIN cases k ON k.id = l.case_id
    WHERE c.credit_note_id = ${creditNoteId} ORDER BY c.position, c.id`);
  return { ...note, lines };
}
