import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { reckonArrivals } from "../eta/reckon-arrivals";
import { lockRoute, lockStops } from "../lock";
import { placeStops } from "../plan-route";
import { tellDispatch } from "../tell";

/**
 * The driver drives the stops that are still to do in another order. Stops that are done keep their places before them; one that the office added
 * meanwhile comes last, one that it took off is passed over, so an older list does no harm. Refuses with `not_found` and `route_over`.
 */
export async function reorder(
  { tx }: Context,
  { routeId, stopIds }: { routeId: string; stopIds: string[] },
): Promise<{ routeId: string; stopIds: string[] }> {
  if (!(await tx.row(sql`SELECT 1 FROM delivery_routes WHERE id = ${routeId}`))) throw notFound("route");
  return tx.withLabRights(async () => {
    const route = await lockRoute(tx, routeId);
    if (route.status !== "planned" && route.status !== "in_progress")
      throw conflict("route_over", "This route is over.");
    const stops = await lockStops(tx, routeId);
    const isDone = (status: string) => status === "delivered" || status === "failed";
    const place = (id: string) => (stopIds.includes(id) ? stopIds.indexOf(id) : stopIds.length);
    const done = stops.filter((stop) => isDone(stop.status)).map((stop) => stop.id);
    const open = stops.filter((stop) => !isDone(stop.status)).map((stop) => stop.id);
    const order = [...done, ...open.toSorted((a, b) => place(a) - place(b))];
    await placeStops(tx, order);
    await reckonArrivals(tx, routeId);
    await tellDispatch(tx, [routeId]);
    return { routeId, stopIds: order };
  });
}
