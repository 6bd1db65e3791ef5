import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import type { MoveLotInput } from "./schema";

/**
 * Carries a lot to another place and notes who did. Answers where it lay, to be carried back. Refuses `not_found` and `there_already`.
 */
export async function moveLot(
  { actor, tx }: Context,
  { lotId, locationId }: MoveLotInput,
): Promise<{ from: string | null }> {
  const lot = await tx.row<{ from: string | null; itemId: string }>(
    sql`SELECT location_id AS "from", inventory_item_id AS "itemId" FROM lots WHERE id = ${lotId} FOR NO KEY UPDATE`,
  );
  if (!lot) throw notFound("lot");
  if (lot.from === locationId) throw conflict("there_already", "This lot lies there already.");
  await tx.execute(sql`
    INSERT INTO lot_moves (lot_id, from_location_id, to_location_id, moved_by_id) VALUES (${lotId}, ${lot.from}, ${locationId}, ${actor.userId})`);
  await tx.execute(sql`UPDATE lots SET location_id = ${locationId} WHERE id = ${lotId}`);
  await announce(tx, ["stock", `stock:${lot.itemId}`]);
  return { from: lot.from };
}
