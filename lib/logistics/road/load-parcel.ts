import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockRoute } from "../lock";
import type { Report } from "../own-stop";
import { tellDispatch } from "../tell";
import { writeCustody } from "./custody";

type Scanned = { routeId: string; parcelId: string };
type Loaded = { parcelId: string; place: "lab" | "van" };

/**
 * A parcel of the route goes onto the van before it starts. Scanning it again changes nothing. Refuses with `not_found`, `route_started`,
 * and with `not_on_route` for a parcel that this route does not carry.
 */
export const loadParcel = (context: Context, scanned: Scanned, report?: Report): Promise<Loaded> =>
  carry(context, scanned, "van", report);

/** A parcel that was loaded goes back into the lab before the start. Refuses as `loadParcel` does. */
export const unloadParcel = (context: Context, scanned: Scanned, report?: Report): Promise<Loaded> =>
  carry(context, scanned, "lab", report);

async function carry(
  { tx }: Context,
  { routeId, parcelId }: Scanned,
  to: "lab" | "van",
  { at = new Date() }: Report = {},
): Promise<Loaded> {
  if (!(await tx.row(sql`SELECT 1 FROM delivery_routes WHERE id = ${routeId}`))) throw notFound("route");
  return tx.withLabRights(async () => {
    const route = await lockRoute(tx, routeId);
    if (route.status !== "planned") throw conflict("route_started", "This route was started already.");
    const parcel = await tx.row<{ code: string; place: string; stopId: string | null }>(sql`
      SELECT p.code, p.place, s.id AS "stopId" FROM parcels p JOIN shipments h ON h.id = p.shipment_id
      LEFT JOIN route_stops s ON s.id = h.stop_id AND s.route_id = ${routeId} AND s.deleted_at IS NULL AND h.status = 'scheduled' AND h.type = 'delivery'
      WHERE p.id = ${parcelId} FOR UPDATE OF p`);
    if (!parcel) throw notFound("parcel");
    if (!parcel.stopId)
      throw conflict("not_on_route", `${parcel.code} is not on this route any more. Leave it at the lab.`);
    if (parcel.place !== to) {
      const kind = to === "van" ? "loaded" : "unloaded";
      await writeCustody(tx, [{ id: parcelId, stopId: parcel.stopId }], { kind, at });
      await tellDispatch(tx, [routeId]);
    }
    return { parcelId, place: to };
  });
}
