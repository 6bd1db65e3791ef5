import type { DateTime } from "luxon";
import type { Delivery } from "./deliveries";
import { idAt, numberAt, tell, type World } from "./world";

const TERMS_DAYS = 14;

/**
 * Each delivery is invoiced from the lab's price list the next working morning, a remake at the share that was decided; older invoices are
 * mostly paid, in full or part.
 */
export async function seedInvoices(world: World, deliveries: Delivery[]): Promise<void> {
  for (const delivery of deliveries) {
    const draftedAt = delivery.at.plus({ minutes: 1 });
    const sentAt = world.clock.workingDay(delivery.at, 1).set({ hour: 9, minute: world.chance.between(0, 50) });
    const invoiceId = await draft(world, delivery, draftedAt);
    if (!world.clock.isPast(sentAt)) continue;
    const total = await send(world, delivery, invoiceId, sentAt);
    if (Number(total) === 0) continue;
    const paidAt = world.clock.workingDay(sentAt, world.chance.between(3, 16)).set({ hour: 11 });
    if (world.clock.isPast(paidAt) && world.chance.happens(0.85)) await pay(world, delivery, invoiceId, paidAt);
  }
}

async function draft(world: World, { case: c }: Delivery, at: DateTime): Promise<string> {
  const id = idAt(at, world.chance);
  await world.owner.query(
    "INSERT INTO invoices (id, practice_id, case_id, currency, created_at) VALUES ($1, $2, $3, $4, $5)",
    [id, c.practice.id, c.id, world.plan.lab.currency, at.toISO()],
  );
  await world.owner.query(
    `INSERT INTO invoice_items (invoice_id, case_id, case_item_id, position, description, quantity, unit_price, tax_percent, created_at,
       tax_name, exempt_note, delivered_on, dentist_name, patient_code)
     SELECT $1, i.case_id, i.id, i.position, initcap(replace(i.procedure_type, '_', ' ')) || coalesce(' ' || t.teeth, ''),
       CASE WHEN p.per = 'unit' THEN i.units ELSE 1 END, round(p.price * coalesce(m.charge_percent, 100) / 100, 2), $3, $4,
       tax.name, CASE WHEN tax.is_exempt THEN tax.legal_note END, $5::date, d.full_name, patient.reference
     FROM case_items i JOIN cases c ON c.id = i.case_id JOIN dentist_profiles d ON d.id = c.dentist_id
     JOIN patients patient ON patient.id = c.patient_id LEFT JOIN remakes m ON m.case_id = c.id
     JOIN LATERAL (SELECT * FROM tax_rates r WHERE r.lab_id = i.lab_id AND r.is_default AND r.valid_from <= $5 ORDER BY r.valid_from DESC LIMIT 1) tax ON true
     JOIN LATERAL (SELECT x.price, x.per FROM price_list_items x JOIN price_lists l ON l.id = x.price_list_id AND l.is_default
       WHERE x.lab_id = i.lab_id AND x.procedure_type = i.procedure_type AND (x.material IS NULL OR x.material = i.material) ORDER BY x.material NULLS LAST LIMIT 1) p ON true
     LEFT JOIN LATERAL (SELECT string_agg(tooth::text, ', ' ORDER BY tooth) AS teeth FROM case_item_teeth WHERE item_id = i.id) t ON true
     WHERE i.case_id = $2`,
    [id, c.id, world.plan.lab.taxPercent, at.toISO(), at.toISODate()],
  );
  return id;
}

async function send(world: World, { case: c }: Delivery, id: string, at: DateTime): Promise<string | undefined> {
  const number = numberAt(world, "invoice", at);
  const sent = await world.owner.query<{ total: string }>(
    `UPDATE invoices SET status = 'sent', number = $2, issued_on = $3::date, due_on = $3::date + $4::int, sent_at = $5, sent_by_id = $6 WHERE id = $1 RETURNING total`,
    [id, number, at.toISODate(), TERMS_DAYS, at.toISO(), world.people.byRole.staff],
  );
  tell(world, {
    caseId: c.id,
    kind: "invoice_sent",
    shared: true,
    by: world.people.byRole.staff,
    at,
    data: { number, total: sent.rows[0]?.total, currency: world.plan.lab.currency },
  });
  return sent.rows[0]?.total;
}

async function pay(world: World, { case: c }: Delivery, invoiceId: string, at: DateTime): Promise<void> {
  const share = world.chance.weighted([
    ["1", 8],
    ["0.5", 1],
  ] as const);
  const paid = await world.owner.query<{ amount: string }>(
    `WITH received AS (
       INSERT INTO payments (practice_id, method, currency, amount, received_on, reference, recorded_by_id, created_at)
       SELECT practice_id, $2, currency, round(total * $3::numeric, 2), $4::date, 'Statement ' || to_char($4::date, 'YYYY-MM-DD'), $5, $6
       FROM invoices WHERE id = $1 RETURNING id, practice_id, amount)
     INSERT INTO allocations (practice_id, invoice_id, payment_id, amount, allocated_by_id, created_at)
     SELECT practice_id, $1, id, amount, $5, $6 FROM received RETURNING amount`,
    [
      invoiceId,
      world.chance.pick(["bank_transfer", "bank_transfer", "credit_card", "check"]),
      share,
      at.toISODate(),
      world.people.byRole.staff,
      at.toISO(),
    ],
  );
  const invoice = await world.owner.query<{ number: string; balance: string }>(
    "SELECT number, balance FROM invoices WHERE id = $1",
    [invoiceId],
  );
  tell(world, {
    caseId: c.id,
    kind: "payment_recorded",
    shared: true,
    by: world.people.byRole.staff,
    at,
    data: {
      number: invoice.rows[0]?.number,
      amount: paid.rows[0]?.amount,
      currency: world.plan.lab.currency,
      balance: invoice.rows[0]?.balance,
    },
  });
}
