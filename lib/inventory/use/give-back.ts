import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { moveStock } from "../ledger/move-stock";
import { BACK_TO } from "../lots/places";

type Place = { itemId: string; lotId: string; quantity: string; locationId: string | null };

/**
 * Books back what completing these stages took, by a counter entry for each movement, and withdraws what was recorded as short. Also into
 * a lot that expired or was recalled meanwhile: it lies there, and may not be used. The caller has locked the cases and the stages. Items
 * come in the order of their ids, as everywhere.
 */
export async function giveBack(context: Context, stageIds: readonly string[]): Promise<void> {
  const { tx } = context;
  const ids = [...stageIds];
  const taken = await tx.rows<
    { id: string; caseItemId: string; stageId: string; departmentId: string | null } & Place
  >(sql`
    SELECT t.id, t.inventory_item_id AS "itemId", t.lot_id AS "lotId", t.case_item_id AS "caseItemId", t.stage_id AS "stageId",
      t.department_id AS "departmentId", (-t.quantity)::text AS quantity, ${BACK_TO} AS "locationId"
    FROM inventory_transactions t JOIN lots l ON l.lab_id = t.lab_id AND l.id = t.lot_id
    WHERE t.stage_id = ANY(${ids}::uuid[]) AND t.type = 'out'
      AND NOT EXISTS (SELECT FROM inventory_transactions r WHERE r.lab_id = t.lab_id AND r.reverses_id = t.id)
    ORDER BY t.inventory_item_id, t.lot_id, t.id`);
  for (const { id, departmentId, locationId, ...movement } of taken)
    await moveStock(context, {
      ...movement,
      departmentId: departmentId ?? undefined,
      locationId: locationId ?? undefined,
      type: "adjustment",
      reversesId: id,
      reason: "Completion taken back",
    });
  await tx.execute(sql`
    UPDATE stock_shortfalls SET taken_back_at = now() WHERE workflow_stage_id = ANY(${ids}::uuid[]) AND taken_back_at IS NULL`);
}
