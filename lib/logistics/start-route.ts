import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { reckonArrivals } from "./eta/reckon-arrivals";
import { lockCasesOf, lockRoute, lockShipments, lockStops } from "./lock";
import type { Report } from "./own-stop";
import { writeCustody } from "./road/custody";
import { leaveBehind } from "./road/leave-behind";
import { tellCases, tellDispatch } from "./tell";

type Start = {
  routeId: string;
  /** The parcels on the van; all of the route's when nobody looked. */
  parcelIds?: string[] | null;
};
export type Started = {
  routeId: string;
  /** Codes of parcels that stay at the lab for another route. */
  left: string[];
  /** Codes of parcels on the van that the office had taken off this route meanwhile. */
  notOnRoute: string[];
};
type RouteParcel = { id: string; code: string; shipmentId: string; stopId: string; place: string };

/**
 * Sets a driver's planned route on the road: its parcels on the van are booked out, the others stay behind as shipments that wait for
 * another route; pick-ups wait at their stops. A start locks the route for good. Refuses with `not_found`, `route_started`, `no_stops`, `not_today` (the route is of a
 * later day in the lab's zone), and with `stops_changed` when the lab was changing it at this moment.
 */
export async function startRoute(context: Context, input: Start, report: Report = {}): Promise<Started> {
  const { actor, tx } = context;
  const { routeId } = input;
  const at = report.at ?? new Date();
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
    if ((await lockStops(tx, routeId)).length === 0) throw conflict("no_stops", "This route has no stops yet.");
    if (String(await loaded(tx, routeId)) !== String(shipmentIds))
      throw conflict("stops_changed", "The lab was changing this route. Look at the stops and start again.");
    const parcels = await parcelsOf(tx, shipmentIds);
    const isOn = (parcel: RouteParcel) => !input.parcelIds || input.parcelIds.includes(parcel.id);
    const behind = parcels.filter((parcel) => !isOn(parcel));
    await leaveBehind(tx, behind, at);
    const kept = new Set(parcels.filter(isOn).map((parcel) => parcel.shipmentId));
    const withParcels = new Set(parcels.map((parcel) => parcel.shipmentId));
    const going = shipmentIds.filter((id) => kept.has(id) || !withParcels.has(id));
    await tx.execute(sql`
      UPDATE delivery_routes SET status = 'in_progress', started_at = ${at}, locked_at = coalesce(locked_at, ${at}),
        locked_by_id = coalesce(locked_by_id, app_user_id()) WHERE id = ${routeId}`);
    await tx.execute(sql`
      UPDATE shipments SET status = 'in_transit', shipped_at = ${at} WHERE id = ANY(${going}::uuid[])`);
    await writeCustody(
      tx,
      parcels.filter((parcel) => isOn(parcel) && parcel.place !== "van"),
      { kind: "loaded", at },
    );
    await reckonArrivals(tx, routeId);
    await tellCases(context, going, "out_for_delivery", ({ number }) => ({ number }));
    await tellDispatch(tx, [routeId]);
    const known = new Set(parcels.map((parcel) => parcel.id));
    const strange = (input.parcelIds ?? []).filter((id) => !known.has(id));
    return { routeId, left: behind.map((parcel) => parcel.code), notOnRoute: await codesOf(tx, strange) };
  });
}

async function loaded(tx: Transaction, routeId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT s.id FROM shipments s JOIN route_stops st ON st.id = s.stop_id
    WHERE st.route_id = ${routeId} AND st.deleted_at IS NULL AND s.status = 'scheduled' AND s.type = 'delivery' ORDER BY s.id`);
  return rows.map((row) => row.id);
}

function parcelsOf(tx: Transaction, shipmentIds: string[]): Promise<RouteParcel[]> {
  return tx.rows<RouteParcel>(sql`
    SELECT p.id, p.code, p.shipment_id AS "shipmentId", h.stop_id AS "stopId", p.place FROM parcels p JOIN shipments h ON h.id = p.shipment_id
    WHERE p.shipment_id = ANY(${shipmentIds}::uuid[]) ORDER BY p.code`);
}

async function codesOf(tx: Transaction, ids: string[]): Promise<string[]> {
  const rows = await tx.rows<{ code: string }>(
    sql`SELECT code FROM parcels WHERE id = ANY(${ids}::uuid[]) ORDER BY code`,
  );
  return rows.map((row) => row.code);
}
