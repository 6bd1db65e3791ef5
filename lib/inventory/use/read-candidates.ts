import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Candidate } from "./choose-lots";
import { toThousandths } from "./thousandths";

/** A lot as a person at the bench is shown it. */
export type KnownLot = Candidate & { number: string; name: string; isUnnumbered: boolean };

type Row = Omit<KnownLot, "rank" | "left" | "isRecalled"> & { onHand: string };

/** Stock items by id, lots by id, and the number of a lot that is looked for among those items. */
type Wanted = { itemIds: readonly string[]; lotIds: readonly string[]; number?: string | null };

/**
 * The lots of these stock items that have something left, and the ones named, whatever is left of them. With `lock` the items and then
 * the lots are locked in the order of their ids, and what is read is what holds until the end of the transaction.
 */
export async function readCandidates(
  tx: Transaction,
  { itemIds, lotIds, number }: Wanted,
  lock: boolean,
): Promise<KnownLot[]> {
  const named = [...lotIds];
  const items = [...new Set(itemIds)];
  if (lock) {
    await tx.execute(sql`
      SELECT FROM inventory_items WHERE id = ANY(${items}::uuid[]) OR id IN (SELECT inventory_item_id FROM lots WHERE id = ANY(${named}::uuid[]))
      ORDER BY id FOR NO KEY UPDATE`);
  }
  const rows = await tx.rows<Row>(sql`
    SELECT l.id, l.inventory_item_id AS "itemId", l.number, l.is_unnumbered AS "isUnnumbered", l.expires_on::text AS "expiresOn",
      l.received_on::text AS "receivedOn", l.on_hand::text AS "onHand", (SELECT name FROM inventory_items i WHERE i.id = l.inventory_item_id) AS name
    FROM lots l WHERE (l.inventory_item_id = ANY(${items}::uuid[]) AND (l.on_hand > 0 OR lower(l.number) = lower(${number ?? null}::text))) OR l.id = ANY(${named}::uuid[])
    ORDER BY l.id ${lock ? sql`FOR NO KEY UPDATE` : emptySql}`);
  // After the locks, so that a recall that was just made is seen.
  const recalled = await tx.rows<{ id: string }>(sql`
    SELECT lot_id AS id FROM lot_recalls WHERE lot_id = ANY(${rows.map(({ id }) => id)}::uuid[]) AND withdrawn_at IS NULL`);
  const isRecalled = new Set(recalled.map(({ id }) => id));
  return rows.map(({ onHand, ...row }) => ({
    ...row,
    rank: 1,
    isRecalled: isRecalled.has(row.id),
    left: toThousandths(onHand),
  }));
}
