import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { finishDelivery } from "@/lib/workflow/deliver";
import { tryInsArrived } from "@/lib/workflow/try-in";
import { reckonArrivals } from "./eta/reckon-arrivals";
import { atOpenStop, endRouteWhenDone, endStopWhenDone, type Report, type SeenStop } from "./own-stop";
import { writeCustody } from "./road/custody";
import { keepProof } from "./road/proof-rules";
import type { Signature } from "./signature";
import { tellCases, tellDispatch } from "./tell";

type Delivery = SeenStop & {
  receiver: string | null;
  signature: Signature | null;
  photoIds?: string[];
  /** What the phone showed as on board; all of it when left out. */
  shipmentIds?: string[];
  /** Parcels scanned at the door. */
  scannedIds?: string[];
};
type Confirmed = { stopId: string; stopDone: boolean; routeDone: boolean };

/**
 * Hands over everything on board for a stop: who received it, their signature and photos are kept as proof under the lab's rules, the
 * items count as delivered in the lab's books at that moment (which drafts the invoices), those of a try-in as arrived. The stop ends unless something is
 * to be fetched there, the route with its last stop when its van is empty. A driver confirms stops of their own routes only.
 * Refuses as `atOpenStop` and `keepProof` do, with `nothing_on_board`, and with `stop_changed` when the phone showed other shipments.
 */
export function confirmDelivery(context: Context, input: Delivery, report: Report = {}): Promise<Confirmed> {
  const { tx } = context;
  const at = report.at ?? new Date();
  return atOpenStop(context, input, report, async ({ route, stop, deliveries }) => {
    const shipmentIds = deliveries.map((shipment) => shipment.id);
    if (shipmentIds.length === 0) throw conflict("nothing_on_board", "Nothing is on board for this stop.");
    refuseOthers(deliveries, input.shipmentIds);
    const given = { person: input.receiver, signature: input.signature, photoIds: input.photoIds ?? [] };
    await keepProof(tx, { stopId: stop.id, purpose: "delivery", at }, given);
    const itemIds = await itemsIn(tx, shipmentIds);
    const tryIns = await tryInsArrived(context, shipmentIds);
    const final = itemIds.filter((id) => !tryIns.includes(id));
    if (final.length > 0) await finishDelivery(context, { itemIds: final, at: report.at });
    await tx.execute(sql`
      UPDATE shipments SET status = 'delivered', delivered_at = ${at}, received_by = ${input.receiver} WHERE id = ANY(${shipmentIds}::uuid[])`);
    await handOver(tx, stop.id, shipmentIds, input.scannedIds ?? [], at);
    const stopDone = await endStopWhenDone(tx, stop.id, at);
    const routeDone = await endRouteWhenDone(tx, route.id, at);
    await reckonArrivals(tx, route.id);
    const receiver = input.receiver ?? "the practice";
    await tellCases(context, shipmentIds, "delivered", ({ number }) => ({ number, receiver }));
    await tellDispatch(tx, [route.id]);
    return { stopId: stop.id, stopDone, routeDone };
  });
}

function refuseOthers(deliveries: { id: string; number: string }[], shown: string[] | undefined): void {
  if (!shown || String(deliveries.map(({ id }) => id)) === String(shown.toSorted())) return;
  const now = deliveries.map(({ number }) => number).join(", ");
  throw conflict(
    "stop_changed",
    `The office changed what is for this stop. It is now: ${now}. Look again, then report what was handed over.`,
  );
}

async function itemsIn(tx: Transaction, shipmentIds: string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT case_item_id AS id FROM shipment_items WHERE shipment_id = ANY(${shipmentIds}::uuid[]) AND deleted_at IS NULL`);
  return rows.map((row) => row.id);
}

async function handOver(tx: Transaction, stopId: string, shipmentIds: string[], scanned: string[], at: Date) {
  const parcels = await tx.rows<{ id: string }>(sql`
    SELECT id FROM parcels WHERE shipment_id = ANY(${shipmentIds}::uuid[]) AND deleted_at IS NULL ORDER BY code`);
  const all = parcels.map(({ id }) => ({ id, stopId }));
  const was = (one: { id: string }) => scanned.includes(one.id);
  await writeCustody(tx, all.filter(was), { kind: "delivered", at, note: "Scanned at the door" });
  await writeCustody(
    tx,
    all.filter((one) => !was(one)),
    { kind: "delivered", at },
  );
}
