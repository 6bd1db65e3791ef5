import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";
import { writeCustody } from "./custody";

type Left = { id: string; code: string; shipmentId: string; stopId: string; place: string };

/**
 * Takes parcels off the route that starts without them: they wait at the lab for another one, a shipment that is only partly on the
 * van as two, and the dispatchers hear of it. The caller holds the shipments' locks and the rights of the lab's people.
 */
export async function leaveBehind(tx: Transaction, left: readonly Left[], at: Date): Promise<void> {
  if (left.length === 0) return;
  await writeCustody(
    tx,
    left.filter((parcel) => parcel.place === "van"),
    { kind: "unloaded", at, note: "Left at the lab" },
  );
  for (const shipmentId of new Set(left.map((parcel) => parcel.shipmentId))) {
    const ids = left.filter((parcel) => parcel.shipmentId === shipmentId).map((parcel) => parcel.id);
    const going = await tx.row(sql`
      SELECT 1 FROM parcels WHERE shipment_id = ${shipmentId} AND id <> ALL(${ids}::uuid[]) LIMIT 1`);
    if (going) await split(tx, shipmentId, ids);
    else await tx.execute(sql`UPDATE shipments SET status = 'ready', stop_id = NULL WHERE id = ${shipmentId}`);
  }
  const codes = left.map((parcel) => parcel.code).join(", ");
  await notify(
    tx,
    { permission: "routes.manage" },
    {
      key: `left:${left.map((parcel) => parcel.id).join(",")}:${at.toISOString()}`,
      type: "alert",
      priority: "high",
      title: "A driver left without some parcels",
      body: `${codes}: at the lab, waiting for another route.`,
      href: "/shipments?show=ready",
    },
  );
}

/** The parcels that stay become a shipment of their own; their labels keep their codes. */
async function split(tx: Transaction, shipmentId: string, parcelIds: string[]): Promise<void> {
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO shipments (number, practice_id, case_id, note)
    SELECT next_number('shipment'), practice_id, case_id, note FROM shipments WHERE id = ${shipmentId} RETURNING id`);
  const id = made?.id as string;
  await tx.execute(sql`
    UPDATE try_ins SET shipment_id = ${id} WHERE shipment_id = ${shipmentId} AND ended_at IS NULL
      AND item_id IN (SELECT case_item_id FROM shipment_items WHERE parcel_id = ANY(${parcelIds}::uuid[]))`);
  await tx.execute(
    sql`UPDATE shipment_items SET shipment_id = ${id} WHERE parcel_id = ANY(${parcelIds}::uuid[]) AND shipment_id = ${shipmentId}`,
  );
  await tx.execute(sql`UPDATE parcels SET shipment_id = ${id} WHERE id = ANY(${parcelIds}::uuid[])`);
}
