import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { lockCasesOf, lockRoute, lockShipments } from "./lock";
import { tellCases, tellDispatch } from "./tell";

/**
 * Sets a driver's planned route on the road with all its shipments. Refuses with `not_found`, `route_started`, `no_stops`, `not_today`
 * (the route is of a later day in the lab's zone), and with `stops_changed` when the lab was changing it.
 */
export async function startRoute(context: Context, { routeId }: { routeId: string }): Promise<{ routeId: string }> {
  const { actor, tx } = context;
  const own = await tx.row(sql`SELECT 1 FROM delivery_routes WHERE id = ${routeId}`);
  if (!own) throw notFound("route");
  return tx.withLabRights(async () => {
    const shipmentIds = await loaded(tx, routeId);
    await lockCasesOf(tx, shipmentIds);
    await lockShipments(tx, shipmentIds);
    const route = await lockRoute(tx, routeId);
    if (route.status !== "planned") throw conflict("route_started", "This route was started already.");
    if (route.routeDate > labToday(actor.lab.timeZone))
      throw conflict("not_today", `“${route.name}” is planned for ${route.routeDate}.`);
    if (String(await loaded(tx, routeId)) !== String(shipmentIds))
      throw conflict("stops_changed", "The lab was changing this route. Look at the stops and start again.");
    if (shipmentIds.length === 0) throw conflict("no_stops", "This route has no stops yet.");
    await tx.execute(sql`
      UPDATE delivery_routes SET status = 'in_progress', started_at = clock_timestamp() WHERE id = ${routeId}`);
    await tx.execute(sql`
      UPDATE shipments SET status = 'in_transit', shipped_at = clock_timestamp() WHERE id = ANY(${shipmentIds}::uuid[])`);
    await tellCases(context, shipmentIds, "out_for_delivery", ({ number }) => ({ number }));
    await tellDispatch(tx, [routeId]);
    return { routeId };
  });
}

async function loaded(tx: Transaction, routeId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT s.id FROM shipments s JOIN route_stops st ON st.id = s.stop_id
    WHERE st.route_id = ${routeId} AND st.deleted_at IS NULL AND s.status = 'scheduled' ORDER BY s.id`);
  return rows.map((row) => row.id);
}
