import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { InvoiceStatus, PaymentMethod } from "../vocabulary";
import { type ListedRefund, refundsOf } from "./refunds";

/** What a payment or credit note settles of one invoice. Decimal strings, days `YYYY-MM-DD`. */
export type SettledInvoice = {
  invoiceId: string;
  number: string;
  status: InvoiceStatus;
  total: string;
  amount: string;
  /** When it was last allocated. */
  at: Date;
};

/** A payment with what became of it. Amounts are decimal strings in `currency`, days `YYYY-MM-DD`. */
export type PaymentDetail = {
  id: string;
  practiceId: string;
  /** Null for one that is archived. */
  practice: string | null;
  method: PaymentMethod;
  currency: string;
  amount: string;
  allocated: string;
  refunded: string;
  credit: string;
  receivedOn: string;
  reference: string | null;
  note: string | null;
  recordedBy: string | null;
  createdAt: Date;
  invoices: SettledInvoice[];
  refunds: ListedRefund[];
};

/** A payment, or null when it is not there or not the actor's to see. */
export async function readPayment(tx: Transaction, paymentId: string): Promise<PaymentDetail | null> {
  const payment = await tx.row<Omit<PaymentDetail, "invoices" | "refunds">>(sql`
    SELECT p.id, p.practice_id AS "practiceId", c.name AS practice, p.method, p.currency, p.amount, p.allocated, p.refunded,
      p.amount - p.allocated - p.refunded AS credit, p.received_on AS "receivedOn", p.reference, p.note, u.name AS "recordedBy",
      p.created_at AS "createdAt"
    FROM payments p LEFT JOIN practices c ON c.id = p.practice_id LEFT JOIN users u ON u.id = p.recorded_by_id WHERE p.id = ${paymentId}`);
  if (!payment) return null;
  const invoices = await tx.rows<SettledInvoice>(sql`
    SELECT i.id AS "invoiceId", i.number, i.status, i.total, sum(a.amount) AS amount, max(a.created_at) AS at
    FROM allocations a JOIN invoices i ON i.id = a.invoice_id WHERE a.payment_id = ${paymentId}
    GROUP BY i.id HAVING sum(a.amount) > 0 ORDER BY i.number`);
  return { ...payment, invoices, refunds: await refundsOf(tx, { paymentId }) };
}
