import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { reckonArrivals } from "../eta/reckon-arrivals";
import { lockCasesOf, lockRoute, lockShipments, lockStops, mustBePlanned } from "../lock";
import { endRouteWhenDone } from "../own-stop";
import { removeStops } from "../put-on-route";
import { keepExpected } from "../round";
import { tellDispatch } from "../tell";
import type { stopOffSchema } from "./schema";

/**
 * Takes a stop off a route; what it carried waits for another route. On the road that goes only for one that the driver has not come to
 * and that no parcel is on board for (pick-ups). Refuses with `not_found`, `stale`, `route_over`, `route_locked`, `stop_visited`,
 * `on_board`.
 */
export async function takeStopOff(
  { actor, tx }: Context,
  { stopId, version }: z.output<typeof stopOffSchema>,
): Promise<{ routeId: string; shipmentIds: string[] }> {
  const seen = await tx.row<{ routeId: string }>(
    sql`SELECT route_id AS "routeId" FROM route_stops WHERE id = ${stopId}`,
  );
  if (!seen) throw notFound("stop");
  const { routeId } = seen;
  const carried = await tx.rows<{ id: string }>(sql`SELECT id FROM shipments WHERE stop_id = ${stopId} ORDER BY id`);
  const shipmentIds = carried.map(({ id }) => id);
  await lockCasesOf(tx, shipmentIds);
  const shipments = await lockShipments(tx, shipmentIds);
  const route = await lockRoute(tx, routeId);
  const onRoad = route.status === "in_progress";
  if (!onRoad) mustBePlanned(route);
  const stop = (await lockStops(tx, routeId)).find(({ id }) => id === stopId);
  if (!stop) throw notFound("stop");
  if (stop.version !== version || shipments.some((shipment) => shipment.stopId !== stopId)) throw stale("stop");
  if (stop.status !== "planned" && stop.status !== "skipped")
    throw conflict("stop_visited", "The driver has come to this stop already.");
  if (shipments.some(({ status }) => status !== "scheduled"))
    throw conflict("on_board", "The driver has parcels for this stop on board. They come back at the end of the day.");
  await tx.execute(sql`UPDATE shipments SET stop_id = NULL, status = 'ready' WHERE id = ANY(${shipmentIds}::uuid[])`);
  await removeStops(tx, routeId, [stopId]);
  if (!onRoad) await keepExpected(tx, actor, routeId);
  else if (!(await endRouteWhenDone(tx, routeId, new Date()))) await reckonArrivals(tx, routeId);
  await tellDispatch(tx, [routeId]);
  return { routeId, shipmentIds };
}
