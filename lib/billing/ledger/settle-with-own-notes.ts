import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { fromHundredths, toHundredths } from "../hundredths";
import { fillInOrder } from "./fill-in-order";
import { lockInvoices } from "./lock-ledger";
import { type Settled, settle } from "./settle";

type Note = { id: string; credit: string };

/**
 * Settles each invoice first of all with what is left of its own credit notes, the oldest first: what was given back is not owed. Run after
 * a credit note was issued, or a payment taken back. The practice's ledger is locked. Answers what was settled.
 */
export async function settleWithOwnNotes(context: Context, invoiceIds: readonly string[]): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const invoice of await lockInvoices(context.tx, invoiceIds)) {
    const notes = await context.tx.rows<Note>(sql`
      SELECT id, total - allocated - refunded AS credit FROM credit_notes
      WHERE invoice_id = ${invoice.id} AND allocated + refunded < total ORDER BY issued_on, id`);
    const parts = fillInOrder(
      invoice.balance,
      notes.map(({ credit }) => credit),
    );
    let balance = invoice.balance;
    for (const [i, { id }] of notes.entries()) {
      const part = parts[i] as string;
      if (part === "0.00") break;
      settled.push(...(await settle(context, { kind: "credit_note", id }, [{ ...invoice, balance, part }])));
      balance = fromHundredths(toHundredths(balance) - toHundredths(part));
    }
  }
  return settled;
}
