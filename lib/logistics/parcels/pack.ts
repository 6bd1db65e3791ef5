import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { type Going, howItGoes, type Way } from "../carriers/way";
import { tellCases, tellDispatch } from "../tell";
import { parcelsOf, recordCustody } from "./custody";
import { eachOnce, lockCasesOfItems, markPacked, packable } from "./packable";

export type Packing = {
  practiceId: string;
  parcels: readonly { itemIds: string[] }[];
  /** How it goes; as the practice usually has it when not said. */
  way?: Way;
};
export type Packed = { id: string; number: string; version: number };

/**
 * Packs finished items of one practice, and those that go out for a try-in, of one case or several, into the parcels of a shipment with
 * the next number of the lab's year. Answers its id, number and version. Refuses with `not_found`, `other_practice`, `on_hold`,
 * `not_finished` (also when an item is in another shipment already), at `parcels` when an item is in two, at `carrierId` for a way
 * that cannot be.
 */
export async function pack(context: Context, { practiceId, parcels, way }: Packing): Promise<Packed> {
  const { tx } = context;
  const wanted = eachOnce(parcels);
  await lockCasesOfItems(tx, practiceId, wanted);
  const items = await packable(tx, wanted);
  const going = await howItGoes(tx, practiceId, way);
  const shipment = await addShipment(context, practiceId, [...new Set(items.map(({ caseId }) => caseId))], going);
  const { id, number } = shipment;
  const tryIns = items.filter(({ isTryIn }) => isTryIn).map((item) => item.id);
  for (const [i, { itemIds }] of parcels.entries())
    await tx.execute(sql`
      WITH parcel AS (INSERT INTO parcels (shipment_id, position, code) VALUES (${id}, ${i + 1}, ${`${number}-${i + 1}`}) RETURNING id)
      INSERT INTO shipment_items (shipment_id, parcel_id, case_item_id, purpose)
      SELECT ${id}, parcel.id, item, CASE WHEN item = ANY(${tryIns}::uuid[]) THEN 'try_in' ELSE 'final' END FROM parcel, unnest(${itemIds}::uuid[]) item`);
  await markPacked(tx, id, items);
  const packed = await parcelsOf(context, id);
  await recordCustody(
    context,
    packed.map((parcel) => parcel.id),
    "packed",
  );
  await tellCases(context, [id], "shipment_made", (shipped) => ({ number, items: shipped.items }));
  await tellDispatch(tx);
  return shipment;
}

async function addShipment({ tx }: Context, practiceId: string, caseIds: string[], going: Going): Promise<Packed> {
  const made = await tx.row<Packed>(sql`
    INSERT INTO shipments (number, practice_id, case_id, method, carrier_id)
    VALUES (next_number('shipment'), ${practiceId}, ${caseIds.length === 1 ? caseIds[0] : null}, ${going.method}, ${going.carrierId})
    RETURNING id, number, version`);
  return made as Packed;
}
