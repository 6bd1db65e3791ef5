import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { moveStock } from "./move-stock";
import type { UndoMovementsInput } from "./schema";

type Booked = {
  id: string;
  itemId: string;
  lotId: string;
  quantity: string;
  reversesId: string | null;
  stageId: string | null;
};

/**
 * Takes movements back by counter-entries; the ledger keeps both. Refuses `already_undone`, `undo_of_undo`, `of_the_bench` (completing the
 * stage is taken back at the bench) and `not_enough` when what came in was used since.
 */
export async function undoMovements(
  context: Context,
  { transactionIds }: UndoMovementsInput,
): Promise<{ undone: number }> {
  const movements = await context.tx.rows<Booked>(sql`
    SELECT id, inventory_item_id AS "itemId", lot_id AS "lotId", (-quantity)::text AS quantity, reverses_id AS "reversesId", stage_id AS "stageId"
    FROM inventory_transactions WHERE id = ANY(${transactionIds}::uuid[]) ORDER BY inventory_item_id, lot_id, id DESC`);
  if (movements.length < new Set(transactionIds).size) throw notFound("movement");
  for (const { id, reversesId, stageId, ...movement } of movements) {
    if (reversesId) throw conflict("undo_of_undo", "This took back another movement. Book it anew instead.");
    if (stageId)
      throw conflict("of_the_bench", "This was used at the bench: take back the completion of its stage there.");
    await moveStock(context, { ...movement, type: "adjustment", reversesId: id, reason: "Taken back" });
  }
  return { undone: movements.length };
}
