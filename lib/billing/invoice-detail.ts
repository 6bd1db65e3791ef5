import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { currentParties, type Parties } from "./parties";
import type { InvoiceException, InvoiceStatus, PaymentMethod } from "./vocabulary";

/** Amounts and percentages are decimal strings in the invoice's currency, days `YYYY-MM-DD` on the lab's calendar. */
export type InvoiceLine = {
  id: string;
  caseId: string | null;
  caseNumber: string | null;
  /** The practice's code for the patient, never the name. */
  patient: string | null;
  dentist: string | null;
  /** The day of delivery on the lab's calendar, by which price and tax were chosen. */
  deliveredOn: string | null;
  description: string;
  quantity: string;
  unitPrice: string;
  discountPercent: string;
  taxPercent: string;
  /** Null where it was typed in. */
  taxName: string | null;
  /** Why it bears no tax. */
  exemptNote: string | null;
  net: string;
  tax: string;
  exception: InvoiceException | null;
};
export type InvoicePayment = {
  id: string;
  method: PaymentMethod;
  amount: string;
  receivedOn: string;
  reference: string | null;
  /** Null for the practice, which does not see the lab's people. */
  recordedBy: string | null;
};
export type InvoiceDetail = {
  id: string;
  number: string | null;
  status: InvoiceStatus;
  practiceId: string;
  currency: string;
  /** First day of the month a collective invoice is for. */
  periodMonth: string | null;
  issuedOn: string | null;
  dueOn: string | null;
  sentAt: Date | null;
  sentBy: string | null;
  mailedTo: string | null;
  mailedAt: Date | null;
  cancelledAt: Date | null;
  cancelledReason: string | null;
  subtotal: string;
  taxTotal: string;
  total: string;
  paidTotal: string;
  balance: string;
  notes: string | null;
  version: number;
  createdAt: Date;
  /** As when it was sent; of a draft as now. */
  parties: Parties;
  lines: InvoiceLine[];
  payments: InvoicePayment[];
};

/** An invoice with its lines by case and its payments, or null when it is not there or not the actor's to see. */
export async function readInvoice(tx: Transaction, invoiceId: string): Promise<InvoiceDetail | null> {
  type Row = Omit<InvoiceDetail, "parties" | "lines" | "payments"> & { parties: Parties | null };
  const invoice = await tx.row<Row>(sql`
    SELECT i.id, i.number, i.status, i.practice_id AS "practiceId", i.currency, i.period_month AS "periodMonth", i.issued_on AS "issuedOn",
      i.due_on AS "dueOn", i.sent_at AS "sentAt", u.name AS "sentBy", i.mailed_to AS "mailedTo", i.mailed_at AS "mailedAt",
      i.cancelled_at AS "cancelledAt", i.cancelled_reason AS "cancelledReason", i.subtotal, i.tax_total AS "taxTotal", i.total,
      i.paid_total AS "paidTotal", i.balance, i.notes, i.version, i.created_at AS "createdAt", i.parties
    FROM invoices i LEFT JOIN users u ON u.id = i.sent_by_id WHERE i.id = ${invoiceId}`);
  if (!invoice) return null;
  const lines = await tx.rows<InvoiceLine>(sql`
    SELECT l.id, l.case_id AS "caseId", c.number AS "caseNumber", coalesce(l.patient_code, p.reference) AS patient,
      coalesce(l.dentist_name, d.full_name) AS dentist, l.delivered_on AS "deliveredOn", l.description, l.quantity, l.unit_price AS "unitPrice",
      l.discount_percent AS "discountPercent", l.tax_percent AS "taxPercent", l.tax_name AS "taxName", l.exempt_note AS "exemptNote", l.net, l.tax,
      l.exception
    FROM invoice_items l
    LEFT JOIN cases c ON c.lab_id = l.lab_id AND c.id = l.case_id
    LEFT JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    LEFT JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
    WHERE l.invoice_id = ${invoiceId} ORDER BY c.number NULLS LAST, l.position, l.id`);
  const payments = await tx.rows<InvoicePayment>(sql`
    SELECT p.id, p.method, sum(a.amount) AS amount, p.received_on AS "receivedOn", p.reference, u.name AS "recordedBy"
    FROM allocations a JOIN payments p ON p.lab_id = a.lab_id AND p.id = a.payment_id LEFT JOIN users u ON u.id = p.recorded_by_id
    WHERE a.invoice_id = ${invoiceId} GROUP BY p.id, u.name HAVING sum(a.amount) > 0 ORDER BY p.received_on, p.created_at, p.id`);
  const parties = invoice.parties ?? (await currentParties(tx, invoice.practiceId));
  return { ...invoice, parties, lines, payments };
}
