import type { Context } from "@/lib/access/action";
import { invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { moveStock } from "./move-stock";
import type { CorrectStockInput } from "./schema";

/**
 * Books the difference between what the books say of a lot and what is there, as an adjustment with its reason. Refuses `stale` when the
 * lot moved since the person looked, and at `there` when nothing differs.
 */
export async function correctStock(context: Context, { itemId, lotId, seen, there, reason }: CorrectStockInput) {
  await context.tx.execute(sql`SELECT FROM inventory_items WHERE id = ${itemId} FOR NO KEY UPDATE`);
  const lot = await context.tx.row<{ moved: boolean; difference: string; same: boolean }>(sql`
    SELECT on_hand <> ${seen}::numeric AS moved, (${there}::numeric - on_hand)::text AS difference, ${there}::numeric = on_hand AS same
    FROM lots WHERE id = ${lotId} AND inventory_item_id = ${itemId} FOR NO KEY UPDATE`);
  if (!lot) throw notFound("lot");
  if (lot.moved) throw stale("lot");
  if (lot.same) throw invalid("there", "This is what the books say already.");
  return moveStock(context, { itemId, lotId, type: "adjustment", quantity: lot.difference, reason });
}
