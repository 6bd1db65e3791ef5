import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockShipments } from "../lock";
import { writeCustody } from "../road/custody";
import { tellDispatch } from "../tell";
import type { settleMissingSchema } from "./schema";

/**
 * Settles a pick-up of which something was missing when its van was counted: with `isHere` the rest has turned up and all of it is at the
 * lab; otherwise it is given up as not collected, so that somebody decides how it goes on. Refuses with `not_found`, `stale`,
 * `not_missing` when nothing of it is awaited, and `route_not_over` before its van was counted.
 */
export async function settleMissing(
  { actor, tx }: Context,
  { id, version, isHere }: z.output<typeof settleMissingSchema>,
): Promise<{ id: string; number: string }> {
  const [pickup] = await lockShipments(tx, [id]);
  const route = await tx.row<{ isOver: boolean }>(sql`
    SELECT coalesce(r.status = 'completed', true) AS "isOver" FROM shipments h LEFT JOIN route_stops s ON s.id = h.stop_id
    LEFT JOIN delivery_routes r ON r.id = s.route_id WHERE h.id = ${id} AND h.type = 'pickup'`);
  if (!pickup || !route) throw notFound("pick-up");
  if (pickup.status !== "in_transit") throw conflict("not_missing", `Nothing of ${pickup.number} is awaited any more.`);
  if (pickup.version !== version) throw stale("pick-up");
  if (!route.isOver)
    throw conflict("route_not_over", "Its driver is still on the way. The count of the van settles it.");
  if (isHere) {
    const parcels = await tx.rows<{ id: string }>(
      sql`SELECT id FROM parcels WHERE shipment_id = ${id} AND place = 'van' ORDER BY id`,
    );
    await writeCustody(
      tx,
      parcels.map((parcel) => ({ id: parcel.id, stopId: null })),
      { kind: "unloaded", at: new Date(), note: "Found after the count" },
    );
  }
  await tx.execute(
    isHere
      ? sql`UPDATE shipments SET status = 'delivered', delivered_at = clock_timestamp(), received_by = ${actor.name} WHERE id = ${id}`
      : sql`UPDATE shipments SET status = 'failed' WHERE id = ${id}`,
  );
  await tellDispatch(tx);
  await announce(tx, [`portal:${pickup.practiceId}`], pickup.practiceId);
  return { id, number: pickup.number };
}
