import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { finishDelivery } from "@/lib/workflow/deliver";
import { tryInsArrived } from "@/lib/workflow/try-in";
import { lockCasesOf, lockShipments } from "../lock";
import { type ParcelRow, parcelsOf } from "../parcels/custody";
import type { ShipmentStatus } from "../vocabulary";
import type { Method } from "./way";

export type HeldShipment = {
  id: string;
  number: string;
  shippedAt: Date | null;
  carrier: string | null;
  trackingUrl: string | null;
  parcels: ParcelRow[];
};
type Expected = { method: Method; status: ShipmentStatus; otherwise: string };

/**
 * Locks a shipment with its cases, which must go this way and be in this state. Refuses with `not_found`, `stale`, `other_way`, and
 * with `not_<status>`, saying `otherwise`.
 */
export async function lockOnItsWay(
  { tx }: Context,
  { id, version }: { id: string; version: number },
  { method, status, otherwise }: Expected,
): Promise<HeldShipment> {
  await lockCasesOf(tx, [id]);
  const [shipment] = await lockShipments(tx, [id]);
  const more = await tx.row<Pick<HeldShipment, "shippedAt" | "carrier" | "trackingUrl"> & { method: Method }>(sql`
    SELECT s.method, s.shipped_at AS "shippedAt", c.name AS carrier, c.tracking_url AS "trackingUrl"
    FROM shipments s LEFT JOIN carriers c ON c.id = s.carrier_id WHERE s.id = ${id} AND s.type = 'delivery'`);
  if (!shipment || !more) throw notFound("shipment");
  if (more.method !== method) throw conflict("other_way", `${shipment.number} goes another way. Look at it again.`);
  if (shipment.status !== status) throw conflict(`not_${status}`, `${shipment.number} ${otherwise}`);
  if (shipment.version !== version) throw stale("shipment");
  return { ...more, ...shipment, parcels: await parcelsOf({ tx }, id) };
}

/**
 * Books everything in a shipment as delivered by the workflow's own rule: try-ins as arrived, the rest as delivered, at the moment `at`
 * when it was not just now.
 */
export async function bookContents(context: Context, id: string, at: Date | null = null): Promise<void> {
  const { tx } = context;
  const items = await tx.rows<{ id: string }>(
    sql`SELECT case_item_id AS id FROM shipment_items WHERE shipment_id = ${id} AND deleted_at IS NULL`,
  );
  const tryIns = await tryInsArrived(context, [id]);
  const final = items.map((item) => item.id).filter((itemId) => !tryIns.includes(itemId));
  if (final.length === 0) return;
  await finishDelivery(context, { itemIds: final, at });
}
