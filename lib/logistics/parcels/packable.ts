import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type PackedItem = { id: string; caseId: string; number: string; isTryIn: boolean };
type ItemRow = PackedItem & { status: string; held: boolean };

/** Each item once, over all parcels. Refuses at `parcels` when one is in two of them. */
export function eachOnce(parcels: readonly { itemIds: readonly string[] }[]): string[] {
  const all = parcels.flatMap(({ itemIds }) => itemIds);
  const once = [...new Set(all)];
  if (once.length < all.length) throw invalid("parcels", "An item can only be in one parcel.");
  return once;
}

/**
 * Locks, in the order of their ids, the cases of items and, given a shipment, of what is in it. Refuses with `not_found`, and with
 * `other_practice` when the items are not all of one practice.
 */
export async function lockCasesOfItems(
  tx: Transaction,
  practiceId: string,
  itemIds: string[],
  shipmentId: string | null = null,
): Promise<void> {
  const cases = await tx.rows<{ practiceId: string; number: string }>(sql`
    SELECT practice_id AS "practiceId", number FROM cases WHERE id IN (
      SELECT case_id FROM case_items WHERE id = ANY(${itemIds}::uuid[])
      UNION SELECT i.case_id FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id WHERE si.shipment_id = ${shipmentId}::uuid)
    ORDER BY id FOR UPDATE`);
  if (cases.length === 0) throw notFound("item");
  const foreign = cases.find((one) => one.practiceId !== practiceId);
  if (foreign)
    throw conflict("other_practice", `${foreign.number} belongs to another practice. A shipment goes to one practice.`);
}

/**
 * Items that wait to be packed: finished, or going out for a try-in. The caller holds the locks of their cases. Refuses with
 * `not_found`, `on_hold`, and with `not_finished` when one is not finished or is in a shipment already.
 */
export async function packable(tx: Transaction, itemIds: string[]): Promise<PackedItem[]> {
  const items = await tx.rows<ItemRow>(sql`
    SELECT i.id, i.case_id AS "caseId", i.status, c.number,
      EXISTS (SELECT FROM holds h WHERE h.case_id = c.id AND h.released_at IS NULL) AS held,
      EXISTS (SELECT FROM try_ins t WHERE t.item_id = i.id AND t.ended_at IS NULL AND t.arrived_at IS NULL AND t.shipment_id IS NULL) AS "isTryIn"
    FROM case_items i JOIN cases c ON c.id = i.case_id WHERE i.id = ANY(${itemIds}::uuid[]) ORDER BY c.number`);
  if (items.length < itemIds.length) throw notFound("item");
  const held = items.find((item) => item.held);
  if (held) throw conflict("on_hold", `${held.number} is on hold. Release it before it is shipped.`);
  const gone = items.find((item) => item.status !== "finished" && !item.isTryIn);
  if (!gone) return items;
  const why =
    gone.status === "shipped" || gone.status === "try_in" ? "was just packed into another shipment" : "is not finished";
  throw conflict(
    "not_finished",
    `An item of ${gone.number} ${why}. Nothing was packed; the list now shows what is left.`,
  );
}

/** Notes on items and try-ins that they are in a shipment. */
export async function markPacked(tx: Transaction, shipmentId: string, items: PackedItem[]): Promise<void> {
  const tryIns = items.filter(({ isTryIn }) => isTryIn).map(({ id }) => id);
  await tx.execute(
    sql`UPDATE case_items SET status = 'shipped' WHERE id = ANY(${items.map(({ id }) => id)}::uuid[]) AND status = 'finished'`,
  );
  await tx.execute(
    sql`UPDATE try_ins SET shipment_id = ${shipmentId} WHERE item_id = ANY(${tryIns}::uuid[]) AND ended_at IS NULL`,
  );
}

/** Notes on items and try-ins of a shipment that they wait to be packed again. */
export async function markWaiting(tx: Transaction, shipmentId: string, itemIds: string[]): Promise<void> {
  await tx.execute(
    sql`UPDATE case_items SET status = 'finished' WHERE status = 'shipped' AND id = ANY(${itemIds}::uuid[])`,
  );
  await tx.execute(sql`
    UPDATE try_ins SET shipment_id = NULL WHERE shipment_id = ${shipmentId} AND item_id = ANY(${itemIds}::uuid[]) AND ended_at IS NULL`);
}
