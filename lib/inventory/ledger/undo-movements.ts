import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { BACK_TO } from "../lots/places";
import { moveStock } from "./move-stock";
import type { UndoMovementsInput } from "./schema";

type Booked = {
  id: string;
  itemId: string;
  lotId: string;
  quantity: string;
  locationId: string | null;
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
    SELECT t.id, t.inventory_item_id AS "itemId", t.lot_id AS "lotId", (-t.quantity)::text AS quantity, ${BACK_TO} AS "locationId",
      t.reverses_id AS "reversesId", t.stage_id AS "stageId"
    FROM inventory_transactions t JOIN lots l ON l.lab_id = t.lab_id AND l.id = t.lot_id
    WHERE t.id = ANY(${transactionIds}::uuid[]) ORDER BY t.inventory_item_id, t.lot_id, t.id DESC`);
  if (movements.length < new Set(transactionIds).size) throw notFound("movement");
  for (const { id, reversesId, stageId, locationId, ...movement } of movements) {
    if (reversesId) throw conflict("undo_of_undo", "This took back another movement. Book it anew instead.");
    if (stageId)
      throw conflict("of_the_bench", "This was used at the bench: take back the completion of its stage there.");
    await moveStock(context, {
      ...movement,
      locationId: locationId ?? undefined,
      type: "adjustment",
      reversesId: id,
      reason: "Taken back",
    });
  }
  return { undone: movements.length };
}
