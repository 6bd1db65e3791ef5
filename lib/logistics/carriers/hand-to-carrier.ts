import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { recordCustody } from "../parcels/custody";
import { casesIn, tellDispatch } from "../tell";
import type { handToCarrierSchema } from "./schema";
import { type HeldShipment, lockOnItsWay } from "./with-carrier";

/**
 * Hands the parcels of a shipment to its carrier, each with its tracking number or none. The practice reads that its cases are on their
 * way, with the numbers. Answers the new version. Refuses with `not_found` (also a parcel that is not in it), `stale`, `other_way`,
 * `not_ready`.
 */
export async function handToCarrier(
  context: Context,
  input: z.output<typeof handToCarrierSchema>,
): Promise<{ id: string; number: string; version: number }> {
  const { tx } = context;
  const held = await lockOnItsWay(context, input, {
    method: "carrier",
    status: "ready",
    otherwise: "was handed over already.",
  });
  for (const { id, trackingNumber } of input.parcels) {
    if (!held.parcels.some((parcel) => parcel.id === id)) throw notFound("parcel");
    await tx.execute(sql`UPDATE parcels SET tracking_number = ${trackingNumber} WHERE id = ${id}`);
  }
  const row = await tx.row<{ version: number }>(sql`
    UPDATE shipments SET status = 'in_transit', shipped_at = clock_timestamp() WHERE id = ${held.id} RETURNING version`);
  await recordCustody(
    context,
    held.parcels.map(({ id }) => id),
    "handed_over",
    held.carrier,
  );
  await tellOnItsWay(
    context,
    held,
    input.parcels.map((parcel) => parcel.trackingNumber).filter((number) => number !== null),
  );
  await tellDispatch(tx);
  return { id: held.id, number: held.number, version: row?.version as number };
}

/** Corrects the tracking number of a parcel that is with the carrier. Refuses with `not_found`, `stale`, `other_way`, `not_in_transit`. */
export async function changeTracking(
  context: Context,
  input: z.output<typeof handToCarrierSchema>,
): Promise<{ id: string; number: string }> {
  const { tx } = context;
  const held = await lockOnItsWay(context, input, {
    method: "carrier",
    status: "in_transit",
    otherwise: "is not with its carrier.",
  });
  for (const { id, trackingNumber } of input.parcels) {
    if (!held.parcels.some((parcel) => parcel.id === id)) throw notFound("parcel");
    await tx.execute(sql`UPDATE parcels SET tracking_number = ${trackingNumber} WHERE id = ${id}`);
  }
  for (const { caseId, practiceId } of await casesIn(tx, [held.id]))
    await announce(tx, [`case:${caseId}`, `portal:${practiceId}`], practiceId);
  await tellDispatch(tx);
  return { id: held.id, number: held.number };
}

async function tellOnItsWay(context: Context, { id, number, carrier }: HeldShipment, numbers: string[]): Promise<void> {
  const { tx } = context;
  const tracking = [...new Set(numbers)].join(", ") || undefined;
  for (const { caseId, caseNumber, practiceId } of await casesIn(tx, [id])) {
    const data = { number, carrier: carrier ?? undefined, tracking };
    await recordEvent(context, { caseId, kind: "out_for_delivery", data, audience: "shared" });
    await notify(
      tx,
      { practiceId },
      {
        key: `case:${caseId}:out_for_delivery:${id}:${new Date().toISOString()}`,
        type: "case_update",
        title: `Case ${caseNumber} is on its way to you`,
        body: [`With ${carrier}`, tracking && `tracking ${tracking}`].filter(Boolean).join(", "),
        href: `/portal/cases/${caseId}`,
      },
    );
    await announce(tx, [`case:${caseId}`, `portal:${practiceId}`], practiceId);
  }
}
