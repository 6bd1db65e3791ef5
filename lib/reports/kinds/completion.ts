import { PROCEDURE_LABEL, type ProcedureType } from "@/lib/cases/vocabulary";
import { type Sql, sql } from "@/lib/db/sql";
import { largest, monthRows } from "../chart-rows";
import { all, dayOf, equals, equalsId, idOf, spaced, timeIn } from "../conditions";
import { completionRows } from "../from-view";
import { count, days, rate } from "../meanings";
import type { Report } from "../result";
import { share, total } from "../sums";

type Counts = {
  items: number;
  units: number;
  delivered: number;
  onTime: number;
  cancelled: number;
  remakes: number;
  days: string;
};
type Month = Counts & { month: string };

const SUMS = sql`sum(v.items)::int AS items, sum(v.units)::int AS units, sum(v.delivered)::int AS delivered, sum(v.on_time)::int AS "onTime",
  sum(v.cancelled)::int AS cancelled, sum(v.remakes)::int AS remakes, sum(v.days) AS days`;

const openOf = (row: Counts) => row.items - row.delivered - row.cancelled;
const daysOf = (rows: readonly Counts[]) => {
  const delivered = total(rows, (row) => row.delivered);
  return delivered > 0 ? total(rows, (row) => Number(row.days)) / delivered : null;
};
const made = (row: Counts) => ({ delivered: row.delivered, open: openOf(row), cancelled: row.cancelled });
const MADE = [
  { key: "delivered", label: "Delivered", only: "delivered" },
  { key: "open", label: "Open", only: "open" },
  { key: "cancelled", label: "Cancelled", only: "cancelled" },
];

/** What was submitted, by the month of submission, and what became of it since. */
export const completion: Report = {
  figures: [
    count("items", "Items submitted", "Items of cases submitted in the period, cancelled ones too.", {}, "more"),
    count("units", "Units submitted", "Units (teeth) of the items submitted in the period.", {}, "more"),
    count(
      "delivered",
      "Delivered",
      "Of the items submitted in the period, those delivered since.",
      { only: "delivered" },
      "more",
    ),
    rate(
      "completed",
      "Completed",
      "Delivered items ÷ items submitted in the period that were not cancelled.",
      { only: "delivered" },
      "more",
    ),
    rate(
      "onTime",
      "On time",
      "Of the items submitted in the period and delivered since, the share delivered on or before the due day, in the lab's own days.",
      { only: "on_time" },
      "more",
    ),
    days(
      "days",
      "Days to delivery",
      "Average calendar days from submission to delivery, over the items delivered.",
      { only: "delivered" },
      "less",
    ),
    count(
      "cancelled",
      "Cancelled",
      "Of the items submitted in the period, those cancelled.",
      { only: "cancelled" },
      "less",
    ),
    count(
      "remakes",
      "Remake items",
      "Items submitted in the period that make a delivered one again.",
      { only: "remakes" },
      "less",
    ),
  ],
  amount: { label: "Units", format: { style: "number" } },
  async read(tx, { period, filter, locale }) {
    const months = await tx.rows<Month>(sql`
      SELECT v.month, ${SUMS} FROM ${completionRows(period, filter)} v GROUP BY 1 ORDER BY 1`);
    const procedures = await tx.rows<Counts & { procedure: ProcedureType }>(sql`
      SELECT v.procedure_type AS procedure, ${SUMS} FROM ${completionRows(period, filter, "procedure")} v GROUP BY 1 ORDER BY 2 DESC`);
    const practices = await tx.rows<Counts & { id: string; name: string }>(sql`
      SELECT v.practice_id AS id, coalesce(p.name, 'Practice') AS name, ${SUMS} FROM ${completionRows(period, filter, "practice")} v
      LEFT JOIN practices p ON p.id = v.practice_id GROUP BY 1, 2 ORDER BY 3 DESC, 2`);
    const [items, delivered] = [total(months, (row) => row.items), total(months, (row) => row.delivered)];
    const cancelled = total(months, (row) => row.cancelled);
    return {
      values: {
        items,
        units: total(months, (row) => row.units),
        delivered,
        completed: share(delivered, items - cancelled),
        onTime: share(
          total(months, (row) => row.onTime),
          delivered,
        ),
        days: daysOf(months),
        cancelled,
        remakes: total(months, (row) => row.remakes),
      },
      charts: [
        {
          title: "Items by month",
          definition: "Items by the month of their submission: delivered since, still open, or cancelled.",
          kind: "stacked",
          xLabel: "Month",
          series: MADE,
          format: { style: "number" },
          rows: monthRows(months, period, locale, (row) => (row ? made(row) : { delivered: 0, open: 0, cancelled: 0 })),
        },
        {
          title: "On time by month",
          definition:
            "Of the items submitted in the month and delivered since, the share delivered on or before the due day.",
          kind: "line",
          xLabel: "Month",
          series: [{ key: "onTime", label: "On time" }],
          format: { style: "percent", decimals: 1 },
          overTime: true,
          rows: monthRows(
            months,
            period,
            locale,
            (row) => ({ onTime: row ? share(row.onTime, row.delivered) : null }),
            { only: "on_time" },
          ),
        },
        {
          title: "Items by procedure type",
          definition: "Items submitted in the period: delivered since, still open, or cancelled.",
          kind: "stacked",
          xLabel: "Procedure type",
          series: MADE,
          format: { style: "number" },
          rows: procedures.map((row) => ({
            label: PROCEDURE_LABEL[row.procedure],
            values: made(row),
            part: { key: row.procedure },
          })),
        },
        {
          title: "Items by practice",
          definition: "The same items by practice, the 15 with the most.",
          kind: "stacked",
          xLabel: "Practice",
          series: MADE,
          format: { style: "number" },
          rows: largest(practices, (row) => row.items).map((row) => ({
            label: row.name,
            values: made(row),
            part: { key: row.id },
          })),
        },
      ],
    };
  },
  behind(ask, { month, key, only }) {
    const practice = idOf(key);
    const which: Record<string, Sql> = {
      delivered: sql`i.status = 'delivered'`,
      on_time: sql`i.status = 'delivered' AND ${dayOf(sql`i.delivered_at`, ask)} <= c.due_on`,
      open: sql`i.status NOT IN ('delivered', 'cancelled')`,
      cancelled: sql`i.status = 'cancelled'`,
      remakes: sql`c.remake_of_id IS NOT NULL`,
    };
    return sql`
      SELECT i.id, ${dayOf(sql`c.submitted_at`, ask)} AS at, ${spaced(sql`i.procedure_type`)} || ', ' || ${spaced(sql`i.status`)} AS what, i.case_id,
        NULL::uuid AS invoice_id, NULL::uuid AS lot_id, i.units::numeric AS amount
      FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
      WHERE ${all([
        sql`i.deleted_at IS NULL AND c.deleted_at IS NULL`,
        timeIn(sql`c.submitted_at`, ask, month),
        equalsId(sql`c.practice_id`, ask.filter.practice),
        equals(sql`i.procedure_type`, ask.filter.procedure),
        practice ? equalsId(sql`c.practice_id`, practice) : equals(sql`i.procedure_type`, key),
        (only && which[only]) || null,
      ])}`;
  },
};
