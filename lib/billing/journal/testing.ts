import type { ClientBase } from "pg";
import type { BuiltLab } from "@/lib/testing/build";
import { fromHundredths, toHundredths } from "../hundredths";

/** Documents as they stand in the books, written by the owner: the journal only reads them. Amounts are decimals. */

type Line = { net: string; tax: string; percent: string };
export type BuiltInvoice = { id: string; lineIds: string[]; currency: string };

const one = async (owner: ClientBase, text: string, values: unknown[]): Promise<string> =>
  ((await owner.query<{ id: string }>(text, values)).rows[0] as { id: string }).id;

const inLab = (owner: ClientBase, lab: BuiltLab) => owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);

/** A sent invoice. Its tax follows from its net by the database's own rule, so only `net` and `percent` count. */
export async function buildSent(
  owner: ClientBase,
  lab: BuiltLab,
  { number, on, lines, currency = "GBP" }: { number: string; on: string; lines: readonly Line[]; currency?: string },
): Promise<BuiltInvoice> {
  await inLab(owner, lab);
  const id = await one(owner, "INSERT INTO invoices (practice_id, currency) VALUES ($1, $2) RETURNING id", [
    lab.practiceId,
    currency,
  ]);
  const lineIds: string[] = [];
  for (const [i, { net, percent }] of lines.entries()) {
    lineIds.push(
      await one(
        owner,
        "INSERT INTO invoice_items (invoice_id, position, description, quantity, unit_price, tax_percent) VALUES ($1, $2, 'Work', 1, $3, $4) RETURNING id",
        [id, i + 1, net, percent],
      ),
    );
  }
  await owner.query(
    "UPDATE invoices SET number = $2, status = 'sent', issued_on = $3, due_on = $3::date + 30, sent_at = now() WHERE id = $1",
    [id, number, on],
  );
  return { id, lineIds, currency };
}

/** A credit note on the first line of an invoice, at most what the line bears. */
export async function buildCredit(
  owner: ClientBase,
  lab: BuiltLab,
  invoice: BuiltInvoice,
  { number, on, net, tax }: { number: string; on: string; net: string; tax: string },
): Promise<void> {
  const id = await one(
    owner,
    `INSERT INTO credit_notes (number, practice_id, invoice_id, currency, reason, issued_on, issued_by_id, parties)
     VALUES ($1, $2, $3, $4, 'Chipped', $5, $6, '{}') RETURNING id`,
    [number, lab.practiceId, invoice.id, invoice.currency, on, lab.actors.staff.userId],
  );
  await owner.query(
    `INSERT INTO credit_note_items (credit_note_id, invoice_item_id, position, description, net, tax_percent, tax)
     SELECT $1, id, 1, 'Work', least(net, $3::numeric), tax_percent, least(tax, $4::numeric) FROM invoice_items WHERE id = $2`,
    [id, invoice.lineIds[0], net, tax],
  );
}

/** A payment that settles nothing yet. */
export async function buildPayment(
  owner: ClientBase,
  lab: BuiltLab,
  payment: { amount: string; method: string; on: string; reference: string | null; currency?: string },
): Promise<string> {
  return one(
    owner,
    "INSERT INTO payments (practice_id, method, currency, amount, received_on, reference, recorded_by_id) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
    [
      lab.practiceId,
      payment.method,
      payment.currency ?? "GBP",
      fromHundredths(toHundredths(payment.amount)),
      payment.on,
      payment.reference,
      lab.actors.staff.userId,
    ],
  );
}

/** Pays a part of a payment back, the way it came. */
export async function takeBack(
  owner: ClientBase,
  lab: BuiltLab,
  paymentId: string,
  { amount, on }: { amount: string; on: string },
): Promise<void> {
  await owner.query(
    `INSERT INTO refunds (practice_id, payment_id, method, currency, amount, refunded_on, reason, recorded_by_id)
     SELECT practice_id, id, method, currency, $2, $3, 'Paid too much', $4 FROM payments WHERE id = $1`,
    [paymentId, amount, on, lab.actors.staff.userId],
  );
}
