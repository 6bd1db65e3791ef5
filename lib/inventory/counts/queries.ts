import { notFound } from "@/lib/access/errors";
import { emptySql, joinSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { amountAt, PLACE_NAMES } from "../lots/places";
import type { CountStatus, ItemCategory } from "../vocabulary";

export const COUNT_PAGE = 50;

/** A stock-taking. `gain` and `loss` are the differences of what was counted, money in the lab's currency, at the cost it began with. */
export type Count = {
  id: string;
  name: string;
  status: CountStatus;
  location: string | null;
  category: ItemCategory | null;
  notes: string | null;
  openedBy: string;
  openedAt: Date;
  closedBy: string | null;
  closedAt: Date | null;
  lines: number;
  counted: number;
  differing: number;
  turnedUp: number;
  expectedValue: string;
  gain: string;
  loss: string;
  /** Gain less loss, exactly as the database rounds it. */
  difference: string;
};

const counts = (where: Sql) => sql`
  SELECT c.id, c.name, c.status, p.name AS location, c.category, c.notes, o.name AS "openedBy", c.created_at AS "openedAt", u.name AS "closedBy",
    c.closed_at AS "closedAt", k.lines, k.counted, k.differing, k.turned_up AS "turnedUp", k.expected::text AS "expectedValue", k.gain::text AS gain,
    k.loss::text AS loss, k.difference::text AS difference
  FROM stock_counts c JOIN users o ON o.id = c.opened_by_id LEFT JOIN users u ON u.id = c.closed_by_id
  LEFT JOIN stock_locations p ON p.lab_id = c.lab_id AND p.id = c.location_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS lines, count(counted)::int AS counted, (count(*) FILTER (WHERE counted <> booked))::int AS differing,
    (count(*) FILTER (WHERE turned_up))::int AS turned_up, coalesce(round(sum(expected * unit_cost), 2), 0.00) AS expected,
    coalesce(round(sum(greatest(counted - booked, 0) * unit_cost), 2), 0.00) AS gain,
    coalesce(round(sum(greatest(booked - counted, 0) * unit_cost), 2), 0.00) AS loss,
    coalesce(round(sum((counted - booked) * unit_cost), 2), 0.00) AS difference
    FROM stock_count_lines k WHERE k.lab_id = c.lab_id AND k.count_id = c.id) k
  WHERE ${where}`;

/** A page of at most 50 counts, the newest first; `after` is `[instant, id]` of the last one seen. */
export async function listCounts(
  tx: Transaction,
  after: [string, string] | null,
): Promise<{ counts: Count[]; older: string | null }> {
  const where = after ? sql`(c.created_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
  const found = await tx.rows<Count>(
    sql`${counts(where)} ORDER BY c.created_at DESC, c.id DESC LIMIT ${COUNT_PAGE + 1}`,
  );
  const page = found.slice(0, COUNT_PAGE);
  const last = page.at(-1);
  return {
    counts: page,
    older: found.length > COUNT_PAGE && last ? `${last.openedAt.toISOString()}|${last.id}` : null,
  };
}

/** One count. Refuses `not_found`. */
export async function readCount(tx: Transaction, id: string): Promise<Count> {
  const count = await tx.row<Count>(counts(sql`c.id = ${id}`));
  if (!count) throw notFound("count");
  return count;
}

/** A lot in a count. Quantities are decimal strings in the item's unit; `difference` and `money` are null while it is not counted. */
export type CountLine = {
  id: string;
  item: string;
  sku: string;
  unit: string;
  lotId: string;
  lotNumber: string;
  expiresOn: string | null;
  location: string | null;
  expected: string;
  /** What moved by the books between the count's beginning and the counting of this lot. */
  movedUntil: string | null;
  counted: string | null;
  difference: string | null;
  money: string | null;
  /** What moved by the books since it was counted, before the count was closed. */
  movedSince: string | null;
  round: number;
  turnedUp: boolean;
  people: string[];
};
export const LINES_SHOWN = ["open", "differing", "counted"] as const;
export type LinesShown = (typeof LINES_SHOWN)[number];

/** A page of at most 50 lines of a count by item and lot; `show` narrows them, `after` is `[item name, line id]` of the last one seen. */
export async function listLines(
  tx: Transaction,
  {
    countId,
    show,
    q,
    after,
    most = COUNT_PAGE,
  }: { countId: string; show: LinesShown | null; q: string; after: [string, string] | null; most?: number },
): Promise<{ lines: CountLine[]; older: string | null }> {
  const where = [
    sql`k.count_id = ${countId}`,
    show === "open" ? sql`k.counted IS NULL` : emptySql,
    show === "counted" ? sql`k.counted IS NOT NULL` : emptySql,
    show === "differing" ? sql`k.counted <> k.booked` : emptySql,
    q ? sql`strpos(lower(i.name || ' ' || i.sku || ' ' || l.number), lower(${q})) > 0` : emptySql,
    after ? sql`(i.name, k.id) > (${after[0]}, ${after[1]}::uuid)` : emptySql,
  ].filter((condition) => condition !== emptySql);
  const found = await tx.rows<CountLine>(sql`
    SELECT k.id, i.name AS item, i.sku, i.unit, l.id AS "lotId", l.number AS "lotNumber", l.expires_on AS "expiresOn", CASE WHEN k.location_id IS NULL THEN ${PLACE_NAMES} ELSE p.name END AS location,
      trim_scale(k.expected)::text AS expected, trim_scale(k.booked - k.expected)::text AS "movedUntil", trim_scale(k.counted)::text AS counted,
      trim_scale(k.counted - k.booked)::text AS difference, round((k.counted - k.booked) * k.unit_cost, 2)::text AS money,
      CASE WHEN k.is_open THEN trim_scale(CASE WHEN k.location_id IS NULL THEN l.on_hand ELSE ${amountAt(sql`k.location_id`)} END - k.booked)::text END AS "movedSince", k.round, k.turned_up AS "turnedUp",
      coalesce((SELECT array_agg(DISTINCT u.name) FROM stock_count_entries e JOIN users u ON u.id = e.counted_by_id
        WHERE e.lab_id = k.lab_id AND e.line_id = k.id AND e.round = k.round), '{}') AS people
    FROM stock_count_lines k JOIN lots l ON l.lab_id = k.lab_id AND l.id = k.lot_id JOIN inventory_items i ON i.lab_id = l.lab_id AND i.id = l.inventory_item_id
    LEFT JOIN stock_locations p ON p.lab_id = k.lab_id AND p.id = k.location_id
    WHERE ${joinSql(where, " AND ")} ORDER BY i.name, k.id LIMIT ${most + 1}`);
  const lines = found.slice(0, most);
  const last = lines.at(-1);
  return { lines, older: found.length > most && last ? `${last.item}|${last.id}` : null };
}
