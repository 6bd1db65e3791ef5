import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { toHundredths } from "../hundredths";
import { sumOf } from "../line-amounts";
import { lockLedger, refuseImpossibleDay } from "./lock-ledger";
import type { ReceivePaymentInput } from "./schema";
import { lockPayable, type Settled, settle } from "./settle";
import { tellLedger, tellSettled } from "./tell-settled";

/** `fieldOf` names the field of an invoice's amount by its place, where a form shows it elsewhere. */
type Received = Omit<ReceivePaymentInput, "idempotencyKey"> & { fieldOf?: (place: number) => string };

/**
 * Books money received from a practice: what `invoices` say settles them, what is over (all of it, when none is named) stays its credit.
 * Balances and statuses follow in the database. Answers the payment and what is owed on each invoice now. Refuses with `not_found`,
 * `practice_archived`, `invoice_not_payable`, `invoice_of_another`, and at its field what cannot be: a day to come, another currency, more
 * than is owed, or more on invoices than came in.
 */
export async function receivePayment(
  { actor, tx }: Context,
  input: Received,
): Promise<{ paymentId: string; settled: Settled[] }> {
  const { practiceId, currency, amount, method, receivedOn, reference, note, invoices: parts } = input;
  await lockLedger(tx, practiceId);
  const fieldOf = input.fieldOf ?? ((place: number) => `invoices.${place}.amount`);
  const invoices = await lockPayable({ actor, tx }, { practiceId, currency }, parts, fieldOf);
  if (toHundredths(sumOf(parts.map((part) => part.amount))) > toHundredths(amount)) {
    throw invalid("amount", "The invoices below come to more than this.");
  }
  await refuseImpossibleDay(tx, "receivedOn", receivedOn);
  const payment = await tx.row<{ id: string }>(sql`
    INSERT INTO payments (practice_id, method, currency, amount, received_on, reference, note, recorded_by_id)
    VALUES (${practiceId}, ${method}, ${currency}, ${amount}, ${receivedOn}, ${reference}, ${note}, ${actor.userId}) RETURNING id`);
  const { id } = payment as { id: string };
  const settled = await settle({ actor, tx }, { kind: "payment", id }, invoices);
  await tellSettled({ actor, tx }, "payment_recorded", currency, settled);
  await tellLedger({ tx }, practiceId);
  return { paymentId: id, settled };
}
