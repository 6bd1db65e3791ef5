import type { Context } from "@/lib/access/action";
import { conflict, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { moveStock } from "../ledger/move-stock";
import { amountAt, carry } from "../lots/places";
import { lockCount } from "./lock-count";
import type { ApproveCountInput, OneCount, RecountInput } from "./schema";

type Difference = {
  lineId: string;
  lotId: string;
  itemId: string;
  locationId: string | null;
  quantity: string;
  tooLow: boolean;
  item: string;
  lotNumber: string;
};

/**
 * Sets lines back to be counted anew; what was counted stays on record. Refuses `count_closed`.
 */
export async function recount({ tx }: Context, { countId, lineIds }: RecountInput): Promise<{ lines: number }> {
  await lockCount(tx, countId, "count");
  const lines = await tx.execute(sql`
    UPDATE stock_count_lines SET round = round + 1, counted = NULL, booked = NULL
    WHERE count_id = ${countId} AND id = ANY(${lineIds}::uuid[]) AND counted IS NOT NULL`);
  await announce(tx, [`stock-count:${countId}`]);
  return { lines };
}

/**
 * Approves a count: every difference between what was counted and what the books said at that moment is booked as an adjustment, all in
 * one transaction, on top of what moved since. What turned up at a counted place is carried there. Lines that nobody counted stay as they are. Refuses `count_closed`, `nothing_counted`,
 * `stale` when somebody counted since the person looked, and `moved_too_far` when more was used since than was counted.
 */
export async function approveCount(
  context: Context,
  { countId, seen }: ApproveCountInput,
): Promise<{ adjusted: number; counted: number }> {
  const { actor, tx } = context;
  const { name } = await lockCount(tx, countId, "close");
  const sums = await tx.row<{ counted: number; differs: boolean }>(sql`
    SELECT count(*) FILTER (WHERE counted IS NOT NULL)::int AS counted,
      coalesce(round(sum((counted - booked) * unit_cost), 2), 0) <> ${seen}::numeric AS differs
    FROM stock_count_lines WHERE count_id = ${countId}`);
  if (!sums?.counted) throw conflict("nothing_counted", "Nothing was counted yet.");
  if (sums.differs) throw stale("count");
  await tx.execute(sql`
    SELECT FROM inventory_items WHERE id IN (SELECT l.inventory_item_id FROM stock_count_lines k JOIN lots l ON l.lab_id = k.lab_id AND l.id = k.lot_id
      WHERE k.count_id = ${countId} AND (k.counted <> k.booked OR k.turned_up)) ORDER BY id FOR NO KEY UPDATE`);
  await bringTogether(context, countId);
  const differences = await tx.rows<Difference>(sql`
    SELECT k.id AS "lineId", k.lot_id AS "lotId", i.id AS "itemId", k.location_id AS "locationId", (k.counted - k.booked)::text AS quantity,
      CASE WHEN k.location_id IS NULL THEN l.on_hand ELSE ${amountAt(sql`k.location_id`)} END + k.counted - k.booked < 0 AS "tooLow",
      i.name AS item, l.number AS "lotNumber"
    FROM stock_count_lines k JOIN lots l ON l.lab_id = k.lab_id AND l.id = k.lot_id JOIN inventory_items i ON i.lab_id = l.lab_id AND i.id = l.inventory_item_id
    WHERE k.count_id = ${countId} AND k.counted <> k.booked ORDER BY i.id, l.id`);
  const tooLow = differences.find((difference) => difference.tooLow);
  if (tooLow)
    throw conflict(
      "moved_too_far",
      `More of ${tooLow.item}, lot ${tooLow.lotNumber}, was used since than was counted. Count it anew.`,
    );
  for (const { lineId, itemId, lotId, locationId, quantity } of differences) {
    const { transactionId } = await moveStock(context, {
      itemId,
      lotId,
      locationId: locationId ?? undefined,
      type: "adjustment",
      quantity,
      reason: `Counted: ${name}`,
    });
    await tx.execute(sql`UPDATE stock_count_lines SET transaction_id = ${transactionId} WHERE id = ${lineId}`);
  }
  await close(context, countId, "approved", actor.userId);
  return { adjusted: differences.length, counted: sums.counted };
}

/** What turned up at a counted place and lies elsewhere by the books is carried there in the books, too. */
async function bringTogether(context: Context, countId: string): Promise<void> {
  const carried = await context.tx.rows<{ lotId: string; to: string; from: string | null; quantity: string }>(sql`
    WITH wanted AS (
      SELECT k.lot_id, k.location_id, least(k.booked - k.expected, l.on_hand - ${amountAt(sql`k.location_id`)}) AS quantity, l.location_id AS home,
        CASE WHEN l.location_id = k.location_id THEN 0 ELSE l.on_hand - l.elsewhere END AS at_home
      FROM stock_count_lines k JOIN lots l ON l.lab_id = k.lab_id AND l.id = k.lot_id
      WHERE k.count_id = ${countId} AND k.turned_up AND k.location_id IS NOT NULL AND k.booked > k.expected ORDER BY l.id FOR NO KEY UPDATE OF l),
    places AS (
      SELECT lot_id, location_id, quantity, home AS from_id, at_home AS there, 0 AS rank FROM wanted
      UNION ALL SELECT w.lot_id, w.location_id, w.quantity, e.location_id, e.quantity, 1 FROM wanted w JOIN lot_parts e ON e.lot_id = w.lot_id AND e.location_id <> w.location_id),
    taken AS (
      SELECT *, least(there, quantity - coalesce(sum(there) OVER (PARTITION BY lot_id ORDER BY rank, there DESC, from_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) AS part FROM places)
    SELECT lot_id AS "lotId", location_id AS "to", from_id AS "from", part::text AS quantity FROM taken WHERE part > 0 ORDER BY lot_id, rank, there DESC, from_id`);
  for (const one of carried) await carry(context, one);
}

/** Ends a count and books nothing. Refuses `count_closed`. */
export async function cancelCount(context: Context, { countId }: OneCount): Promise<null> {
  await lockCount(context.tx, countId, "close");
  await close(context, countId, "cancelled", context.actor.userId);
  return null;
}

/** Opens a cancelled count again, with all that was counted. Refuses `not_cancelled`, and `being_counted` when another has one of its lots. */
export async function resumeCount({ tx }: Context, { countId }: OneCount): Promise<null> {
  const found = await tx.execute(sql`
    UPDATE stock_counts SET status = 'open', closed_at = NULL, closed_by_id = NULL WHERE id = ${countId} AND status = 'cancelled'`);
  if (!found) throw conflict("not_cancelled", "Only a cancelled count can be opened again.");
  await tx.execute(sql`UPDATE stock_count_lines SET is_open = true WHERE count_id = ${countId}`);
  await announce(tx, ["stock-counts", `stock-count:${countId}`]);
  return null;
}

async function close(
  { tx }: Context,
  countId: string,
  status: "approved" | "cancelled",
  by: string | null,
): Promise<void> {
  await tx.execute(
    sql`UPDATE stock_counts SET status = ${status}, closed_at = now(), closed_by_id = ${by} WHERE id = ${countId}`,
  );
  await tx.execute(sql`UPDATE stock_count_lines SET is_open = false WHERE count_id = ${countId}`);
  await announce(tx, ["stock-counts", `stock-count:${countId}`]);
}
