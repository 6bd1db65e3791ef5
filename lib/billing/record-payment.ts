import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { fromHundredths, toHundredths } from "./hundredths";
import { casesOfInvoice, lockInvoice } from "./lock-invoice";
import type { RecordPaymentInput } from "./schema";
import { tellBilling } from "./tell-billing";
import { isOpen } from "./vocabulary";

/**
 * Books money received on a sent invoice, in full or part; the balance and the status follow in the database. `amount` is in the
 * invoice's currency and at most the balance. Answers what is still owed. Refuses with `not_found`, `invoice_not_payable`, and at
 * `amount` or `receivedOn` what cannot be.
 */
export async function recordPayment(
  { actor, tx }: Context,
  input: RecordPaymentInput,
): Promise<{ balance: string; currency: string }> {
  const { invoiceId, amount, method, receivedOn, reference } = input;
  const invoice = await lockInvoice(tx, invoiceId);
  if (invoice.status === "paid") throw conflict("invoice_not_payable", "This invoice is paid in full already.");
  if (!isOpen(invoice.status)) throw conflict("invoice_not_payable", "This invoice is not open for payments.");
  if (toHundredths(amount) > toHundredths(invoice.balance)) {
    throw invalid("amount", `Only ${invoice.balance} ${invoice.currency} is still owed on this invoice.`);
  }
  const day = await tx.row<{ today: string }>(sql`SELECT (now() AT TIME ZONE time_zone)::date AS today FROM labs`);
  if (!day || receivedOn > day.today) throw invalid("receivedOn", "This day is still to come.");
  if (receivedOn < "2000-01-01") throw invalid("receivedOn", "This day is too long ago.");

  await tx.execute(sql`
    WITH received AS (
      INSERT INTO payments (practice_id, method, currency, amount, received_on, reference, recorded_by_id)
      VALUES (${invoice.practiceId}, ${method}, ${invoice.currency}, ${amount}, ${receivedOn}, ${reference}, ${actor.userId}) RETURNING id)
    INSERT INTO allocations (practice_id, invoice_id, payment_id, amount, allocated_by_id)
    SELECT ${invoice.practiceId}, ${invoiceId}, id, ${amount}, ${actor.userId} FROM received`);
  const balance = fromHundredths(toHundredths(invoice.balance) - toHundredths(amount));
  const caseIds = await casesOfInvoice(tx, invoiceId);
  const data = { number: invoice.number ?? "", amount, currency: invoice.currency, balance };
  for (const caseId of caseIds) {
    await recordEvent({ actor, tx }, { caseId, kind: "payment_recorded", data, audience: "shared" });
  }
  await tellBilling(tx, invoiceId, caseIds, invoice.practiceId);
  return { balance, currency: invoice.currency };
}
