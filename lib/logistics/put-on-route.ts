import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type OpeningHours, windowOn } from "@/lib/practices/opening-hours";
import { type LockedRoute, lockCasesOf, lockRoute, lockShipments, lockStops, mustBePlanned } from "./lock";
import { placeStops, planRoute } from "./plan-route";
import { keepExpected } from "./round";
import type { putOnNewRouteSchema } from "./schema";
import { tellCases, tellDispatch } from "./tell";

/**
 * Puts ready shipments on a planned route: each practice gets one stop, at the end or the one it has on the route already. The stop's
 * window is the practice's opening hours of that weekday. Refuses with `not_found`, `route_started`, `route_over`,
 * `route_locked`, `not_ready`.
 */
export async function putOnRoute(
  context: Context,
  { shipmentIds, routeId }: { shipmentIds: string[]; routeId: string },
): Promise<{ routeId: string; stops: number }> {
  const { tx } = context;
  await lockCasesOf(tx, shipmentIds);
  const shipments = await lockShipments(tx, shipmentIds);
  const taken = shipments.find((shipment) => shipment.status !== "ready");
  if (taken) throw conflict("not_ready", `${taken.number} is not waiting for a route any more. Nothing was changed.`);
  const route = await lockRoute(tx, routeId);
  mustBePlanned(route);
  const stops = new Map((await lockStops(tx, routeId)).map((stop) => [stop.practiceId, stop.id]));
  for (const { id, practiceId } of shipments) {
    const stopId = stops.get(practiceId) ?? (await addStop(tx, route, practiceId, stops.size + 1));
    stops.set(practiceId, stopId);
    await tx.execute(sql`UPDATE shipments SET stop_id = ${stopId}, status = 'scheduled' WHERE id = ${id}`);
  }
  await keepExpected(tx, context.actor, routeId);
  await tellCases(context, shipmentIds, "put_on_route", ({ number }) => ({
    number,
    route: route.name,
    date: route.routeDate,
  }));
  await tellDispatch(tx, [routeId]);
  return { routeId, stops: stops.size };
}

/**
 * Plans a route and puts ready shipments on it: both, or neither. Refuses as `planRoute` and `putOnRoute` do.
 */
export async function putOnNewRoute(
  context: Context,
  { shipmentIds, ...route }: z.output<typeof putOnNewRouteSchema>,
): Promise<{ routeId: string; stops: number }> {
  const { id } = await planRoute(context, route);
  return putOnRoute(context, { shipmentIds, routeId: id });
}

/**
 * Takes shipments off their planned routes again, so that they wait for another; a stop that is left without any goes too, but for one
 * that the route's template always has. Refuses with `not_found`, `not_on_route`, `route_started`, `route_over`, `route_locked`. Answers the routes they were on.
 */
export async function takeOffRoute(
  { actor, tx }: Context,
  { shipmentIds }: { shipmentIds: string[] },
): Promise<{ routeIds: string[] }> {
  const shipments = await lockShipments(tx, shipmentIds);
  const free = shipments.find((shipment) => shipment.status !== "scheduled" || !shipment.stopId);
  if (free) throw conflict("not_on_route", `${free.number} is not on a planned route.`);
  const routes = await tx.rows<{ id: string }>(sql`
    SELECT DISTINCT route_id AS id FROM route_stops WHERE id = ANY(${shipments.map((s) => s.stopId)}::uuid[]) ORDER BY route_id`);
  for (const { id } of routes) mustBePlanned(await lockRoute(tx, id));
  await tx.execute(sql`UPDATE shipments SET status = 'ready', stop_id = NULL WHERE id = ANY(${shipmentIds}::uuid[])`);
  const left = shipments.map((shipment) => shipment.stopId as string);
  for (const { id } of routes) {
    await dropEmptyStops(tx, id, left);
    await keepExpected(tx, actor, id);
  }
  const routeIds = routes.map((route) => route.id);
  await tellDispatch(tx, routeIds);
  return { routeIds };
}

/**
 * Adds a stop to a route whose lock the caller holds; its window is the practice's opening hours of that weekday. Answers its id.
 */
export async function addStop(
  tx: Transaction,
  route: LockedRoute,
  practiceId: string,
  position: number,
): Promise<string> {
  const practice = await tx.row<{ hours: OpeningHours | null }>(sql`
    SELECT opening_hours AS hours FROM practices WHERE id = ${practiceId}`);
  const window = windowOn(practice?.hours ?? null, route.routeDate);
  const row = await tx.row<{ id: string }>(sql`
    INSERT INTO route_stops (route_id, practice_id, position, window_from, window_to)
    VALUES (${route.id}, ${practiceId}, ${position}, ${window?.[0] ?? null}, ${window?.[1] ?? null}) RETURNING id`);
  return row?.id as string;
}

/**
 * Takes away those of the stops that carry nothing any more and that their route's template does not always have, and numbers the
 * others anew. The caller holds the route's lock.
 */
export async function dropEmptyStops(tx: Transaction, routeId: string, stopIds: string[]): Promise<void> {
  const empty = (
    await tx.rows<{ id: string }>(sql`
      SELECT s.id FROM route_stops s JOIN delivery_routes r ON r.lab_id = s.lab_id AND r.id = s.route_id
      WHERE s.route_id = ${routeId} AND s.id = ANY(${stopIds}::uuid[])
        AND NOT EXISTS (SELECT FROM shipments h WHERE h.stop_id = s.id AND h.deleted_at IS NULL)
        AND NOT EXISTS (SELECT FROM route_template_stops t
          WHERE t.lab_id = s.lab_id AND t.template_id = r.template_id AND t.practice_id = s.practice_id AND t.always AND t.deleted_at IS NULL)`)
  ).map((row) => row.id);
  if (empty.length > 0) await removeStops(tx, routeId, empty);
}

/** Deletes stops and numbers the others of their route anew. The caller holds the route's lock. */
export async function removeStops(tx: Transaction, routeId: string, stopIds: string[]): Promise<void> {
  const stops = await lockStops(tx, routeId);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE route_stops SET deleted_at = now() WHERE id = ANY(${stopIds}::uuid[])`);
  await placeStops(
    tx,
    stops.map((stop) => stop.id).filter((id) => !stopIds.includes(id)),
  );
}
