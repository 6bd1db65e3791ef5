import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type CustodyKind = "loaded" | "unloaded" | "delivered" | "collected" | "returned";
type Deed = { kind: CustodyKind; at: Date; note?: string | null };

/**
 * Adds what a driver did to parcels to their chains of custody, in the acting person's name; `stopId` is of each parcel or of all. A link never
 * stands before the one it follows, whatever the phone's clock said. Needs the rights of the lab's people.
 */
export async function writeCustody(
  tx: Transaction,
  parcels: readonly { id: string; stopId: string | null }[],
  { kind, at, note = null }: Deed,
): Promise<void> {
  if (parcels.length === 0) return;
  await tx.execute(sql`
    INSERT INTO parcel_events (parcel_id, stop_id, kind, person_id, note, happened_at)
    SELECT p.id, p.stop, ${kind}, app_user_id(), ${note}, greatest(${at}::timestamptz, (SELECT max(e.happened_at) FROM parcel_events e WHERE e.parcel_id = p.id))
    FROM unnest(${parcels.map((one) => one.id)}::uuid[], ${parcels.map((one) => one.stopId)}::uuid[]) p(id, stop)`);
}

export type VanParcel = {
  id: string;
  code: string;
  shipmentId: string;
  stopId: string;
  practice: string;
  /** Whether it was brought out from the lab, or fetched from a practice. */
  origin: "delivery" | "pickup";
};

/** What is on the van of a route, by the newest link of each parcel's chain. Needs the rights of the lab's people. */
export function onVan(tx: Transaction, routeId: string): Promise<VanParcel[]> {
  return tx.rows<VanParcel>(sql`
    SELECT p.id, p.code, p.shipment_id AS "shipmentId", e.stop_id AS "stopId", h.type AS origin, c.name AS practice
    FROM parcels p JOIN shipments h ON h.id = p.shipment_id JOIN practices c ON c.id = h.practice_id
    JOIN LATERAL (SELECT x.stop_id FROM parcel_events x WHERE x.parcel_id = p.id ORDER BY x.happened_at DESC, x.id DESC LIMIT 1) e ON true
    WHERE p.id IN (SELECT x.parcel_id FROM parcel_events x JOIN route_stops s ON s.id = x.stop_id WHERE s.route_id = ${routeId})
      AND p.place = 'van' AND e.stop_id IN (SELECT s.id FROM route_stops s WHERE s.route_id = ${routeId})
    ORDER BY p.code`);
}
