import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { announce } from "@/lib/outbox/outbox";
import { lockShipments } from "../lock";
import { tellDispatch } from "../tell";
import { type ParcelRow, parcelsOf, recordCustody } from "./custody";
import { eachOnce, lockCasesOfItems, markPacked, markWaiting, type PackedItem, packable } from "./packable";

type WantedParcel = { id: string | null; itemIds: string[] };
type Repacking = { id: string; version: number; parcels: WantedParcel[] };
type Content = { itemId: string; caseId: string; number: string; parcelId: string | null };

/**
 * Packs a shipment anew while it is in the lab: `parcels` is all that it then holds. Items that were not in it are put in, those that
 * are named no more wait to be packed again; a parcel without an id is a new one, one that is not named is gone. Answers the new
 * version. Refuses with `not_found` (also a parcel of another shipment), `stale`, `gone` (on the road, handed over or unpacked), `on_the_van`,
 * and as `pack` does.
 */
export async function repack(
  context: Context,
  { id, version, parcels }: Repacking,
): Promise<{ id: string; number: string; version: number }> {
  const { tx } = context;
  const wanted = eachOnce(parcels);
  const known = await tx.row<{ practiceId: string; number: string }>(
    sql`SELECT practice_id AS "practiceId", number FROM shipments WHERE id = ${id} AND type = 'delivery'`,
  );
  if (!known) throw notFound("shipment");
  await lockCasesOfItems(tx, known.practiceId, wanted, id);
  const [shipment] = await lockShipments(tx, [id]);
  if (shipment?.status !== "ready" && shipment?.status !== "scheduled")
    throw conflict("gone", `${known.number} is not in the lab any more.`);
  if (shipment.version !== version) throw stale("shipment");

  const before = await contentsOf(context, id);
  // A driver who scans one onto the van at this moment waits, or is seen.
  await tx.execute(sql`SELECT FROM parcels WHERE shipment_id = ${id} ORDER BY id FOR UPDATE`);
  const standing = await parcelsOf(context, id);
  if (standing.some(({ place }) => place !== "lab"))
    throw conflict("on_the_van", `A parcel of ${known.number} is on the van already.`);
  if (parcels.some((parcel) => parcel.id && !standing.some((one) => one.id === parcel.id))) throw notFound("parcel");
  const added = await packable(
    tx,
    wanted.filter((itemId) => !before.some((one) => one.itemId === itemId)),
  );
  const removed = before.filter(({ itemId }) => !wanted.includes(itemId));

  await tx.includeDeleted();
  await takeOut(context, id, removed);
  await markPacked(tx, id, added);
  const place = await placed(context, { id, number: known.number, parcels, standing });
  await putIn(context, id, place, added);
  await drop(context, standing, parcels);
  const changed = place.filter(({ parcelId, itemIds }) => contentsDiffer(parcelId, itemIds, before));
  await recordCustody(
    context,
    changed.map(({ parcelId }) => parcelId),
    "packed",
  );
  await tell(context, known.number, added, removed);
  const row = await tx.row<{ version: number }>(sql`
    UPDATE shipments SET case_id = (SELECT CASE WHEN count(DISTINCT case_id) = 1 THEN min(case_id::text)::uuid END FROM case_items WHERE id = ANY(${wanted}::uuid[]))
    WHERE id = ${id} RETURNING version`);
  return { id, number: known.number, version: row?.version as number };
}

function contentsOf({ tx }: Context, id: string): Promise<Content[]> {
  return tx.rows<Content>(sql`
    SELECT si.case_item_id AS "itemId", si.parcel_id AS "parcelId", i.case_id AS "caseId", c.number
    FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id JOIN cases c ON c.id = i.case_id WHERE si.shipment_id = ${id}`);
}

const contentsDiffer = (parcelId: string, itemIds: string[], before: Content[]) =>
  String([...itemIds].sort()) !==
  String(
    before
      .filter((one) => one.parcelId === parcelId)
      .map((one) => one.itemId)
      .sort(),
  );

async function takeOut({ tx }: Context, id: string, removed: Content[]): Promise<void> {
  if (removed.length === 0) return;
  const ids = removed.map(({ itemId }) => itemId);
  await tx.execute(sql`
    UPDATE shipment_items SET deleted_at = now() WHERE shipment_id = ${id} AND case_item_id = ANY(${ids}::uuid[]) AND deleted_at IS NULL`);
  await markWaiting(tx, id, ids);
}

type Place = { parcelId: string; itemIds: string[] };

/** Each wanted parcel with its id, new ones made: their places go on after the last that ever was, for a label may still be about. */
async function placed(
  { tx }: Context,
  { id, number, parcels, standing }: { id: string; number: string; parcels: WantedParcel[]; standing: ParcelRow[] },
): Promise<Place[]> {
  const last = await tx.row<{ position: number }>(
    sql`SELECT max(position) AS position FROM parcels WHERE shipment_id = ${id}`,
  );
  let position = last?.position ?? standing.length;
  const places: Place[] = [];
  for (const parcel of parcels) {
    if (parcel.id) {
      places.push({ parcelId: parcel.id, itemIds: parcel.itemIds });
      continue;
    }
    position += 1;
    const made = await tx.row<{ id: string }>(
      sql`INSERT INTO parcels (shipment_id, position, code) VALUES (${id}, ${position}, ${`${number}-${position}`}) RETURNING id`,
    );
    places.push({ parcelId: made?.id as string, itemIds: parcel.itemIds });
  }
  return places;
}

/** An item that was in the shipment before has its row still, which is taken up again. */
async function putIn({ tx }: Context, id: string, places: Place[], added: PackedItem[]): Promise<void> {
  const tryIns = added.filter(({ isTryIn }) => isTryIn).map((item) => item.id);
  for (const { parcelId, itemIds } of places)
    await tx.execute(sql`
      INSERT INTO shipment_items AS si (shipment_id, parcel_id, case_item_id, purpose)
      SELECT ${id}, ${parcelId}, item, CASE WHEN item = ANY(${tryIns}::uuid[]) THEN 'try_in' ELSE 'final' END FROM unnest(${itemIds}::uuid[]) item
      ON CONFLICT (lab_id, shipment_id, case_item_id) DO UPDATE SET parcel_id = excluded.parcel_id, deleted_at = NULL,
        purpose = CASE WHEN si.deleted_at IS NULL THEN si.purpose ELSE excluded.purpose END`);
}

async function drop(context: Context, standing: ParcelRow[], parcels: WantedParcel[]): Promise<void> {
  const gone = standing.filter((one) => !parcels.some((parcel) => parcel.id === one.id)).map((one) => one.id);
  if (gone.length === 0) return;
  await recordCustody(context, gone, "unpacked");
  await context.tx.execute(sql`UPDATE parcels SET deleted_at = now() WHERE id = ANY(${gone}::uuid[])`);
}

async function tell(context: Context, number: string, added: PackedItem[], removed: Content[]): Promise<void> {
  const cases = (items: { caseId: string }[]) => [...new Set(items.map(({ caseId }) => caseId))].sort();
  const of = (items: { caseId: string }[], caseId: string) => items.filter((one) => one.caseId === caseId).length;
  for (const caseId of cases(added))
    await recordEvent(context, { caseId, kind: "shipment_made", data: { number, items: of(added, caseId) } });
  for (const caseId of cases(removed))
    await recordEvent(context, { caseId, kind: "unpacked", data: { number, items: of(removed, caseId) } });
  for (const caseId of cases([...added, ...removed])) await announce(context.tx, [`case:${caseId}`]);
  await tellDispatch(context.tx);
}
