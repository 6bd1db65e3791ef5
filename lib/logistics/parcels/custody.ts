import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";

/** What the lab's own people do with a parcel; drivers have theirs. */
type DeskKind = "packed" | "unpacked" | "handed_over" | "delivered" | "returned";

/** Adds a link to the chain of custody of each parcel, by the acting person, now. `note` says to or from whom. */
export async function recordCustody(
  { actor, tx }: Context,
  parcelIds: string[],
  kind: DeskKind,
  note: string | null = null,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO parcel_events (parcel_id, kind, person_id, note)
    SELECT id, ${kind}, ${actor.userId}::uuid, ${note}::text FROM unnest(${parcelIds}::uuid[]) id ORDER BY id`);
}

/** The parcels of a shipment that are in it now, in their order. */
export async function parcelsOf({ tx }: Pick<Context, "tx">, shipmentId: string): Promise<ParcelRow[]> {
  return tx.rows<ParcelRow>(sql`
    SELECT id, code, place, position, tracking_number AS "trackingNumber" FROM parcels
    WHERE shipment_id = ${shipmentId} AND deleted_at IS NULL ORDER BY position`);
}

export type ParcelRow = {
  id: string;
  code: string;
  place: "lab" | "van" | "carrier" | "practice";
  position: number;
  trackingNumber: string | null;
};
