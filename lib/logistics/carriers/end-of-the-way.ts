import { DateTime } from "luxon";
import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockCasesOf, lockShipments } from "../lock";
import { parcelsOf, recordCustody } from "../parcels/custody";
import { tellCases, tellDispatch } from "../tell";
import type { carrierDeliveredSchema, carrierFailedSchema, collectedSchema } from "./schema";
import { bookContents, type HeldShipment, lockOnItsWay } from "./with-carrier";

type Ended = { id: string; number: string };
const IN_TRANSIT = { method: "carrier", status: "in_transit", otherwise: "is not with its carrier any more." } as const;

/**
 * Confirms by hand that a carrier delivered a shipment on a day of the lab's (`YYYY-MM-DD`): its items count as delivered then, which
 * drafts their invoices. Refuses with `not_found`, `stale`, `other_way`, `not_in_transit`, at `deliveredOn` a day before it was
 * handed over or in the future.
 */
export async function confirmCarrierDelivery(
  context: Context,
  input: z.output<typeof carrierDeliveredSchema>,
): Promise<Ended> {
  const held = await lockOnItsWay(context, input, IN_TRANSIT);
  const at = deliveredAt(context, held, input.deliveredOn);
  await bookContents(context, held.id, at);
  await context.tx.execute(sql`
    UPDATE shipments SET status = 'delivered', delivered_at = ${at}, received_by = ${input.receiver} WHERE id = ${held.id}`);
  await endWell(context, held, input.receiver);
  return { id: held.id, number: held.number };
}

/**
 * Hands a shipment to whoever collects it at the lab's door, with a signature if one was given. Its items count as delivered, which
 * drafts their invoices. Refuses with `not_found`, `stale`, `other_way`, `not_ready`.
 */
export async function handToCollector(context: Context, input: z.output<typeof collectedSchema>): Promise<Ended> {
  const held = await lockOnItsWay(context, input, {
    method: "collected",
    status: "ready",
    otherwise: "was collected already.",
  });
  await bookContents(context, held.id);
  await context.tx.execute(sql`
    UPDATE shipments SET status = 'delivered', shipped_at = clock_timestamp(), delivered_at = clock_timestamp(),
      received_by = ${input.receiver}, signature = ${input.signature && JSON.stringify(input.signature)} WHERE id = ${held.id}`);
  await endWell(context, held, input.receiver);
  return { id: held.id, number: held.number };
}

/**
 * Records that a carrier could not deliver a shipment, with a reason of the kind `delivery_failure`: it has failed or, when it is back in
 * the lab already, is ready to go again. Refuses with `not_found`, `stale`, `other_way`, `not_in_transit`, at `reasonId` for a
 * reason of another kind.
 */
export async function failCarrierDelivery(
  context: Context,
  input: z.output<typeof carrierFailedSchema>,
): Promise<Ended> {
  const { tx } = context;
  const held = await lockOnItsWay(context, input, IN_TRANSIT);
  const reason = await tx.row<{ label: string }>(
    sql`SELECT label FROM reasons WHERE id = ${input.reasonId} AND kind = 'delivery_failure'`,
  );
  if (!reason) throw invalid("reasonId", "Choose what went wrong.");
  await tx.execute(sql`UPDATE shipments SET status = 'failed' WHERE id = ${held.id}`);
  const words = [reason.label, input.note].filter(Boolean).join(". ");
  await tellCases(context, [held.id], "delivery_failed", ({ number }) => ({ number, reason: words }));
  if (input.isBack) await takeBack(context, held.id);
  await tellDispatch(tx);
  return { id: held.id, number: held.number };
}

/** Takes the parcels that a carrier brought back into the lab: their shipment is ready to go again. Refuses with `not_found`, `stale`, `not_failed`. */
export async function takeBackFromCarrier(
  context: Context,
  { id, version }: { id: string; version: number },
): Promise<Ended> {
  const { tx } = context;
  await lockCasesOf(tx, [id]);
  const [shipment] = await lockShipments(tx, [id]);
  const carried = await tx.row(sql`SELECT 1 FROM shipments WHERE id = ${id} AND method = 'carrier'`);
  if (!shipment || !carried) throw notFound("shipment");
  if (shipment.status !== "failed")
    throw conflict("not_failed", `${shipment.number} did not come back from a carrier.`);
  if (shipment.version !== version) throw stale("shipment");
  await takeBack(context, id);
  await tellDispatch(tx);
  return { id, number: shipment.number };
}

/** The numbers of the old journey stay in the chain of custody; the next one has its own. */
async function takeBack(context: Context, id: string): Promise<void> {
  const parcels = await parcelsOf(context, id);
  for (const { id: parcelId, trackingNumber } of parcels)
    await recordCustody(context, [parcelId], "returned", trackingNumber && `Tracking ${trackingNumber}`);
  await context.tx.execute(sql`UPDATE parcels SET tracking_number = NULL WHERE shipment_id = ${id}`);
  await context.tx.execute(sql`UPDATE shipments SET status = 'ready', shipped_at = NULL WHERE id = ${id}`);
}

async function endWell(context: Context, { id, parcels }: HeldShipment, receiver: string): Promise<void> {
  await recordCustody(
    context,
    parcels.map((parcel) => parcel.id),
    "delivered",
    receiver,
  );
  await tellCases(context, [id], "delivered", ({ number }) => ({ number, receiver }));
  await tellDispatch(context.tx);
}

/** Noon of the day in the lab's zone, within the time that it was on its way. */
function deliveredAt({ actor }: Context, { shippedAt }: HeldShipment, day: string): Date {
  const now = DateTime.now().setZone(actor.lab.timeZone);
  const shipped = shippedAt ? DateTime.fromJSDate(shippedAt, { zone: actor.lab.timeZone }) : now;
  if (day > (now.toISODate() as string)) throw invalid("deliveredOn", "This day is still to come.");
  if (day < (shipped.toISODate() as string)) throw invalid("deliveredOn", "It was not handed over yet on this day.");
  const noon = DateTime.fromISO(day, { zone: actor.lab.timeZone }).set({ hour: 12 });
  return new Date(Math.max(shipped.toMillis(), Math.min(noon.toMillis(), now.toMillis())));
}
