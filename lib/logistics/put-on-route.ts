import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type OpeningHours, windowOn } from "@/lib/practices/opening-hours";
import { type LockedRoute, lockCasesOf, lockRoute, lockShipments, lockStops, mustBePlanned } from "./lock";
import { placeStops } from "./plan-route";
import { tellCases, tellDispatch } from "./tell";

/**
 * Puts ready shipments on a planned route: each practice gets one stop, at the end or the one it has on the route already. The stop's
 * window is the practice's opening hours of that weekday. Refuses with `not_found`, `route_started`, `route_over`, `not_ready`.
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
  await tellCases(context, shipmentIds, "put_on_route", ({ number }) => ({
    number,
    route: route.name,
    date: route.routeDate,
  }));
  await tellDispatch(tx, [routeId]);
  return { routeId, stops: stops.size };
}

/**
 * Takes shipments off their planned routes again, so that they wait for another; a stop that is left without any goes too. Refuses with
 * `not_found`, `not_on_route`, `route_started`, `route_over`. Answers the routes they were on.
 */
export async function takeOffRoute(
  { tx }: Context,
  { shipmentIds }: { shipmentIds: string[] },
): Promise<{ routeIds: string[] }> {
  const shipments = await lockShipments(tx, shipmentIds);
  const free = shipments.find((shipment) => shipment.status !== "scheduled" || !shipment.stopId);
  if (free) throw conflict("not_on_route", `${free.number} is not on a planned route.`);
  const routes = await tx.rows<{ id: string }>(sql`
    SELECT DISTINCT route_id AS id FROM route_stops WHERE id = ANY(${shipments.map((s) => s.stopId)}::uuid[]) ORDER BY route_id`);
  for (const { id } of routes) mustBePlanned(await lockRoute(tx, id));
  await tx.execute(sql`UPDATE shipments SET status = 'ready', stop_id = NULL WHERE id = ANY(${shipmentIds}::uuid[])`);
  for (const { id } of routes) await dropEmptyStops(tx, id);
  const routeIds = routes.map((route) => route.id);
  await tellDispatch(tx, routeIds);
  return { routeIds };
}

async function addStop(tx: Transaction, route: LockedRoute, practiceId: string, position: number): Promise<string> {
  const practice = await tx.row<{ hours: OpeningHours | null }>(sql`
    SELECT opening_hours AS hours FROM practices WHERE id = ${practiceId}`);
  const window = windowOn(practice?.hours ?? null, route.routeDate);
  const row = await tx.row<{ id: string }>(sql`
    INSERT INTO route_stops (route_id, practice_id, position, window_from, window_to)
    VALUES (${route.id}, ${practiceId}, ${position}, ${window?.[0] ?? null}, ${window?.[1] ?? null}) RETURNING id`);
  return row?.id as string;
}

async function dropEmptyStops(tx: Transaction, routeId: string): Promise<void> {
  const stops = await lockStops(tx, routeId);
  const carrying = new Set(
    (
      await tx.rows<{ id: string }>(sql`
        SELECT DISTINCT stop_id AS id FROM shipments WHERE stop_id = ANY(${stops.map((stop) => stop.id)}::uuid[]) AND deleted_at IS NULL`)
    ).map((row) => row.id),
  );
  const empty = stops.filter((stop) => !carrying.has(stop.id)).map((stop) => stop.id);
  if (empty.length === 0) return;
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE route_stops SET deleted_at = now() WHERE id = ANY(${empty}::uuid[])`);
  await placeStops(
    tx,
    stops.map((stop) => stop.id).filter((id) => carrying.has(id)),
  );
}
