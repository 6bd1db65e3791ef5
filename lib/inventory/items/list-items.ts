import { emptySql, joinSql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ItemCategory } from "../vocabulary";
import { EXPIRING_DAYS, ITEM_PAGE, type ItemFilter, type ItemSort, SEARCH_MOST } from "./list-filter";

/** A line of the stock list. Quantities are decimal strings in the item's unit, `value` is money in the lab's currency. */
export type ListedItem = {
  id: string;
  sku: string;
  name: string;
  category: ItemCategory;
  unit: string;
  location: string | null;
  onHand: string;
  reorderPoint: string;
  isLow: boolean;
  value: string;
  /** The day the next lot that is not empty expires, `YYYY-MM-DD`. */
  expiresOn: string | null;
};
export type ItemPage = { items: ListedItem[]; newer: string | null; older: string | null };

/** What items are in order of, and how a key of it is read. */
const ORDER: Record<ItemSort, { by: Sql; type: Sql }> = {
  name: { by: sql`i.name`, type: sql`text` },
  sku: { by: sql`i.sku`, type: sql`text` },
  onHand: { by: sql`i.on_hand`, type: sql`numeric` },
  value: { by: sql`i.value`, type: sql`numeric` },
};

function conditions({ q, category, location, supplier, show }: ItemFilter, today: string): Sql[] {
  return [
    q ? sql`i.id IN (SELECT search_stock(${q}, ${SEARCH_MOST}))` : emptySql,
    category ? sql`i.category = ${category}::text` : emptySql,
    supplier ? sql`i.supplier_id = ${supplier}::uuid` : emptySql,
    location
      ? sql`i.id IN (SELECT id FROM inventory_items WHERE location_id = ${location}::uuid
          UNION ALL SELECT inventory_item_id FROM lots WHERE location_id = ${location}::uuid AND on_hand > 0
          UNION ALL SELECT k.inventory_item_id FROM lot_parts e JOIN lots k ON k.lab_id = e.lab_id AND k.id = e.lot_id WHERE e.location_id = ${location}::uuid AND e.quantity > 0)`
      : emptySql,
    show === "low" ? sql`i.is_low` : emptySql,
    show === "expiring"
      ? sql`i.id IN (SELECT l.inventory_item_id FROM lots l WHERE l.on_hand > 0 AND l.deleted_at IS NULL AND l.expires_on <= ${today}::date + ${EXPIRING_DAYS}::int)`
      : emptySql,
    show === "archived" ? sql`i.deleted_at IS NOT NULL` : sql`i.deleted_at IS NULL`,
  ].filter((condition) => condition !== emptySql);
}

const COLUMNS = sql`i.id, i.sku, i.name, i.category, i.unit, p.name AS location, trim_scale(i.on_hand)::text AS "onHand",
  trim_scale(i.reorder_point)::text AS "reorderPoint", i.is_low AS "isLow", round(i.value, 2)::text AS value,
  (SELECT min(l.expires_on) FROM lots l WHERE l.lab_id = i.lab_id AND l.inventory_item_id = i.id AND l.on_hand > 0) AS "expiresOn"`;

/**
 * A page of at most 50 items by key, in the order of the filter; `today` is the lab's day. `newer` and `older` are the keys to ask with
 * `before` and `after` for the pages beside it. Archived items show only when asked for.
 */
export async function listItems(tx: Transaction, filter: ItemFilter, today: string): Promise<ItemPage> {
  if (filter.show === "archived") await tx.includeDeleted();
  const descending = filter.sort.startsWith("-");
  const { by, type } = ORDER[filter.sort.replace("-", "") as ItemSort];
  const key = filter.after ?? filter.before;
  const backwards = !filter.after && filter.before !== null;
  const falling = descending !== backwards;
  const [order, than] = [rawSql(falling ? "DESC" : "ASC"), rawSql(falling ? "<" : ">")];
  const where = conditions(filter, today);
  const numeric = type.text === "numeric";
  if (key && !(numeric && !/^\d{1,20}(\.\d{1,10})?$/.test(key[0]))) {
    const at = sql`${key[0]}::${type}`;
    where.push(sql`${by} ${than}= ${at} AND (${by} ${than} ${at} OR i.id ${than} ${key[1]}::uuid)`);
  }
  const found = await tx.rows<ListedItem & { key: string }>(sql`
    SELECT ${COLUMNS}, i.key FROM (SELECT i.*, (${by})::text AS key FROM inventory_items i WHERE ${joinSql(where, " AND ")}
      ORDER BY ${by} ${order}, i.id ${order} LIMIT ${ITEM_PAGE + 1}) i
    LEFT JOIN stock_locations p ON p.lab_id = i.lab_id AND p.id = i.location_id
    ORDER BY ${by} ${order}, i.id ${order}`);
  const more = found.length > ITEM_PAGE;
  const rows = found.slice(0, ITEM_PAGE);
  if (backwards) rows.reverse();
  const keyAt = (row: (typeof rows)[number] | undefined) => (row ? `${row.key}|${row.id}` : null);
  return {
    items: rows.map(({ key: _key, ...item }) => item),
    newer: key && (backwards ? more : true) ? keyAt(rows[0]) : null,
    older: backwards || more ? keyAt(rows.at(-1)) : null,
  };
}

export type StockSums = { items: number; value: string; low: number; expiring: number };

/**
 * What all stock comes to: its value in the lab's currency, how many items are to be ordered and how many lots expire soon. That nothing deleted is
 * asked for is said again beside the policy: the partial indexes need it said.
 */
export async function sumStock(tx: Transaction, today: string): Promise<StockSums> {
  const sums = await tx.row<StockSums>(sql`
    SELECT count(*)::int AS items, round(coalesce(sum(value), 0), 2)::text AS value, count(*) FILTER (WHERE is_low)::int AS low,
      (SELECT count(*)::int FROM lots WHERE on_hand > 0 AND deleted_at IS NULL AND expires_on <= ${today}::date + ${EXPIRING_DAYS}::int) AS expiring
    FROM inventory_items WHERE deleted_at IS NULL`);
  return sums as StockSums;
}
