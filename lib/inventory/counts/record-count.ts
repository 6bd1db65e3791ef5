import { DateTime } from "luxon";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { amountAt } from "../lots/places";
import { readCode } from "../lots/read-code";
import { lockCount } from "./lock-count";
import type { CountByHandInput, CountByScanInput } from "./schema";

/** What was just counted: the lot, and what the count has of it now. */
export type Counted = {
  lineId: string;
  item: string;
  unit: string;
  lotNumber: string;
  counted: string;
  turnedUp: boolean;
};
type Found = { lotId: string };

/**
 * SQL: what the books have of the line `k` of the lot `l` at the moment it is counted as `s.counted`. What turned up at a place where the
 * books have less of it came from the lot's other places, as far as there is as much: that is no difference.
 */
const BOOKED = sql`(CASE WHEN k.location_id IS NULL THEN l.on_hand WHEN k.turned_up THEN ${amountAt(sql`k.location_id`)}
  + least(l.on_hand - ${amountAt(sql`k.location_id`)}, greatest(s.counted - ${amountAt(sql`k.location_id`)}, 0)) ELSE ${amountAt(sql`k.location_id`)} END)`;

/**
 * Adds to what was counted of a lot, in the round its line is in, and notes what the books say of it at that moment: what moves later is
 * then no difference. Several people may count the same lot at once. The count is locked by the caller.
 */
async function addEntry(
  { actor, tx }: Context,
  lineId: string,
  quantity: string,
  byScan: boolean,
  anew: boolean,
): Promise<Counted> {
  const line = await tx.row<{ round: number; lotId: string; counted: string | null }>(sql`
    SELECT round, lot_id AS "lotId", counted::text AS counted FROM stock_count_lines WHERE id = ${lineId} FOR UPDATE`);
  if (!line) throw notFound("line");
  const round = anew && line.counted !== null ? line.round + 1 : line.round;
  await tx.execute(sql`
    INSERT INTO stock_count_entries (line_id, round, quantity, by_scan, counted_by_id) VALUES (${lineId}, ${round}, ${quantity}::numeric, ${byScan}, ${actor.userId})`);
  const row = await tx.row<Counted>(sql`
    UPDATE stock_count_lines k SET round = ${round}, counted = s.counted, booked = ${BOOKED}
    FROM lots l, inventory_items i, (SELECT sum(quantity) AS counted FROM stock_count_entries WHERE line_id = ${lineId} AND round = ${round}) s
    WHERE k.id = ${lineId} AND l.id = k.lot_id AND i.id = l.inventory_item_id
    RETURNING k.id AS "lineId", i.name AS item, i.unit, l.number AS "lotNumber", trim_scale(k.counted)::text AS counted, k.turned_up AS "turnedUp"`);
  return row as Counted;
}

/** The lot a scanned code means: by GS1 item and lot, by lot number, or by the code of an item that has one lot in the count. */
async function lotOf({ actor, tx }: Context, countId: string, code: string): Promise<Found> {
  const read = readCode(code, DateTime.now().setZone(actor.lab.timeZone).year);
  const number = read?.lotNumber ?? (read ? null : code);
  const lots = await tx.rows<Found & { inCount: boolean }>(sql`
    SELECT l.id AS "lotId", EXISTS (SELECT FROM stock_count_lines k WHERE k.lab_id = l.lab_id AND k.count_id = ${countId} AND k.lot_id = l.id) AS "inCount"
    FROM lots l JOIN inventory_items i ON i.lab_id = l.lab_id AND i.id = l.inventory_item_id
    WHERE i.deleted_at IS NULL AND ${
      read?.gtin
        ? sql`i.gtin = ${read.gtin} AND (${number}::text IS NULL OR l.number = ${number})`
        : sql`(l.number = ${code} AND NOT l.is_unnumbered OR lower(i.sku) = lower(${code}))`
    } ORDER BY l.id LIMIT 200`);
  const inCount = lots.filter((lot) => lot.inCount);
  const [only, other] = inCount.length > 0 ? inCount : lots;
  if (!only)
    throw conflict(
      "code_unknown",
      `“${code}” is no lot, barcode or item code that is known here. Book its delivery first, or count it by hand.`,
    );
  if (other)
    throw conflict(
      "several_lots",
      "Several lots of this item are in the count. Scan the lot number, or count by hand.",
    );
  return only;
}

/**
 * Counts what was scanned: so much more of that lot. A lot that the count does not have yet turned up and is added with what the books
 * expect of it there now. Refuses `count_closed`, `code_unknown`, `several_lots` and, when another open count has it, `being_counted`.
 */
export async function countByScan(context: Context, { countId, code, quantity }: CountByScanInput): Promise<Counted> {
  const { locationId } = await lockCount(context.tx, countId, "count");
  const { lotId } = await lotOf(context, countId, code);
  await context.tx.execute(sql`
    INSERT INTO stock_count_lines (count_id, lot_id, location_id, expected, unit_cost, turned_up)
    SELECT ${countId}::uuid, l.id, ${locationId}::uuid, ${locationId ? amountAt(sql`${locationId}::uuid`) : sql`l.on_hand`}, coalesce(l.unit_cost, i.unit_cost), true
    FROM lots l JOIN inventory_items i ON i.lab_id = l.lab_id AND i.id = l.inventory_item_id WHERE l.id = ${lotId}
    ON CONFLICT (lab_id, count_id, lot_id) DO NOTHING`);
  const line = await context.tx.row<{ id: string }>(
    sql`SELECT id FROM stock_count_lines WHERE count_id = ${countId} AND lot_id = ${lotId}`,
  );
  if (!line) throw notFound("line");
  const counted = await addEntry(context, line.id, quantity, true, false);
  await announce(context.tx, [`stock-count:${countId}`]);
  return counted;
}

/** Counts a line by hand, in addition or instead of what was counted. Refuses `count_closed` and `not_found`. */
export async function countByHand(
  context: Context,
  { countId, lineId, quantity, instead }: CountByHandInput,
): Promise<Counted> {
  await lockCount(context.tx, countId, "count");
  const line = await context.tx.row(sql`SELECT FROM stock_count_lines WHERE id = ${lineId} AND count_id = ${countId}`);
  if (!line) throw notFound("line");
  const counted = await addEntry(context, lineId, quantity, false, instead);
  await announce(context.tx, [`stock-count:${countId}`]);
  return counted;
}
