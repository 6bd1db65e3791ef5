import type { DateTime } from "luxon";
import { numberAt, tell, type World } from "./world";

type Open = {
  id: string;
  number: string;
  practiceId: string;
  caseId: string;
  total: string;
  balance: string;
  sentAt: string;
};

/**
 * What happens to money beside the invoice that is paid as it stands: a line given back, a credit on what was paid, one transfer over
 * several invoices with something over, of which a part is refunded, and a cheque that came back. After the invoices are told.
 */
export async function seedLedger(world: World): Promise<void> {
  await world.owner.query("SELECT set_config('app.lab_id', $1, true)", [world.labId]);
  await creditUnpaid(world);
  await creditPaid(world);
  await payingSeveral(world);
  await bouncedCheque(world);
}

/** Invoices of a kind, the oldest first. */
async function invoices(world: World, which: string, most: number): Promise<Open[]> {
  const { rows } = await world.owner.query<Open>(
    `SELECT i.id, i.number, i.practice_id AS "practiceId", i.case_id AS "caseId", i.total, i.balance, i.sent_at AS "sentAt"
     FROM invoices i WHERE i.lab_id = $1 AND i.case_id IS NOT NULL AND i.total > 0 AND ${which} ORDER BY i.issued_on, i.id LIMIT $2`,
    [world.labId, most],
  );
  return rows;
}

/** Gives back a share of an invoice's first line; what the invoice does not take up stays the practice's credit. */
async function credit(world: World, invoice: Open, share: string, reason: string, at: DateTime): Promise<void> {
  const by = world.people.byRole.manager;
  const number = numberAt(world, "credit_note", at);
  const { currency } = world.plan.lab;
  const note = await world.owner.query<{ id: string }>(
    `INSERT INTO credit_notes (number, practice_id, invoice_id, currency, reason, issued_on, issued_by_id, parties, created_at)
     SELECT $1, i.practice_id, i.id, i.currency, $2, $3::date, $4, jsonb_build_object(
       'lab', jsonb_build_object('name', l.name, 'address', jsonb_build_array(l.address_line1, concat_ws(' ', l.city, l.postcode)), 'taxId', l.tax_id,
         'email', l.email, 'phone', l.phone, 'registrationNumber', l.registration_number, 'bankName', l.bank_name, 'bankAccount', l.bank_account),
       'practice', jsonb_build_object('name', p.name, 'address', jsonb_build_array(p.address_line1, concat_ws(' ', p.city, p.postcode)),
         'taxId', p.tax_id, 'email', p.email, 'phone', p.phone, 'code', p.code),
       'paymentTermsDays', p.payment_terms_days), $5
     FROM invoices i JOIN labs l ON l.id = i.lab_id JOIN practices p ON p.id = i.practice_id WHERE i.id = $6 RETURNING id`,
    [number, reason, at.toISODate(), by, at.toISO(), invoice.id],
  );
  const id = note.rows[0]?.id;
  await world.owner.query(
    `INSERT INTO credit_note_items (credit_note_id, invoice_item_id, position, description, net, tax_percent, tax, created_at)
     SELECT $1, l.id, 1, l.description, g.net, l.tax_percent, round(g.net * l.tax_percent / 100, 2), $4
     FROM invoice_items l, LATERAL (SELECT round(l.net * $3::numeric, 2) AS net) g
     WHERE l.invoice_id = $2 AND l.net > 0 ORDER BY l.position LIMIT 1`,
    [id, invoice.id, share, at.toISO()],
  );
  await world.owner.query(
    `INSERT INTO allocations (practice_id, invoice_id, credit_note_id, amount, allocated_by_id, created_at)
     SELECT i.practice_id, i.id, n.id, least(n.total, i.balance), $2, $3 FROM credit_notes n JOIN invoices i ON i.id = n.invoice_id
     WHERE n.id = $1 AND i.balance > 0`,
    [id, by, at.toISO()],
  );
  const { rows } = await world.owner.query<{ total: string }>("SELECT total FROM credit_notes WHERE id = $1", [id]);
  const data = { number, invoice: invoice.number, total: rows[0]?.total, currency, reason };
  tell(world, { caseId: invoice.caseId, kind: "credit_note_issued", shared: true, by, at, data });
}

async function creditUnpaid(world: World): Promise<void> {
  for (const invoice of await invoices(world, "i.status = 'sent'", 2)) {
    await credit(
      world,
      invoice,
      "0.25",
      "Agreed after a call: shade had to be adjusted chair-side",
      yesterday(world, 10),
    );
  }
}

async function creditPaid(world: World): Promise<void> {
  for (const invoice of await invoices(world, "i.status = 'paid'", 1)) {
    await credit(world, invoice, "0.5", "Crown refitted, half of it given back", yesterday(world, 11));
  }
}

/** One transfer of the practice that owes most invoices, over three of them, with 50 too much, 20 of which went back. */
async function payingSeveral(world: World): Promise<void> {
  const open = await invoices(world, "i.status = 'sent'", 500);
  const byPractice = new Map<string, Open[]>();
  for (const one of open) byPractice.set(one.practiceId, [...(byPractice.get(one.practiceId) ?? []), one]);
  const most = [...byPractice.values()].sort((one, other) => other.length - one.length)[0];
  if (!most) return;
  const at = yesterday(world, 14);
  const by = world.people.byRole.staff;
  const { currency } = world.plan.lab;
  const payment = await world.owner.query<{ id: string }>(
    `INSERT INTO payments (practice_id, method, currency, amount, received_on, reference, note, recorded_by_id, created_at)
     SELECT $1, 'bank_transfer', $2, sum(balance) + 50, $3::date, 'Monthly run', 'Paid 50 more than owed', $4, $5
     FROM invoices WHERE id = ANY ($6) RETURNING id`,
    [most[0]?.practiceId, currency, at.toISODate(), by, at.toISO(), most.slice(0, 3).map(({ id }) => id)],
  );
  const id = payment.rows[0]?.id;
  for (const invoice of most.slice(0, 3)) {
    await world.owner.query(
      "INSERT INTO allocations (practice_id, invoice_id, payment_id, amount, allocated_by_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
      [invoice.practiceId, invoice.id, id, invoice.balance, by, at.toISO()],
    );
    const data = { number: invoice.number, amount: invoice.balance, currency, balance: "0.00" };
    tell(world, { caseId: invoice.caseId, kind: "payment_recorded", shared: true, by, at, data });
  }
  await world.owner.query(
    `INSERT INTO refunds (practice_id, payment_id, method, currency, amount, refunded_on, reference, reason, recorded_by_id, created_at)
     VALUES ($1, $2, 'bank_transfer', $3, 20, $4::date, 'Refund 1', 'Part of what was paid too much', $5, $6)`,
    [most[0]?.practiceId, id, currency, at.toISODate(), world.people.byRole.manager, at.plus({ minutes: 20 }).toISO()],
  );
}

async function bouncedCheque(world: World): Promise<void> {
  const [invoice] = (await invoices(world, "i.status = 'sent'", 500)).reverse();
  if (!invoice) return;
  const at = yesterday(world, 9);
  const by = world.people.byRole.staff;
  await world.owner.query(
    `WITH p AS (
       INSERT INTO payments (practice_id, method, currency, amount, received_on, reference, recorded_by_id, created_at)
       VALUES ($1, 'check', $2, $3, $4::date, 'Cheque 000417', $5, $6) RETURNING id)
     INSERT INTO refunds (practice_id, payment_id, kind, method, currency, amount, refunded_on, reason, recorded_by_id, created_at)
     SELECT $1, id, 'bounced', 'check', $2, $3, $4::date, 'Returned unpaid by the bank', $5, $7 FROM p`,
    [
      invoice.practiceId,
      world.plan.lab.currency,
      invoice.balance,
      at.toISODate(),
      by,
      at.toISO(),
      at.plus({ hours: 5 }).toISO(),
    ],
  );
}

const yesterday = (world: World, hour: number) => world.clock.daysAgo(1, hour, 12);
