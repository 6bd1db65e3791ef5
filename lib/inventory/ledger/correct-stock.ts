import type { Context } from "@/lib/access/action";
import { invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { amountAt } from "../lots/places";
import { moveStock } from "./move-stock";
import type { CorrectStockInput } from "./schema";

/**
 * Books the difference between what the books say of a lot (or of what lies at one of its places) and what is there, as an adjustment with its reason. Refuses `stale` when the
 * lot moved since the person looked, and at `there` when nothing differs.
 */
export async function correctStock(
  context: Context,
  { itemId, lotId, locationId, seen, there, reason }: CorrectStockInput,
) {
  await context.tx.execute(sql`SELECT FROM inventory_items WHERE id = ${itemId} FOR NO KEY UPDATE`);
  const lot = await context.tx.row<{ moved: boolean; difference: string; same: boolean }>(sql`
    SELECT a.amount <> ${seen}::numeric AS moved, (${there}::numeric - a.amount)::text AS difference, ${there}::numeric = a.amount AS same
    FROM lots l CROSS JOIN LATERAL (SELECT ${locationId ? amountAt(sql`${locationId}::uuid`) : sql`l.on_hand`} AS amount) a
    WHERE l.id = ${lotId} AND l.inventory_item_id = ${itemId} FOR NO KEY UPDATE OF l`);
  if (!lot) throw notFound("lot");
  if (lot.moved) throw stale("lot");
  if (lot.same) throw invalid("there", "This is what the books say already.");
  return moveStock(context, {
    ...{ itemId, lotId, type: "adjustment", quantity: lot.difference, reason },
    locationId: locationId ?? undefined,
  });
}
