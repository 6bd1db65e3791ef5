import { sumOf } from "@/lib/billing/line-amounts";
import { type Sql, sql } from "@/lib/db/sql";
import { ITEM_CATEGORY_LABEL, type ItemCategory } from "@/lib/inventory/vocabulary";
import { largest, monthRows, toldApart } from "../chart-rows";
import { all, dayOf, equals, equalsId, idOf, timeIn } from "../conditions";
import { stockRows } from "../from-view";
import { count, decimal, money } from "../meanings";
import type { Report } from "../result";
import { share } from "../sums";

type Sums = { used: string; lost: string; received: string };
type Month = Sums & { month: string; closing: string };
type Item = Sums & { id: string; name: string; mean: string };

const SUMS = sql`coalesce(sum(v.used_value), 0)::numeric(14,2) AS used, coalesce(sum(v.lost_value), 0)::numeric(14,2) AS lost,
  coalesce(sum(v.received_value), 0)::numeric(14,2) AS received`;
const turnover = (used: string, mean: string) => share(Number(used), Number(mean));

/** Which movements `t` a figure is made of. */
const WHICH: Record<string, Sql> = {
  used: sql`(t.type = 'out' OR t.type = 'adjustment' AND t.reverses_id IS NOT NULL)`,
  lost: sql`t.type IN ('damage', 'write_off')`,
  received: sql`t.type = 'in'`,
};

/** The ledger of stock over months: what was used and lost, what lay there, and how fast it turned over. */
export const stock: Report = {
  figures: [
    money(
      "used",
      "Used",
      "What went out in the period, at the cost of its lot; what a completion taken back gave back is taken off.",
      { only: "used" },
    ),
    money("lost", "Lost", "Damaged and written off in the period, at the cost of its lot.", { only: "lost" }, "less"),
    money("received", "Received", "What came in in the period, at the cost of its lot.", { only: "received" }),
    money(
      "closing",
      "Value at the end",
      "What lay in stock at the end of the period's last month, or lies there now, at the cost of each lot.",
      null,
      undefined,
      "/inventory",
    ),
    decimal(
      "turnover",
      "Turnover",
      "Used ÷ the average of the values at the end of each month of the period: how often the stock was used up in it.",
      { only: "used" },
      "more",
    ),
    count(
      "low",
      "To order now",
      "Items at or below their reorder point at this moment.",
      null,
      "less",
      "/inventory?show=low",
    ),
  ],
  amount: { label: "Value", format: { style: "money" } },
  async read(tx, { period, filter, locale, currency }) {
    const months = await tx.rows<Month>(sql`
      SELECT v.month, ${SUMS}, coalesce(sum(v.closing_value), 0)::numeric(14,2) AS closing FROM ${stockRows(period, filter)} v GROUP BY 1 ORDER BY 1`);
    const items = await tx.rows<Item>(sql`
      SELECT v.inventory_item_id AS id, s.name, ${SUMS}, avg(v.closing_value)::numeric(14,4) AS mean FROM ${stockRows(period, filter, "item")} v
      JOIN inventory_items s ON s.id = v.inventory_item_id GROUP BY 1, 2 ORDER BY 2`);
    const categories = await tx.rows<Sums & { category: ItemCategory }>(sql`
      SELECT v.category, ${SUMS} FROM ${stockRows(period, filter, "category")} v GROUP BY 1 ORDER BY 2 DESC`);
    const low = await tx.row<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM inventory_items s WHERE s.on_hand <= s.reorder_point AND s.deleted_at IS NULL AND ${all([equals(sql`s.category`, filter.category)])}`);
    const sum = (of: keyof Sums) => sumOf(months.map((row) => row[of]));
    const mean = months.reduce((all, row) => all + Number(row.closing), 0) / Math.max(months.length, 1);
    const format = { style: "money", currency } as const;
    const USED = [{ key: "used", label: "Used" }];
    return {
      values: {
        used: sum("used"),
        lost: sum("lost"),
        received: sum("received"),
        closing: months.at(-1)?.closing ?? null,
        turnover: share(Number(sum("used")), mean),
        low: low?.n ?? 0,
      },
      charts: [
        {
          title: "Used and lost by month",
          definition: "What went out, and what was damaged or written off, in the month, at the cost of its lot.",
          kind: "stacked",
          xLabel: "Month",
          series: [
            { key: "used", label: "Used", only: "used" },
            { key: "lost", label: "Lost", only: "lost" },
          ],
          format,
          rows: monthRows(months, period, locale, (row) => ({ used: row?.used ?? "0.00", lost: row?.lost ?? "0.00" })),
        },
        {
          title: "Value at the end of each month",
          definition:
            "What lay in stock when the month ended, at the cost of each lot; the current month as it is now.",
          kind: "line",
          xLabel: "Month",
          series: [{ key: "closing", label: "Value" }],
          format,
          overTime: true,
          rows: monthRows(months, period, locale, (row) => ({ closing: row?.closing ?? null }), null),
        },
        {
          title: "Turnover by item",
          definition: "Used ÷ the average of the item's values at the end of each month of the period, the 15 fastest.",
          kind: "bar",
          xLabel: "Item",
          series: [{ key: "turnover", label: "Turnover" }],
          format: { style: "number", decimals: 2 },
          rows: toldApart(
            largest(items, (row) => turnover(row.used, row.mean) ?? 0).map((row) => ({
              label: row.name,
              values: { turnover: turnover(row.used, row.mean) },
              part: { key: row.id, only: "used" },
            })),
          ),
        },
        {
          title: "Used by item",
          definition: "What went out in the period at the cost of its lot, the 15 items with the most.",
          kind: "bar",
          xLabel: "Item",
          series: USED,
          format,
          rows: toldApart(
            largest(items, (row) => Number(row.used)).map((row) => ({
              label: row.name,
              values: { used: row.used },
              part: { key: row.id, only: "used" },
            })),
          ),
        },
        {
          title: "Used by category",
          definition: "What went out in the period at the cost of its lot, by the item's category.",
          kind: "bar",
          xLabel: "Category",
          series: USED,
          format,
          rows: categories.map((row) => ({
            label: ITEM_CATEGORY_LABEL[row.category],
            values: { used: row.used },
            part: { key: row.category, only: "used" },
          })),
        },
      ],
    };
  },
  behind(ask, { month, key, only }) {
    const item = idOf(key);
    const value = sql`t.quantity * coalesce(t.unit_cost, s.unit_cost)`;
    return sql`
      SELECT t.id, ${dayOf(sql`t.occurred_at`, ask)} AS at, s.name || ', ' || trim_scale(abs(t.quantity)) || ' ' || s.unit || ' ' || CASE t.type WHEN 'in' THEN 'received' WHEN 'out' THEN 'used'
          WHEN 'damage' THEN 'damaged' WHEN 'write_off' THEN 'written off' ELSE 'given back' END || coalesce(', lot ' || l.number, '') AS what,
        i.case_id, NULL::uuid AS invoice_id, t.lot_id, ${only === "received" ? value : sql`-(${value})`} AS amount
      FROM inventory_transactions t JOIN inventory_items s ON s.lab_id = t.lab_id AND s.id = t.inventory_item_id AND s.deleted_at IS NULL
      LEFT JOIN lots l ON l.lab_id = t.lab_id AND l.id = t.lot_id LEFT JOIN case_items i ON i.lab_id = t.lab_id AND i.id = t.case_item_id
      WHERE ${all([
        timeIn(sql`t.occurred_at`, ask, month),
        equals(sql`s.category`, ask.filter.category),
        item ? equalsId(sql`s.id`, item) : equals(sql`s.category`, key),
        (only && WHICH[only]) || sql`(${WHICH.used} OR ${WHICH.lost})`,
      ])}`;
  },
};
