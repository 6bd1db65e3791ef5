import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { receivePayment } from "./ledger/receive-payment";
import type { RecordPaymentInput } from "./schema";

/**
 * Books money received for one invoice, in full or part: `receivePayment` with nothing left over. `amount` is in the invoice's currency
 * and at most the balance. Answers what is still owed. Refuses as `receivePayment` does, with `not_found` for an invoice that the actor
 * cannot see.
 */
export async function recordPayment(
  context: Context,
  { invoiceId, amount, method, receivedOn, reference }: RecordPaymentInput,
): Promise<{ balance: string; currency: string }> {
  const invoice = await context.tx.row<{ practiceId: string; currency: string }>(sql`
    SELECT practice_id AS "practiceId", currency FROM invoices WHERE id = ${invoiceId}`);
  if (!invoice) throw notFound("invoice");
  const { settled } = await receivePayment(context, {
    ...invoice,
    amount,
    method,
    receivedOn,
    reference,
    note: null,
    invoices: [{ invoiceId, amount }],
    fieldOf: () => "amount",
  });
  return { balance: settled[0]?.balance ?? "0.00", currency: invoice.currency };
}
