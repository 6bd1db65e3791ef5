import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What one stage of one item takes by one line of its bill. */
export type Need = {
  stageId: string;
  itemId: string;
  departmentId: string | null;
  lineId: string;
  /** The stock item or the group, by name. */
  what: string;
  unit: string;
  traced: boolean;
  /** For this item, in `unit`: decimal string with three places. */
  quantity: string;
  shade: string | null;
  /** The stock items it may come from; `rank` 0 is kept for just this shade, 1 for any. */
  sources: { itemId: string; name: string; rank: number }[];
};

/**
 * What completing these stages takes, by the lab's bills of materials: lines of the item's material and those of any material, times its
 * units, its arches (`both` is two) or once. A group in which the lab keeps nothing yet takes nothing; one that has nothing of the
 * item's shade has no sources.
 */
export async function needsOfStages(tx: Transaction, stageIds: readonly string[]): Promise<Need[]> {
  return tx.rows<Need>(sql`
    SELECT w.id AS "stageId", i.id AS "itemId", w.department_id AS "departmentId", b.id AS "lineId", coalesce(s.name, g.name) AS what,
      coalesce(s.unit, g.unit) AS unit, b.traced, i.shade,
      (b.quantity * CASE b.per WHEN 'unit' THEN i.units WHEN 'arch' THEN CASE i.arch WHEN 'both' THEN 2 ELSE 1 END ELSE 1 END)::text AS quantity,
      coalesce(CASE WHEN s.id IS NOT NULL THEN jsonb_build_array(jsonb_build_object('itemId', s.id, 'name', s.name, 'rank', 0))
        ELSE (SELECT jsonb_agg(jsonb_build_object('itemId', k.id, 'name', k.name, 'rank', CASE WHEN m.shade IS NULL THEN 1 ELSE 0 END)
            ORDER BY m.shade NULLS LAST, k.name)
          FROM stock_group_items m JOIN inventory_items k ON k.id = m.inventory_item_id
          WHERE m.group_id = g.id AND (m.shade IS NULL OR lower(m.shade) = lower(trim(i.shade)))) END, '[]') AS sources
    FROM workflow_stages w
      JOIN case_items i ON i.id = w.item_id
      JOIN bill_lines b ON b.procedure_type = i.procedure_type AND b.stage = w.stage AND (b.material IS NULL OR b.material = i.material)
      LEFT JOIN inventory_items s ON s.id = b.inventory_item_id
      LEFT JOIN stock_groups g ON g.id = b.group_id
    WHERE w.id = ANY(${[...stageIds]}::uuid[])
      AND (s.id IS NOT NULL OR EXISTS (
        SELECT FROM stock_group_items m JOIN inventory_items k ON k.id = m.inventory_item_id WHERE m.group_id = g.id))
    ORDER BY i.case_id, i.position, w.id, b.id`);
}
