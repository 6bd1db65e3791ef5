import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { fromHundredths, toHundredths } from "../hundredths";
import { lockInvoices, lockSource } from "./lock-ledger";
import type { CreditSource, TakeBackInput } from "./schema";
import type { Settled } from "./settle";
import { settleWithOwnNotes } from "./settle-with-own-notes";
import { tellLedger, tellSettled } from "./tell-settled";

/** What a payment or credit note settles, by invoice; what was taken back again is not in it. Decimal strings. */
export async function settledBy(
  { tx }: Pick<Context, "tx">,
  source: CreditSource,
): Promise<{ invoiceId: string; amount: string }[]> {
  const whose = source.kind === "payment" ? sql`payment_id = ${source.id}` : sql`credit_note_id = ${source.id}`;
  return tx.rows(sql`
    SELECT invoice_id AS "invoiceId", sum(amount) AS amount FROM allocations WHERE ${whose}
    GROUP BY 1 HAVING sum(amount) > 0 ORDER BY 1`);
}

/** Takes amounts back from invoices, so that they are owed again and the source's credit. The practice's ledger is locked. */
export async function takeBackFrom(
  { actor, tx }: Context,
  money: { practiceId: string; source: CreditSource },
  parts: readonly { invoiceId: string; amount: string }[],
): Promise<Settled[]> {
  const invoices = await lockInvoices(
    tx,
    parts.map(({ invoiceId }) => invoiceId),
  );
  const taken: Settled[] = [];
  for (const { id, number, balance, practiceId } of invoices) {
    const amount = parts.find(({ invoiceId }) => invoiceId === id)?.amount ?? "0.00";
    await tx.execute(sql`
      INSERT INTO allocations (practice_id, invoice_id, payment_id, credit_note_id, amount, allocated_by_id)
      VALUES (${practiceId}, ${id}, ${money.source.kind === "payment" ? money.source.id : null},
        ${money.source.kind === "credit_note" ? money.source.id : null}, -${amount}::numeric, ${actor.userId})`);
    const owed = fromHundredths(toHundredths(balance) + toHundredths(amount));
    taken.push({ invoiceId: id, number: number ?? "", practiceId, amount, balance: owed });
  }
  return taken;
}

/**
 * Takes back what a payment or credit note settles of an invoice: it is owed again, and the money the practice's credit. Refuses with
 * `not_found`, `practice_archived`, `nothing_to_take_back`, and with `credit_settles_own` for a credit note of that very invoice.
 */
export async function takeBack(context: Context, { source, invoiceId }: TakeBackInput): Promise<null> {
  const found = await lockSource(context.tx, source);
  const part = (await settledBy(context, source)).find((one) => one.invoiceId === invoiceId);
  if (!part) throw conflict("nothing_to_take_back", "Nothing of this settles that invoice any more.");
  if (source.kind === "credit_note") {
    const own = await context.tx.row(
      sql`SELECT FROM credit_notes WHERE id = ${source.id} AND invoice_id = ${invoiceId}`,
    );
    if (own) throw conflict("credit_settles_own", "A credit note settles its own invoice before anything else.");
  }
  const taken = await takeBackFrom(context, { ...found, source }, [part]);
  await tellSettled(context, "settlement_taken_back", found.currency, taken);
  const resettled = await settleWithOwnNotes(context, [invoiceId]);
  await tellSettled(context, "credit_used", found.currency, resettled);
  await tellLedger(context, found.practiceId);
  return null;
}
