import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { lockSource, refuseBeyondCredit, refuseImpossibleDay } from "./lock-ledger";
import type { RefundCreditInput } from "./schema";
import { tellLedger } from "./tell-settled";

/**
 * Books that credit of a payment or credit note was paid out to the practice. Answers what is paid out. Refuses with `not_found`,
 * `practice_archived`, at `amount` more than is left, and at `refundedOn` a day to come or before the money came in.
 */
export async function refundCredit(
  { actor, tx }: Context,
  { source, amount, method, refundedOn, reference, reason }: Omit<RefundCreditInput, "idempotencyKey">,
): Promise<{ amount: string; currency: string }> {
  const found = await lockSource(tx, source);
  refuseBeyondCredit("amount", amount, found, actor.lab.locale);
  await refuseImpossibleDay(tx, "refundedOn", refundedOn, found.day);
  await tx.execute(sql`
    INSERT INTO refunds (practice_id, payment_id, credit_note_id, method, currency, amount, refunded_on, reference, reason, recorded_by_id)
    VALUES (${found.practiceId}, ${source.kind === "payment" ? source.id : null}, ${source.kind === "credit_note" ? source.id : null},
      ${method}, ${found.currency}, ${amount}, ${refundedOn}, ${reference}, ${reason}, ${actor.userId})`);
  await tellLedger({ tx }, found.practiceId);
  return { amount, currency: found.currency };
}
