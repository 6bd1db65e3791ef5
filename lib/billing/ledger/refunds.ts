import { type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { PaymentMethod } from "../vocabulary";

/** Money that went back to a practice. Decimal string in `currency`, the day is `YYYY-MM-DD`. */
export type ListedRefund = {
  id: string;
  kind: "refund" | "bounced";
  method: PaymentMethod;
  currency: string;
  amount: string;
  refundedOn: string;
  reference: string | null;
  reason: string;
  /** Of which credit note, if of one. */
  creditNote: string | null;
  /** Null for the practice, which does not see the lab's people. */
  recordedBy: string | null;
};

/** The refunds of a payment, or of an invoice: of its credit notes and of the payments that settled it. The oldest first. */
export async function refundsOf(
  tx: Transaction,
  of: { paymentId: string } | { invoiceId: string },
): Promise<ListedRefund[]> {
  const whose: Sql =
    "paymentId" in of
      ? sql`r.payment_id = ${of.paymentId}`
      : sql`(n.invoice_id = ${of.invoiceId} OR r.payment_id IN (SELECT payment_id FROM allocations WHERE invoice_id = ${of.invoiceId}))`;
  return tx.rows<ListedRefund>(sql`
    SELECT r.id, r.kind, r.method, r.currency, r.amount, r.refunded_on AS "refundedOn", r.reference, r.reason, n.number AS "creditNote",
      u.name AS "recordedBy"
    FROM refunds r LEFT JOIN credit_notes n ON n.id = r.credit_note_id LEFT JOIN users u ON u.id = r.recorded_by_id
    WHERE ${whose} ORDER BY r.refunded_on, r.created_at, r.id`);
}
