import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { reckonArrivals } from "../eta/reckon-arrivals";
import { lockRoute, lockShipments, lockStops } from "../lock";
import { addStop } from "../put-on-route";
import { tellDispatch } from "../tell";
import type { addOnRoadSchema } from "./schema";

/**
 * Sends a driver who is on the road to fetch pick-ups as well: at a stop of the route that is still to do, else at a new one at its end.
 * The driver is told. Refuses with `not_found`, `not_ready`, `not_a_pickup` (a parcel at the lab cannot reach the van any more),
 * `route_not_started`, `route_over`.
 */
export async function addOnRoad(
  { tx }: Context,
  { routeId, shipmentIds }: z.output<typeof addOnRoadSchema>,
): Promise<{ routeId: string; stops: number }> {
  const shipments = await lockShipments(tx, shipmentIds);
  const taken = shipments.find(({ status }) => status !== "ready");
  if (taken) throw conflict("not_ready", `${taken.number} is not waiting for a route any more. Nothing was changed.`);
  const pickups = await tx.rows(sql`
    SELECT id FROM shipments WHERE id = ANY(${shipmentIds}::uuid[]) AND type = 'pickup'`);
  if (pickups.length < shipments.length)
    throw conflict("not_a_pickup", "The van has left: only pick-ups can still be added to this route.");
  const route = await lockRoute(tx, routeId);
  if (route.status === "planned") throw conflict("route_not_started", `“${route.name}” has not started yet.`);
  if (route.status !== "in_progress") throw conflict("route_over", `“${route.name}” is over. Choose another route.`);
  const stops = await lockStops(tx, routeId);
  const open = new Map(
    stops
      .filter(({ status }) => status === "planned" || status === "skipped" || status === "arrived")
      .map((stop) => [stop.practiceId, stop.id]),
  );
  let last = Math.max(0, ...stops.map(({ position }) => position));
  for (const { id, practiceId } of shipments) {
    const stopId = open.get(practiceId) ?? (await addStop(tx, route, practiceId, ++last));
    open.set(practiceId, stopId);
    await tx.execute(sql`UPDATE shipments SET stop_id = ${stopId}, status = 'scheduled' WHERE id = ${id}`);
  }
  await reckonArrivals(tx, routeId);
  if (route.driverId) {
    const title = `A pick-up was added to ${route.name}`;
    const key = `road:${routeId}:${shipmentIds.toSorted().join()}`;
    await notify(tx, { userIds: [route.driverId] }, { key, type: "assignment", title, href: "/driver" });
  }
  await tellDispatch(tx, [routeId]);
  return { routeId, stops: open.size };
}
