import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { announce } from "@/lib/outbox/outbox";
import { lockCasesOf, lockShipments } from "./lock";
import { parcelsOf, recordCustody } from "./parcels/custody";
import { type Packed, pack } from "./parcels/pack";
import { markPacked, markWaiting, packable } from "./parcels/packable";
import { casesIn, tellCases, tellDispatch } from "./tell";

type Wanted = { practiceId: string; itemIds: string[] };
type Seen = { id: string; version: number };

/** Packs items into a shipment of one parcel that goes as the practice usually has it. Answers and refuses as `pack` does. */
export function makeShipment(context: Context, { practiceId, itemIds }: Wanted): Promise<Packed> {
  return pack(context, { practiceId, parcels: [{ itemIds: [...new Set(itemIds)] }] });
}

/**
 * Undoes a shipment that is on no route: its items are finished again and wait to be shipped. Its number stays used. Refuses with
 * `not_found`, `stale` and `not_ready`.
 */
export async function unpackShipment(
  context: Context,
  { id, version }: Seen,
): Promise<{ id: string; number: string; version: number }> {
  const { tx } = context;
  const { number } = await lockSeen(
    context,
    { id, version },
    ["ready"],
    "is on a route or gone. Take it off the route first.",
  );
  const cases = await casesIn(tx, [id]);
  await recordCustody(context, await parcelIdsOf(context, id), "unpacked");
  await markWaiting(tx, id, await itemIdsOf(context, id));
  for (const { caseId, items } of cases)
    await recordEvent(context, { caseId, kind: "unpacked", data: { number, items } });
  for (const { caseId } of cases) await announce(tx, [`case:${caseId}`]);
  await tellDispatch(tx);
  return { id, number, version: await setStatus(context, id, "cancelled") };
}

/**
 * Undoes an unpacking: everything goes back into the parcels it was in. Refuses with `not_found`, `stale`, `not_unpacked`, and as
 * `packable` does when something of it was packed elsewhere or put on hold since.
 */
export async function packAgain(
  context: Context,
  { id, version }: Seen,
): Promise<{ id: string; number: string; version: number }> {
  const { tx } = context;
  const { number } = await lockSeen(context, { id, version }, ["cancelled"], "is not unpacked any more.");
  await markPacked(tx, id, await packable(tx, await itemIdsOf(context, id)));
  await recordCustody(context, await parcelIdsOf(context, id), "packed");
  await tellCases(context, [id], "shipment_made", ({ items }) => ({ number, items }));
  await tellDispatch(tx);
  return { id, number, version: await setStatus(context, id, "ready") };
}

async function lockSeen({ tx }: Context, { id, version }: Seen, statuses: string[], otherwise: string) {
  await lockCasesOf(tx, [id]);
  const [shipment] = await lockShipments(tx, [id]);
  const packed = await tx.row(sql`SELECT 1 FROM shipments WHERE id = ${id} AND type = 'delivery'`);
  if (!shipment || !packed) throw notFound("shipment");
  if (!statuses.includes(shipment.status))
    throw conflict(`not_${statuses[0] === "cancelled" ? "unpacked" : "ready"}`, `${shipment.number} ${otherwise}`);
  if (shipment.version !== version) throw stale("shipment");
  return shipment;
}

const parcelIdsOf = async (context: Context, id: string) => (await parcelsOf(context, id)).map((parcel) => parcel.id);

async function itemIdsOf({ tx }: Context, id: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT case_item_id AS id FROM shipment_items WHERE shipment_id = ${id} AND deleted_at IS NULL`,
  );
  return rows.map((row) => row.id);
}

async function setStatus({ tx }: Context, id: string, status: "ready" | "cancelled"): Promise<number> {
  const row = await tx.row<{ version: number }>(
    sql`UPDATE shipments SET status = ${status}, stop_id = NULL WHERE id = ${id} RETURNING version`,
  );
  return row?.version as number;
}
