import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { RouteStatus, ShipmentStatus, StopStatus } from "./vocabulary";

/*
 * Everything that moves shipments locks in one order: cases (lockCase, by id), shipments (by id), routes (by id), stops (by id).
 * So nobody waits in a circle.
 */

export type LockedShipment = {
  id: string;
  number: string;
  status: ShipmentStatus;
  practiceId: string;
  stopId: string | null;
  version: number;
};
export type LockedRoute = {
  id: string;
  name: string;
  routeDate: string;
  driverId: string | null;
  status: RouteStatus;
  lockedAt: Date | null;
};
export type LockedStop = {
  id: string;
  routeId: string;
  practiceId: string;
  position: number;
  status: StopStatus;
  version: number;
};

/** Cases of the shipments, locked by id. The set can only shrink afterwards when a shipment is unpacked, which its own lock tells. */
export async function lockCasesOf(tx: Transaction, shipmentIds: string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT c.id FROM cases c WHERE c.id IN (
      SELECT i.case_id FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id WHERE si.shipment_id = ANY(${shipmentIds}::uuid[]))
    ORDER BY c.id FOR UPDATE`);
  return rows.map((row) => row.id);
}

/** Locks shipments by id. Refuses with `not_found` when one of them is not the actor's to see. */
export async function lockShipments(tx: Transaction, ids: string[]): Promise<LockedShipment[]> {
  const rows = await tx.rows<LockedShipment>(sql`
    SELECT id, number, status, practice_id AS "practiceId", stop_id AS "stopId", version
    FROM shipments WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`);
  if (rows.length < new Set(ids).size) throw notFound("shipment");
  return rows;
}

/** Locks a route. Refuses with `not_found`. */
export async function lockRoute(tx: Transaction, id: string): Promise<LockedRoute> {
  const row = await tx.row<LockedRoute>(sql`
    SELECT id, name, route_date AS "routeDate", driver_id AS "driverId", status, locked_at AS "lockedAt"
    FROM delivery_routes WHERE id = ${id} FOR UPDATE`);
  if (!row) throw notFound("route");
  return row;
}

/** Locks the living stops of a route, in order. The caller holds the route's lock. */
export function lockStops(tx: Transaction, routeId: string): Promise<LockedStop[]> {
  return tx.rows<LockedStop>(sql`
    SELECT id, route_id AS "routeId", practice_id AS "practiceId", position, status, version
    FROM route_stops WHERE route_id = ${routeId} AND deleted_at IS NULL ORDER BY position FOR UPDATE`);
}

/** Refuses with `route_started`, `route_over` or `route_locked` unless a route is still being planned. */
export function mustBePlanned(route: LockedRoute): void {
  if (route.status === "in_progress")
    throw conflict("route_started", `“${route.name}” is on the road already. Choose another route or plan a new one.`);
  if (route.status !== "planned") throw conflict("route_over", `“${route.name}” is over. Choose another route.`);
  if (route.lockedAt) throw conflict("route_locked", `“${route.name}” is locked. Unlock it before you change it.`);
}
