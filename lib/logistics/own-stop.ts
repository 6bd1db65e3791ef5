import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LockedRoute, type LockedStop, lockCasesOf, lockRoute, lockShipments, lockStops } from "./lock";

export type OpenStop = { route: LockedRoute; stop: LockedStop; shipmentIds: string[]; itemIds: string[] };

/** The route of a stop that the actor may see: a driver only those of their own routes. Refuses with `not_found`. */
async function routeOfStop(tx: Transaction, stopId: string): Promise<string> {
  const row = await tx.row<{ routeId: string }>(sql`
    SELECT s.route_id AS "routeId" FROM route_stops s JOIN delivery_routes r ON r.id = s.route_id WHERE s.id = ${stopId}`);
  if (!row) throw notFound("stop");
  return row.routeId;
}

/** A stop among its route's locked ones, of a route on the road. Refuses with `not_found`, `route_not_started`, `route_over`. */
export async function lockOwnStop(tx: Transaction, stopId: string): Promise<{ route: LockedRoute; stop: LockedStop }> {
  const route = await lockRoute(tx, await routeOfStop(tx, stopId));
  const stop = (await lockStops(tx, route.id)).find((one) => one.id === stopId);
  if (!stop) throw notFound("stop");
  if (route.status === "planned") throw conflict("route_not_started", "Start the route first.");
  if (stop.status === "delivered") throw conflict("already_delivered", "This stop is recorded as delivered already.");
  if (stop.status === "failed") throw conflict("already_failed", "This stop is recorded as failed already.");
  if (route.status !== "in_progress") throw conflict("route_over", "This route is over.");
  return { route, stop };
}

/**
 * Locks everything that ends with a stop, in the common order, after finding it under the actor's own policies, and runs `follow` on it
 * with the rights of the lab's people. Refuses as `lockOwnStop` does, and with `stop_changed` when what is on board
 * changed at this moment.
 */
export async function atOpenStop<T>(
  { tx }: Context,
  stopId: string,
  follow: (open: OpenStop) => Promise<T>,
): Promise<T> {
  await routeOfStop(tx, stopId);
  return tx.withLabRights(async () => {
    const shipmentIds = await onBoard(tx, stopId);
    await lockCasesOf(tx, shipmentIds);
    await lockShipments(tx, shipmentIds);
    const { route, stop } = await lockOwnStop(tx, stopId);
    if (String(await onBoard(tx, stopId)) !== String(shipmentIds))
      throw conflict("stop_changed", "What is on board for this stop changed at this moment. Please try again.");
    const items = await tx.rows<{ id: string }>(sql`
      SELECT case_item_id AS id FROM shipment_items WHERE shipment_id = ANY(${shipmentIds}::uuid[])`);
    return follow({ route, stop, shipmentIds, itemIds: items.map((item) => item.id) });
  });
}

async function onBoard(tx: Transaction, stopId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM shipments WHERE stop_id = ${stopId} AND status = 'in_transit' ORDER BY id`);
  return rows.map((row) => row.id);
}

/** Ends a route whose stops are all delivered or failed. The caller holds its lock. Answers whether it did. */
export async function endRouteWhenDone(tx: Transaction, routeId: string): Promise<boolean> {
  const ended = await tx.execute(sql`
    UPDATE delivery_routes SET status = 'completed', completed_at = clock_timestamp()
    WHERE id = ${routeId} AND NOT EXISTS (
      SELECT FROM route_stops s WHERE s.route_id = ${routeId} AND s.status NOT IN ('delivered', 'failed') AND s.deleted_at IS NULL)`);
  return ended > 0;
}
