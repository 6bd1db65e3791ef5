import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { amountAt, carry } from "./places";
import type { MoveLotInput } from "./schema";

type Lot = { itemId: string; unit: string; number: string; isEmpty: boolean; there: string; enough: boolean };

/**
 * Carries a lot, or a part of it, from one place to another and notes who did; what is on hand stays as it is. Without a quantity all that
 * lies there is carried. Answers how much was, to be carried back; null for a lot of which nothing is left. Refuses `not_found`,
 * `there_already`, `stale` when nothing lies there any more, and `not_enough`.
 */
export async function moveLot(
  context: Context,
  { lotId, from, to, quantity }: MoveLotInput,
): Promise<{ quantity: string | null }> {
  const { actor, tx } = context;
  // The item before its lot, as everywhere: what is read of the lot's parts is then what holds.
  await tx.execute(
    sql`SELECT FROM inventory_items WHERE id = (SELECT inventory_item_id FROM lots WHERE id = ${lotId}) FOR NO KEY UPDATE`,
  );
  const lot = await tx.row<Lot>(sql`
    SELECT l.inventory_item_id AS "itemId", l.number, l.on_hand = 0 AS "isEmpty", trim_scale(${amountAt(sql`${from}::uuid`)})::text AS there,
      ${amountAt(sql`${from}::uuid`)} >= coalesce(${quantity}::numeric, 0) AS enough,
      (SELECT unit FROM inventory_items i WHERE i.id = l.inventory_item_id) AS unit
    FROM lots l WHERE l.id = ${lotId} FOR NO KEY UPDATE OF l`);
  if (!lot) throw notFound("lot");
  if (from === to) throw conflict("there_already", "This lot lies there already.");
  if (lot.isEmpty) {
    await tx.execute(sql`UPDATE lots SET location_id = ${to} WHERE id = ${lotId}`);
    await tx.execute(
      sql`INSERT INTO lot_moves (lot_id, from_location_id, to_location_id, moved_by_id) VALUES (${lotId}, ${from}, ${to}, ${actor.userId})`,
    );
  } else {
    if (lot.there === "0") throw stale("lot");
    if (!lot.enough)
      throw conflict("not_enough", `Only ${lot.there} ${lot.unit} of lot ${lot.number} is at that place.`);
    await carry(context, { lotId, from, to, quantity: quantity ?? lot.there });
  }
  await announce(tx, ["stock", `stock:${lot.itemId}`]);
  return { quantity: lot.isEmpty ? null : (quantity ?? lot.there) };
}
