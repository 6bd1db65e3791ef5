import { PROCEDURE_LABEL, type ProcedureType } from "@/lib/cases/vocabulary";
import { type Sql, sql } from "@/lib/db/sql";
import { MOST_BARS, monthRows, toldApart } from "../chart-rows";
import { all, dayOf, equals, equalsId, idOf, spaced, timeIn } from "../conditions";
import { deliveryRows } from "../from-view";
import { count, days, rate } from "../meanings";
import type { Part, Report } from "../result";
import { share, total } from "../sums";

/** How many days before (below 0) or after the day promised an item came, from the earliest. */
const DISTANCES = [
  { key: "early_3", label: "3 days early or more", from: -10_000, to: -3 },
  { key: "early_1", label: "1–2 days early", from: -2, to: -1 },
  { key: "on_the_day", label: "On the day", from: 0, to: 0 },
  { key: "late_1", label: "1 day late", from: 1, to: 1 },
  { key: "late_2", label: "2–3 days late", from: 2, to: 3 },
  { key: "late_4", label: "4–7 days late", from: 4, to: 7 },
  { key: "late_8", label: "More than 7 days late", from: 8, to: 10_000 },
] as const;
const RANGES = [...DISTANCES, { key: "on_time", from: -10_000, to: 0 }, { key: "late", from: 1, to: 10_000 }];
type Counts = { items: number; units: number; onTime: number; daysLate: number } & Record<
  (typeof DISTANCES)[number]["key"],
  number
>;

const SUMS = sql`sum(v.items)::int AS items, sum(v.units)::int AS units, sum(v.on_time)::int AS "onTime", sum(v.days_late)::int AS "daysLate",
  sum(v.early_3)::int AS early_3, sum(v.early_1)::int AS early_1, sum(v.on_the_day)::int AS on_the_day, sum(v.late_1)::int AS late_1,
  sum(v.late_2)::int AS late_2, sum(v.late_4)::int AS late_4, sum(v.late_8)::int AS late_8`;

const ON_TIME = [{ key: "onTime", label: "On time" }];
const TIMELY: Part = { only: "on_time" };
const shareOf = (row: Counts) => ({ onTime: share(row.onTime, row.items) });

/** Delivered items against the day promised, by the month of their delivery. */
export const onTime: Report = {
  figures: [
    rate(
      "onTime",
      "On time",
      "Items delivered in the period on or before the day promised (the due day of their case) ÷ items delivered in the period.",
      { only: "on_time" },
      "more",
    ),
    count(
      "items",
      "Items delivered",
      "Items delivered in the period, by the lab's day of their own delivery; a case delivered in parts counts each part on its day.",
      {},
      "more",
    ),
    count("units", "Units delivered", "Units (teeth) of the items delivered in the period.", {}, "more"),
    count("late", "Late", "Items delivered in the period after the day promised.", { only: "late" }, "less"),
    days(
      "daysLate",
      "Days late",
      "Average calendar days after the day promised, over the late items alone.",
      { only: "late" },
      "less",
    ),
    count(
      "veryLate",
      "Over 7 days late",
      "Items delivered in the period more than seven calendar days after the day promised.",
      { only: "late_8" },
      "less",
    ),
  ],
  amount: { label: "Days late", format: { style: "number" } },
  async read(tx, { period, filter, locale }) {
    const months = await tx.rows<Counts & { month: string }>(sql`
      SELECT v.month, ${SUMS} FROM ${deliveryRows(period, filter)} v GROUP BY 1 ORDER BY 1`);
    const practices = await tx.rows<Counts & { id: string; name: string }>(sql`
      SELECT v.practice_id AS id, coalesce(p.name, 'Practice') AS name, ${SUMS} FROM ${deliveryRows(period, filter, "practice")} v
      LEFT JOIN practices p ON p.id = v.practice_id GROUP BY 1, 2 ORDER BY sum(v.items) - sum(v.on_time) DESC, sum(v.items) DESC, 2 LIMIT ${MOST_BARS}`);
    const procedures = await tx.rows<Counts & { procedure: ProcedureType }>(sql`
      SELECT v.procedure_type AS procedure, ${SUMS} FROM ${deliveryRows(period, filter, "procedure")} v GROUP BY 1 ORDER BY 2 DESC`);
    const sum = (of: keyof Counts) => total(months, (row) => row[of]);
    const late = sum("items") - sum("onTime");
    return {
      values: {
        onTime: share(sum("onTime"), sum("items")),
        items: sum("items"),
        units: sum("units"),
        late,
        daysLate: share(sum("daysLate"), late),
        veryLate: sum("late_8"),
      },
      charts: [
        {
          title: "On time by month",
          definition: "Of the items delivered in the month, the share delivered on or before the day promised.",
          kind: "line",
          xLabel: "Month",
          series: ON_TIME,
          format: { style: "percent", decimals: 1 },
          overTime: true,
          rows: monthRows(months, period, locale, (row) => (row ? shareOf(row) : { onTime: null }), TIMELY),
        },
        {
          title: "How early or late",
          definition:
            "Items delivered in the period by how many calendar days they came before or after the day promised.",
          kind: "bar",
          xLabel: "Against the day promised",
          series: [{ key: "items", label: "Items" }],
          format: { style: "number" },
          rows: DISTANCES.map(({ key, label }) => ({ label, values: { items: sum(key) }, part: { only: key } })),
        },
        {
          title: "On time by practice",
          definition:
            "The share on time of the items delivered to a practice, the 15 practices with the most late items.",
          kind: "bar",
          xLabel: "Practice",
          series: ON_TIME,
          format: { style: "percent", decimals: 1 },
          rows: toldApart(
            practices.map((row) => ({ label: row.name, values: shareOf(row), part: { ...TIMELY, key: row.id } })),
          ),
        },
        {
          title: "On time by procedure type",
          definition: "The share on time of the items delivered, by their procedure type.",
          kind: "bar",
          xLabel: "Procedure type",
          series: ON_TIME,
          format: { style: "percent", decimals: 1 },
          rows: procedures.map((row) => ({
            label: PROCEDURE_LABEL[row.procedure],
            values: shareOf(row),
            part: { ...TIMELY, key: row.procedure },
          })),
        },
      ],
    };
  },
  behind(ask, { month, key, only }): Sql {
    const late = sql`(${dayOf(sql`i.delivered_at`, ask)} - c.due_on)`;
    const range = RANGES.find((one) => one.key === only);
    const practice = idOf(key);
    return sql`
      SELECT i.id, ${dayOf(sql`i.delivered_at`, ask)} AS at, i.case_id, NULL::uuid AS invoice_id, NULL::uuid AS lot_id, greatest(${late}, 0)::numeric AS amount,
        ${spaced(sql`i.procedure_type`)} || CASE WHEN ${late} > 0 THEN ', ' || ${late} || ' late' WHEN ${late} = 0 THEN ', on the day' ELSE ', ' || -${late} || ' early' END AS what
      FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
      WHERE ${all([
        sql`i.status = 'delivered' AND i.deleted_at IS NULL AND c.deleted_at IS NULL`,
        timeIn(sql`i.delivered_at`, ask, month),
        equalsId(sql`c.practice_id`, ask.filter.practice),
        equals(sql`i.procedure_type`, ask.filter.procedure),
        practice ? equalsId(sql`c.practice_id`, practice) : equals(sql`i.procedure_type`, key),
        range ? sql`${late} >= ${range.from}::int AND ${late} <= ${range.to}::int` : null,
      ])}`;
  },
};
