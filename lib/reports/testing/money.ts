import { DateTime } from "luxon";
import type { ClientBase } from "pg";
import type { BuiltLab } from "@/lib/testing/build";
import { Chance } from "@/prisma/seed/random";
import { insert } from "./story";

/** Invoices of the story's cases: sent, in draft, cancelled and deleted, in two currencies, some paid in part, some credited. */
export async function tellMoney(owner: ClientBase, lab: BuiltLab, seed: number): Promise<void> {
  const chance = new Chance(seed);
  const by = String(lab.actors.staff.userId);
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  const { rows: cases } = await owner.query(
    "SELECT id, practice_id, delivered_at FROM cases WHERE lab_id = app_lab_id() AND status = 'delivered' AND deleted_at IS NULL ORDER BY number",
  );
  for (const [n, one] of cases.entries()) {
    const issued = DateTime.fromJSDate(one.delivered_at)
      .plus({ days: chance.between(0, 3) })
      .toISODate() as string;
    const invoice = await owner.query(
      "INSERT INTO invoices (practice_id, case_id, currency, period_month) VALUES ($1, $2, $3, NULL) RETURNING id",
      [
        one.practice_id,
        one.id,
        chance.weighted([
          ["GBP", 6],
          ["EUR", 1],
        ] as const),
      ],
    );
    const id = invoice.rows[0]?.id;
    const { rows: items } = await owner.query(
      "SELECT id FROM case_items WHERE case_id = $1 AND deleted_at IS NULL ORDER BY position",
      [one.id],
    );
    const line = (item: string | null, position: number) => ({
      invoice_id: id,
      case_id: one.id,
      case_item_id: item,
      position,
      description: item ? "Work" : "Courier",
      quantity: chance.between(1, 3),
      unit_price: (chance.between(900, 20_000) / 100).toFixed(2),
      discount_percent: chance.pick([0, 0, 5]),
      tax_percent: 20,
      tax_name: "VAT",
      delivered_on: issued,
      is_void: false,
    });
    await insertLines(owner, [...items.map((item, i) => line(item.id, i + 1)), line(null, items.length + 1)]);
    const fate = chance.weighted([
      ["sent", 8],
      ["draft", 1],
      ["cancelled", 1],
    ] as const);
    if (fate === "cancelled")
      await owner.query(
        "UPDATE invoices SET status = 'cancelled', cancelled_at = now(), cancelled_reason = 'Test' WHERE id = $1",
        [id],
      );
    if (fate !== "sent") continue;
    await owner.query(
      "UPDATE invoices SET status = 'sent', number = $2, issued_on = $3::date, due_on = $3::date + 30, sent_at = $3::date, sent_by_id = $4 WHERE id = $1",
      [id, `INV-${seed}-${n}`, issued, by],
    );
    if (n % 3 === 0) await pay(owner, id, chance.pick(["1", "0.4"]), by);
    if (n % 5 === 0)
      await credit(owner, id, `CN-${seed}-${n}`, DateTime.fromISO(issued).plus({ days: 20 }).toISODate() as string, by);
  }
  await owner.query("COMMIT");
}

const insertLines = (owner: ClientBase, lines: Record<string, unknown>[]) =>
  insert(owner, "invoice_items", lines).catch(async (thrown: Error) => {
    throw new Error(`${thrown.message}: ${JSON.stringify(lines[0])}`);
  });

async function pay(owner: ClientBase, invoice: string, share: string, by: string): Promise<void> {
  await owner.query(
    `WITH received AS (
       INSERT INTO payments (practice_id, method, currency, amount, received_on, recorded_by_id)
       SELECT practice_id, 'bank_transfer', currency, round(total * $2::numeric, 2), issued_on, $3 FROM invoices WHERE id = $1 RETURNING id, practice_id, amount)
     INSERT INTO allocations (practice_id, invoice_id, payment_id, amount, allocated_by_id) SELECT practice_id, $1, id, amount, $3 FROM received`,
    [invoice, share, by],
  );
}

async function credit(owner: ClientBase, invoice: string, number: string, day: string, by: string): Promise<void> {
  const note = await owner.query(
    `INSERT INTO credit_notes (number, practice_id, invoice_id, currency, reason, issued_on, issued_by_id, parties)
     SELECT $1, practice_id, id, currency, 'Test', $2::date, $3, '{}' FROM invoices WHERE id = $4 RETURNING id`,
    [number, day, by, invoice],
  );
  await owner.query(
    `INSERT INTO credit_note_items (credit_note_id, invoice_item_id, position, description, net, tax_percent, tax)
     SELECT $1, id, 1, description, 5, tax_percent, 1 FROM invoice_items WHERE invoice_id = $2 ORDER BY position LIMIT 1`,
    [note.rows[0]?.id, invoice],
  );
}

/** Half a year of three stock items: received, used, given back, lost and counted anew. */
export async function tellStock(owner: ClientBase, lab: BuiltLab, seed: number): Promise<void> {
  const chance = new Chance(seed);
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  for (const [n, category] of (["materials", "materials", "consumables"] as const).entries()) {
    const { rows } = await owner.query(
      "INSERT INTO inventory_items (sku, name, category, unit, reorder_point, unit_cost) VALUES ($1, $1, $2, 'piece', 10, $3) RETURNING id",
      [`S-${seed}-${n}`, category, (chance.between(100, 9000) / 100).toFixed(2)],
    );
    const move = (type: string, quantity: number, at: string, reverses: string | null = null) =>
      owner.query(
        `INSERT INTO inventory_transactions (inventory_item_id, type, quantity, occurred_at, reverses_id, recorded_by_id) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [rows[0]?.id, type, quantity, at, reverses, lab.actors.staff.userId],
      );
    await move("in", 500, "2025-10-02T09:00:00Z");
    for (let day = 0; day < 160; day += chance.between(3, 9)) {
      const at = DateTime.fromISO("2025-10-03T23:20:00Z").plus({ days: day }).toISO() as string;
      const used = await move(
        chance.weighted([
          ["out", 8],
          ["damage", 1],
          ["write_off", 1],
        ] as const),
        -chance.between(1, 5),
        at,
      );
      if (chance.happens(0.1)) await move("adjustment", 1, at, used.rows[0]?.id);
      if (chance.happens(0.1)) await move("adjustment", -1, at);
    }
  }
  await owner.query("COMMIT");
}
