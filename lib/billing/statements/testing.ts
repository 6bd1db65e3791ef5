import fc from "fast-check";
import type { ClientBase } from "pg";
import { type BuiltLab, buildPractice } from "@/lib/testing/build";
import { fromHundredths } from "../hundredths";

/** Documents of one practice; days are counted from a first one, amounts are whole cents, `made` is the day a row was written. */
export type Story = {
  invoices: { day: number; due: number; cents: number }[];
  payments: { day: number; made: number; cents: number }[];
  notes: { invoice: number; day: number; cents: number }[];
  refunds: { payment: number; day: number; made: number; cents: number }[];
  allocations: { payment?: number; note?: number; invoice: number; made: number; together: boolean; cents: number }[];
};
/** An allocation with the day it counts from. */
export type Allocated = { invoice: number; cents: number; day: number };

const share = fc.integer({ min: 1, max: 100 });
const raw = fc.record({
  invoices: fc.array(
    fc.record({
      day: fc.nat(150),
      terms: fc.nat(60),
      cents: fc.integer({ min: 100, max: 90_000 }),
      credited: fc.nat(100),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  payments: fc.array(
    fc.record({
      day: fc.nat(170),
      late: fc.nat(12),
      cents: fc.integer({ min: 100, max: 120_000 }),
      spends: fc.array(fc.record({ invoice: fc.nat(4), share, delay: fc.option(fc.integer({ min: 1, max: 15 })) }), {
        maxLength: 3,
      }),
      back: fc.option(fc.record({ share, after: fc.nat(10), late: fc.nat(6), bounced: fc.boolean() })),
    }),
    { maxLength: 4 },
  ),
});

/** Random stories in which no more is settled, credited or paid back than there is. */
export const storyArbitrary: fc.Arbitrary<Story> = raw.map(({ invoices, payments }) => {
  const story: Story = { invoices: [], payments: [], notes: [], refunds: [], allocations: [] };
  for (const { day, terms, cents } of invoices) story.invoices.push({ day, due: day + terms, cents });
  const open = invoices.map(({ cents }) => cents);
  for (const [invoice, { day, cents, credited }] of invoices.entries()) {
    const given = credited < 70 ? 0 : Math.floor((cents * (credited - 69)) / 31);
    if (given === 0) continue;
    const at = Math.min(day + credited - 60, 180);
    story.allocations.push({ note: story.notes.length, invoice, made: at, together: true, cents: given });
    story.notes.push({ invoice, day: at, cents: given });
    open[invoice] = cents - given;
  }
  for (const [payment, { day, late, cents, spends, back }] of payments.entries()) {
    const made = day + late;
    story.payments.push({ day, made, cents });
    let left = cents;
    for (const { invoice: drawn, share, delay } of spends) {
      const invoice = drawn % invoices.length;
      const amount = Math.min(Math.floor((left * share) / 100), open[invoice] as number);
      if (amount <= 0) continue;
      // Nothing settles an invoice before it was sent.
      const at = Math.max(made + (delay ?? 0), story.invoices[invoice]?.day ?? 0);
      story.allocations.push({ payment, invoice, made: at, together: delay === null && at === made, cents: amount });
      left -= amount;
      open[invoice] = (open[invoice] as number) - amount;
    }
    if (!back) continue;
    const last = Math.max(made, ...story.allocations.filter((a) => a.payment === payment).map((a) => a.made));
    const refunded = { payment, day: last + back.after, made: last + back.after + back.late };
    const spent = story.allocations.find((a) => a.payment === payment);
    if (back.bounced && spent) {
      story.allocations.push({ ...spent, made: refunded.made, together: false, cents: -spent.cents });
      story.refunds.push({ ...refunded, cents: spent.cents });
    } else if (left > 0) story.refunds.push({ ...refunded, cents: Math.max(1, Math.floor((left * back.share) / 100)) });
  }
  return story;
});

/** The day from which an allocation counts: see `allocations_after` in the database. */
function countsFrom(story: Story, a: Story["allocations"][number]): number {
  const invoice = story.invoices[a.invoice]?.day ?? 0;
  const source = (a.note === undefined ? story.payments[a.payment ?? 0]?.day : story.notes[a.note]?.day) ?? 0;
  const back = a.cents < 0 ? story.refunds.find((r) => r.payment === a.payment && r.made === a.made) : undefined;
  return Math.max(invoice, source, back ? back.day : a.together ? 0 : a.made);
}

/** Writes a story as a new practice's, through the owner's connection; what was made on a day was made at 23:30 of the lab's. */
export async function buildStory(
  owner: ClientBase,
  lab: BuiltLab,
  story: Story,
  dayOf: (n: number) => string,
): Promise<{ practiceId: string; invoiceIds: string[]; allocated: Allocated[] }> {
  const by = lab.actors.staff.userId;
  const at = (n: number) => `${dayOf(n)} 23:30`;
  const money = (cents: number) => fromHundredths(BigInt(cents));
  const one = async (text: string, values: unknown[]) =>
    (await owner.query<{ id: string }>(`${text} RETURNING id`, values)).rows[0]?.id as string;
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  const zone = `(SELECT time_zone FROM labs WHERE id = app_lab_id())`;
  const { id: practiceId } = await buildPractice(owner);
  const invoiceIds: string[] = [];
  for (const { day, due, cents } of story.invoices) {
    const id = await one("INSERT INTO invoices (practice_id, currency) VALUES ($1, 'GBP')", [practiceId]);
    await owner.query(
      "INSERT INTO invoice_items (invoice_id, position, description, quantity, unit_price, tax_percent) VALUES ($1, 1, 'Work', 1, $2, 0)",
      [id, money(cents)],
    );
    await owner.query(
      "UPDATE invoices SET status = 'sent', number = (SELECT next_number('invoice')), issued_on = $2, due_on = $3, sent_at = now() WHERE id = $1",
      [id, dayOf(day), dayOf(due)],
    );
    invoiceIds.push(id);
  }
  const paymentIds: string[] = [];
  for (const { day, made, cents } of story.payments)
    paymentIds.push(
      await one(
        `INSERT INTO payments (practice_id, method, currency, amount, received_on, recorded_by_id, created_at)
         VALUES ($1, 'cash', 'GBP', $2, $3, $4, $5::timestamp AT TIME ZONE ${zone})`,
        [practiceId, money(cents), dayOf(day), by, at(made)],
      ),
    );
  const noteIds: string[] = [];
  for (const { invoice, day, cents } of story.notes) {
    const id = await one(
      `INSERT INTO credit_notes (number, practice_id, invoice_id, currency, reason, issued_on, issued_by_id, parties, created_at)
       VALUES ((SELECT next_number('credit_note')), $1, $2, 'GBP', 'Test', $3, $4, '{}', $5::timestamp AT TIME ZONE ${zone})`,
      [practiceId, invoiceIds[invoice], dayOf(day), by, at(day)],
    );
    await owner.query(
      `INSERT INTO credit_note_items (credit_note_id, invoice_item_id, position, description, net, tax_percent, tax)
       SELECT $1, id, 1, 'Work', $3, 0, 0 FROM invoice_items WHERE invoice_id = $2`,
      [id, invoiceIds[invoice], money(cents)],
    );
    noteIds.push(id);
  }
  for (const { payment, note, invoice, made, cents } of story.allocations)
    await owner.query(
      `INSERT INTO allocations (practice_id, invoice_id, payment_id, credit_note_id, amount, allocated_by_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7::timestamp AT TIME ZONE ${zone})`,
      [practiceId, invoiceIds[invoice], paymentIds[payment ?? -1], noteIds[note ?? -1], money(cents), by, at(made)],
    );
  for (const { payment, day, made, cents } of story.refunds)
    await owner.query(
      `INSERT INTO refunds (practice_id, payment_id, method, currency, amount, refunded_on, reason, recorded_by_id, created_at)
       VALUES ($1, $2, 'cash', 'GBP', $3, $4, 'Test', $5, $6::timestamp AT TIME ZONE ${zone})`,
      [practiceId, paymentIds[payment], money(cents), dayOf(day), by, at(made)],
    );
  await owner.query("COMMIT");
  const allocated = story.allocations.map((a) => ({ invoice: a.invoice, cents: a.cents, day: countsFrom(story, a) }));
  return { practiceId, invoiceIds, allocated };
}
