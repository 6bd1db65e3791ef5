import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { trackingAddress } from "./tracking-address";

export type Carrier = { id: string; name: string; phone: string | null; trackingUrl: string | null };
export type EditedCarrier = Carrier & { archived: boolean; practices: number };

/** The parcel services that the lab works with, by name; at most 200. */
export const carrierChoices = (tx: Transaction): Promise<Carrier[]> =>
  tx.rows<Carrier>(sql`
    SELECT id, name, phone, tracking_url AS "trackingUrl" FROM carriers WHERE deleted_at IS NULL ORDER BY name, id LIMIT 200`);

/** All parcel services, archived ones too, with how many practices each serves; at most 200. */
export async function editedCarriers(tx: Transaction): Promise<EditedCarrier[]> {
  await tx.includeDeleted();
  return tx.rows<EditedCarrier>(sql`
    SELECT c.id, c.name, c.phone, c.tracking_url AS "trackingUrl", c.deleted_at IS NOT NULL AS archived,
      (SELECT count(*)::int FROM practices p WHERE p.lab_id = c.lab_id AND p.carrier_id = c.id AND p.deleted_at IS NULL) AS practices
    FROM carriers c ORDER BY c.name, c.id LIMIT 200`);
}

export type FollowedParcel = {
  id: string;
  code: string;
  carrier: string;
  phone: string | null;
  trackingNumber: string | null;
  /** Where it is followed; null when the carrier has no address or the parcel no number. */
  href: string | null;
};

/** The parcels that a carrier has of a case the actor sees, each with where it is followed; at most 50. */
export async function parcelsWithCarrier(tx: Transaction, caseId: string): Promise<FollowedParcel[]> {
  const rows = await tx.rows<Omit<FollowedParcel, "href"> & { trackingUrl: string | null }>(sql`
    SELECT p.id, p.code, c.name AS carrier, c.phone, p.tracking_number AS "trackingNumber", c.tracking_url AS "trackingUrl"
    FROM parcels p JOIN shipments s ON s.lab_id = p.lab_id AND s.id = p.shipment_id JOIN carriers c ON c.lab_id = s.lab_id AND c.id = s.carrier_id
    WHERE s.status = 'in_transit' AND p.id IN (
      SELECT si.parcel_id FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id WHERE i.case_id = ${caseId})
    ORDER BY p.code LIMIT 50`);
  return rows.map(({ trackingUrl, ...parcel }) => ({
    ...parcel,
    href: trackingAddress(trackingUrl, parcel.trackingNumber),
  }));
}

/** Why a delivery can fail, to choose from; at most 50. */
export const failureReasons = (tx: Transaction): Promise<{ id: string; label: string }[]> =>
  tx.rows(sql`SELECT id, label FROM reasons WHERE kind = 'delivery_failure' ORDER BY position, label LIMIT 50`);
