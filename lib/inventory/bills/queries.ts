import type { Material, ProcedureType, Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { BillPer } from "./schema";

/** A line of a bill as its editor shows it. `source` is `item:<id>` or `group:<id>`, `kept` how many stock items it may come from. */
export type BillLine = {
  id: string;
  stage: Stage;
  material: Material | null;
  source: string;
  what: string;
  unit: string;
  quantity: string;
  per: BillPer;
  traced: boolean;
  kept: number;
};

/** The bill of a kind of work, stage by stage, what goes with every material first. */
export async function billOf(tx: Transaction, procedureType: ProcedureType): Promise<BillLine[]> {
  return tx.rows<BillLine>(sql`
    SELECT b.id, b.stage, b.material, CASE WHEN b.group_id IS NULL THEN 'item:' || b.inventory_item_id ELSE 'group:' || b.group_id END AS source,
      coalesce(s.name, g.name, 'No longer kept') AS what, coalesce(s.unit, g.unit, '') AS unit, trim_scale(b.quantity)::text AS quantity, b.per, b.traced,
      CASE WHEN b.group_id IS NULL THEN (s.id IS NOT NULL)::int ELSE (SELECT count(*)::int FROM stock_group_items m WHERE m.group_id = b.group_id) END AS kept
    FROM bill_lines b LEFT JOIN inventory_items s ON s.id = b.inventory_item_id LEFT JOIN stock_groups g ON g.id = b.group_id
    WHERE b.procedure_type = ${procedureType}::text
    ORDER BY b.material IS NOT NULL, b.material, what, b.id`);
}

export type StockGroup = {
  id: string;
  name: string;
  unit: string;
  /** On how many bills it stands. */
  lines: number;
  members: { id: string; itemId: string; name: string; unit: string; shade: string | null }[];
};

/** The groups of stock items, each with what is in it. */
export async function stockGroups(tx: Transaction): Promise<StockGroup[]> {
  return tx.rows<StockGroup>(sql`
    SELECT g.id, g.name, g.unit, (SELECT count(*)::int FROM bill_lines b WHERE b.group_id = g.id) AS lines,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'itemId', i.id, 'name', i.name, 'unit', i.unit, 'shade', m.shade) ORDER BY m.shade NULLS FIRST, i.name), '[]')
        FROM stock_group_items m JOIN inventory_items i ON i.id = m.inventory_item_id WHERE m.group_id = g.id) AS members
    FROM stock_groups g ORDER BY lower(g.name), g.id`);
}

export type StockChoice = { id: string; name: string; sku: string; unit: string };

/** What can be chosen for a bill or a group: the stock items that are kept, by name, at most 500. */
export async function stockChoices(tx: Transaction): Promise<StockChoice[]> {
  return tx.rows<StockChoice>(sql`
    SELECT id, name, sku, unit FROM inventory_items WHERE category IN ('materials', 'consumables', 'supplies', 'tools') ORDER BY name, id LIMIT 500`);
}

/** How many lines the bill of each kind of work has. */
export async function billCounts(tx: Transaction): Promise<Partial<Record<ProcedureType, number>>> {
  const rows = await tx.rows<{ type: ProcedureType; lines: number }>(
    sql`SELECT procedure_type AS type, count(*)::int AS lines FROM bill_lines GROUP BY procedure_type`,
  );
  return Object.fromEntries(rows.map(({ type, lines }) => [type, lines]));
}
