import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LockedRoute, type LockedStop, lockRoute, lockShipments, lockStops } from "./lock";
import { onVan } from "./road/custody";
import { STOP_STATUS_LABEL } from "./vocabulary";

/** When it happened (now, unless a phone says), and on which phone. */
export type Report = { at?: Date; phoneId?: string };
/** A stop as the driver saw it: `version` is left out where nobody looked, as in a test. */
export type SeenStop = { stopId: string; version?: number };
type OpenShipment = { id: string; number: string; type: "delivery" | "pickup" };
export type OpenStop = { route: LockedRoute; stop: LockedStop; deliveries: OpenShipment[]; pickups: OpenShipment[] };

/** The route of a stop that the actor may see: a driver only those of their own routes. Refuses with `not_found`. */
async function routeOfStop(tx: Transaction, stopId: string): Promise<string> {
  const row = await tx.row<{ routeId: string }>(sql`
    SELECT s.route_id AS "routeId" FROM route_stops s JOIN delivery_routes r ON r.id = s.route_id WHERE s.id = ${stopId}`);
  if (!row) throw notFound("stop");
  return row.routeId;
}

/**
 * A stop among its route's locked ones, of a route on the road. Refuses with `not_found`, `route_not_started`, `already_delivered`,
 * `already_failed`, `route_over`, and with `stale` when another than this phone changed the stop since the driver saw it.
 */
export async function lockOwnStop(
  tx: Transaction,
  seen: SeenStop,
  report: Report = {},
): Promise<{ route: LockedRoute; stop: LockedStop }> {
  const route = await lockRoute(tx, await routeOfStop(tx, seen.stopId));
  const stop = (await lockStops(tx, route.id)).find((one) => one.id === seen.stopId);
  if (!stop) throw notFound("stop");
  if (route.status === "planned") throw conflict("route_not_started", "Start the route first.");
  if (stop.status === "delivered") throw conflict("already_delivered", "This stop is recorded as delivered already.");
  if (stop.status === "failed") throw conflict("already_failed", "This stop is recorded as failed already.");
  if (route.status !== "in_progress") throw conflict("route_over", "This route is over.");
  if (seen.version !== undefined && seen.version !== stop.version) await refuseStale(tx, stop, report.phoneId);
  return { route, stop };
}

/** What this very phone reported before counts as seen: it could not have known the version that came of it. */
async function refuseStale(tx: Transaction, stop: LockedStop, phoneId: string | undefined): Promise<void> {
  const own = await tx.row(sql`
    SELECT 1 FROM road_log WHERE stop_id = ${stop.id} AND phone_id = ${phoneId ?? null}::uuid AND user_id = app_user_id() AND outcome = 'applied'
      AND stop_version = ${stop.version} LIMIT 1`);
  if (own) return;
  const now = STOP_STATUS_LABEL[stop.status].toLowerCase();
  throw conflict("stale", `This stop was changed in the meantime. It is now: ${now}. Look at it, then report again.`);
}

/**
 * Locks everything that ends with a stop, in the common order, after finding it under the actor's own policies, and runs `follow` on it
 * with the rights of the lab's people. Refuses as `lockOwnStop` does, and with `stop_changed` when what is on board
 * changed at this moment.
 */
export async function atOpenStop<T>(
  { tx }: Context,
  seen: SeenStop,
  report: Report,
  follow: (open: OpenStop) => Promise<T>,
): Promise<T> {
  await routeOfStop(tx, seen.stopId);
  return tx.withLabRights(async () => {
    const before = await openAt(tx, seen.stopId);
    const ids = before.map((shipment) => shipment.id);
    await lockCasesOfBoth(tx, ids);
    await lockShipments(tx, ids);
    const { route, stop } = await lockOwnStop(tx, seen, report);
    const open = await openAt(tx, seen.stopId);
    if (String(open.map((shipment) => shipment.id)) !== String(ids))
      throw conflict("stop_changed", "What is on board for this stop changed at this moment. Please try again.");
    const of = (type: OpenShipment["type"]) => open.filter((shipment) => shipment.type === type);
    return follow({ route, stop, deliveries: of("delivery"), pickups: of("pickup") });
  });
}

/** What is still to be handed over and to be fetched at a stop. */
export function openAt(tx: Transaction, stopId: string): Promise<OpenShipment[]> {
  return tx.rows<OpenShipment>(sql`
    SELECT id, number, type FROM shipments WHERE stop_id = ${stopId} AND status = CASE type WHEN 'pickup' THEN 'scheduled' ELSE 'in_transit' END
    ORDER BY id`);
}

/** Locks the cases that are brought and those that are fetched, by id. */
async function lockCasesOfBoth(tx: Transaction, shipmentIds: string[]): Promise<void> {
  await tx.execute(sql`
    SELECT c.id FROM cases c WHERE c.id IN (
      SELECT i.case_id FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id WHERE si.shipment_id = ANY(${shipmentIds}::uuid[])
      UNION ALL SELECT pc.case_id FROM pickup_cases pc WHERE pc.shipment_id = ANY(${shipmentIds}::uuid[]))
    ORDER BY c.id FOR UPDATE`);
}

/** Ends a stop once nothing is left to hand over or fetch there. The caller holds its locks. Answers whether it did. */
export async function endStopWhenDone(tx: Transaction, stopId: string, at: Date): Promise<boolean> {
  if ((await openAt(tx, stopId)).length > 0) {
    await tx.execute(
      sql`UPDATE route_stops SET status = 'arrived', arrived_at = coalesce(arrived_at, ${at}) WHERE id = ${stopId}`,
    );
    return false;
  }
  await tx.execute(sql`
    UPDATE route_stops SET status = 'delivered', arrived_at = coalesce(arrived_at, ${at}), completed_at = ${at} WHERE id = ${stopId}`);
  return true;
}

/**
 * Ends a route whose stops are all done when nothing is on its van any more; with something on it the route ends by the count at the
 * lab. The caller holds its lock and the rights of the lab's people. Answers whether it did.
 */
export async function endRouteWhenDone(tx: Transaction, routeId: string, at: Date): Promise<boolean> {
  const open = await tx.row(sql`
    SELECT 1 FROM route_stops s WHERE s.route_id = ${routeId} AND s.status NOT IN ('delivered', 'failed') AND s.deleted_at IS NULL LIMIT 1`);
  if (open || (await onVan(tx, routeId)).length > 0) return false;
  await tx.execute(sql`UPDATE delivery_routes SET status = 'completed', completed_at = ${at} WHERE id = ${routeId}`);
  return true;
}
