import type { Pool } from "pg";
import type { Material, ProcedureType, Stage } from "@/lib/cases/vocabulary";
import type { BuiltCase, BuiltLab } from "@/lib/testing/build";
import { buildCase } from "@/lib/testing/build";

/** What tests of the use of materials build and look at, through the owner's connection. */

export type LotBuilt = { number: string; expiresIn?: number | null; quantity: number };

/** A stock item with its lots, each received; `expiresIn` are days from today, null for never. Answers the ids. */
export async function buildStock(
  pool: Pool,
  lab: BuiltLab,
  lots: readonly LotBuilt[],
  unitCost = "92.00",
): Promise<{ itemId: string; lotIds: string[] }> {
  const name = `Disc ${crypto.randomUUID().slice(0, 8)}`;
  const item = await pool.query<{ id: string }>(
    "INSERT INTO inventory_items (lab_id, sku, name, category, unit, unit_cost) VALUES ($1, $2, $2, 'materials', 'disc', $3) RETURNING id",
    [lab.id, name, unitCost],
  );
  const itemId = item.rows[0]?.id as string;
  const lotIds: string[] = [];
  for (const { number, expiresIn = 300, quantity } of lots) {
    const lot = await pool.query<{ id: string }>(
      `INSERT INTO lots (lab_id, inventory_item_id, number, expires_on, received_on) VALUES ($1, $2, $3, current_date + $4::int, current_date - 10) RETURNING id`,
      [lab.id, itemId, number, expiresIn],
    );
    lotIds.push(lot.rows[0]?.id as string);
    if (quantity > 0)
      await pool.query(
        `INSERT INTO inventory_transactions (lab_id, inventory_item_id, lot_id, type, quantity, unit_cost, recorded_by_id) VALUES ($1, $2, $3, 'in', $4, $5, $6)`,
        [lab.id, itemId, lot.rows[0]?.id, quantity, unitCost, lab.actors.staff.userId],
      );
  }
  return { itemId, lotIds };
}

type Line = {
  itemId?: string;
  groupId?: string;
  procedureType?: ProcedureType;
  material?: Material;
  stage?: Stage;
  quantity?: string;
  per?: string;
  traced?: boolean;
};

/** A line on the bill of a crown's scan unless told otherwise. Answers its id. */
export async function buildLine(pool: Pool, lab: BuiltLab, line: Line): Promise<string> {
  const { procedureType = "crowns", stage = "impression_scan", quantity = "1", per = "unit", traced = false } = line;
  const made = await pool.query<{ id: string }>(
    `INSERT INTO bill_lines (lab_id, procedure_type, material, stage, inventory_item_id, group_id, quantity, per, traced)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      lab.id,
      procedureType,
      line.material ?? null,
      stage,
      line.itemId ?? null,
      line.groupId ?? null,
      quantity,
      per,
      traced,
    ],
  );
  return made.rows[0]?.id as string;
}

/** The lab keeps nothing and bills nothing any more, so that the next test starts afresh. */
export async function clearBills(pool: Pool, lab: BuiltLab): Promise<void> {
  await pool.query("UPDATE bill_lines SET deleted_at = now() WHERE lab_id = $1 AND deleted_at IS NULL", [lab.id]);
}

export async function builtCase(
  pool: Pool,
  lab: BuiltLab,
  items?: Parameters<typeof buildCase>[2],
): Promise<BuiltCase> {
  const owner = await pool.connect();
  try {
    return await buildCase(owner, lab, items);
  } finally {
    owner.release();
  }
}

/** What is left of a lot, as a number. */
export async function leftOf(pool: Pool, lotId: string | undefined): Promise<number> {
  const found = await pool.query<{ left: number }>("SELECT on_hand::float AS left FROM lots WHERE id = $1", [lotId]);
  return found.rows[0]?.left as number;
}

/** The movements of an item's work, the oldest first: type, lot's number and quantity. */
export async function movementsOf(pool: Pool, caseItemId: string | undefined): Promise<string[]> {
  const found = await pool.query<{ said: string }>(
    `SELECT t.type || ' ' || l.number || ' ' || trim_scale(t.quantity) AS said FROM inventory_transactions t JOIN lots l ON l.id = t.lot_id
     WHERE t.case_item_id = $1 ORDER BY t.id`,
    [caseItemId],
  );
  return found.rows.map(({ said }) => said);
}

export async function shortfallsOf(
  pool: Pool,
  caseItemId: string | undefined,
): Promise<{ missing: number; lot: string | null; open: boolean }[]> {
  const found = await pool.query<{ missing: number; lot: string | null; open: boolean }>(
    `SELECT missing::float AS missing, (SELECT number FROM lots WHERE id = lot_id) AS lot, taken_back_at IS NULL AND settled_at IS NULL AS open
     FROM stock_shortfalls WHERE case_item_id = $1 ORDER BY id`,
    [caseItemId],
  );
  return found.rows;
}
