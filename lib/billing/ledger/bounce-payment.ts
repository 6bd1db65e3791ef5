import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { invoiceWords } from "../invoice-words";
import { lockSource, refuseImpossibleDay } from "./lock-ledger";
import type { BouncePaymentInput } from "./schema";
import { settleWithOwnNotes } from "./settle-with-own-notes";
import { settledBy, takeBackFrom } from "./take-back";
import { tellLedger, tellSettled } from "./tell-settled";

/**
 * Books that the bank took a payment back (a cheque without cover, a card charge disputed): what it settled is owed again, and what was
 * left of it, all but what was refunded before, goes as a refund of kind `bounced`. Answers that amount. Refuses with `not_found`,
 * `practice_archived`, `payment_gone` when nothing of it is left, and at `bouncedOn` a day to come or before it came in.
 */
export async function bouncePayment(
  context: Context,
  { paymentId, bouncedOn, reference, reason }: Omit<BouncePaymentInput, "idempotencyKey">,
): Promise<{ amount: string; currency: string }> {
  const { actor, tx } = context;
  const source = { kind: "payment", id: paymentId } as const;
  const found = await lockSource(tx, source);
  const payment = await tx.row<{ left: string; method: string }>(
    sql`SELECT amount - refunded AS left, method FROM payments WHERE id = ${paymentId}`,
  );
  if (!payment || payment.left === "0.00") {
    throw conflict("payment_gone", "All of this payment went back already.");
  }
  await refuseImpossibleDay(tx, "bouncedOn", bouncedOn, found.day);

  const taken = await takeBackFrom(context, { ...found, source }, await settledBy(context, source));
  await tx.execute(sql`
    INSERT INTO refunds (practice_id, payment_id, kind, method, currency, amount, refunded_on, reference, reason, recorded_by_id)
    VALUES (${found.practiceId}, ${paymentId}, 'bounced', ${payment.method}, ${found.currency}, ${payment.left}, ${bouncedOn}, ${reference},
      ${reason}, ${actor.userId})`);
  await tellSettled(context, "payment_bounced", found.currency, taken);
  const resettled = await settleWithOwnNotes(
    context,
    taken.map(({ invoiceId }) => invoiceId),
  );
  await tellSettled(context, "credit_used", found.currency, resettled);
  await notify(
    tx,
    { practiceId: found.practiceId, permission: "portal.invoices" },
    {
      key: `payment:${paymentId}:bounced`,
      type: "invoice",
      title: `A payment of ${invoiceWords(actor.lab.locale, found.currency).money(payment.left)} came back`,
      href: "/portal/invoices?status=open",
    },
  );
  await tellLedger(context, found.practiceId);
  return { amount: payment.left, currency: found.currency };
}
