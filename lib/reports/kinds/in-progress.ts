import { STAGE_LABEL, STAGES, type Stage } from "@/lib/cases/vocabulary";
import { type Sql, sql } from "@/lib/db/sql";
import { largest, toldApart } from "../chart-rows";
import { all, equals, idOf, spaced } from "../conditions";
import { NO_DEPARTMENT } from "../from-view";
import { count, days } from "../meanings";
import type { Report } from "../result";
import { share, total } from "../sums";
import { openAttempts } from "./open-attempts";

/** Ages in whole days of 24 hours: from (in) to (out). */
const AT_STAGE = [
  { key: "stage_0", label: "Under 1 day", from: 0, to: 1 },
  { key: "stage_1", label: "1–2 days", from: 1, to: 3 },
  { key: "stage_3", label: "3–5 days", from: 3, to: 6 },
  { key: "stage_6", label: "Over 5 days", from: 6, to: 100_000 },
] as const;
const IN_ALL = [
  { key: "age_0", label: "Under 3 days", from: 0, to: 3 },
  { key: "age_3", label: "3–5 days", from: 3, to: 6 },
  { key: "age_6", label: "6–10 days", from: 6, to: 11 },
  { key: "age_11", label: "11–20 days", from: 11, to: 21 },
  { key: "age_21", label: "Over 20 days", from: 21, to: 100_000 },
] as const;

type Group = {
  stage: Stage | null;
  stageAge: number | null;
  age: number | null;
  departmentId: string | null;
  department: string | null;
  practiceId: string | null;
  practice: string | null;
  level: number;
};
type Sums = {
  items: number;
  units: number;
  late: number;
  held: number;
  days: number;
  oldest: number;
  cases: number | null;
};

/** A time so long ago as the first day of the age it falls under. */
const ageOf = (since: Sql, ages: readonly { from: number; to: number }[]): Sql =>
  ages
    .slice(1)
    .reduce(
      (found, { from }) =>
        sql`CASE WHEN ${since} <= now() - make_interval(hours => ${from * 24}::int) THEN ${from}::int ELSE ${found} END`,
      sql`0`,
    );

/** Whole days of 24 hours since a time. */
const daysSince = (since: Sql): Sql => sql`floor(date_part('epoch', now() - ${since}) / 86400)::int`;
const AGE = daysSince(sql`c.submitted_at`);
const STAGE_AGE = daysSince(sql`w.queued_at`);

/** What is open at this moment, by where it stands and for how long. */
export const inProgress: Report = {
  figures: [
    count("cases", "Open cases", "Cases neither delivered nor cancelled, with an item at a stage now.", {}),
    count(
      "items",
      "Items at a stage",
      "Items whose attempt at a stage is not completed, in work or not; those out for a try-in are at the practice.",
      {},
    ),
    count("units", "Units", "Units (teeth) of the items at a stage.", {}),
    count("late", "Past ship-by", "Items at a stage whose case had to leave before today.", { only: "late" }, "less"),
    count("held", "On hold", "Items at a stage whose case is on hold.", { only: "held" }, "less"),
    days(
      "age",
      "Average age",
      "Average days of 24 hours since the case was submitted, over the items at a stage.",
      {},
      "less",
    ),
    days(
      "oldest",
      "Oldest",
      "Days of 24 hours since submission of the oldest item at a stage.",
      { only: "oldest" },
      "less",
    ),
  ],
  amount: { label: "Days since submission", format: { style: "days", decimals: 0 } },
  async read(tx, ask) {
    const rows = await tx.rows<Group & Sums>(sql`
      WITH open AS MATERIALIZED (
        SELECT w.case_id, w.stage::text AS stage, coalesce(w.department_id, ${NO_DEPARTMENT}::uuid) AS department_id, c.practice_id, i.units, ${ageOf(sql`w.queued_at`, AT_STAGE)} AS stage_age,
          ${ageOf(sql`c.submitted_at`, IN_ALL)} AS age, ${AGE} AS days, (c.ship_by < ${ask.today}::date)::int AS late, (c.status = 'on_hold')::int AS held
        FROM ${openAttempts(ask)}
      ), sums AS (
        SELECT stage, stage_age, age, department_id, practice_id, GROUPING(stage, stage_age, age, department_id, practice_id) AS level, count(*)::int AS items,
          sum(units)::int AS units, sum(late)::int AS late, sum(held)::int AS held, sum(days)::int AS days, max(days) AS oldest
        FROM open GROUP BY GROUPING SETS ((), (stage, stage_age), (age), (department_id), (practice_id))
      )
      SELECT s.stage, s.stage_age AS "stageAge", s.age, s.department_id AS "departmentId", coalesce(d.name, 'No department') AS department, s.practice_id AS "practiceId",
        p.name AS practice, s.level, s.items, s.units, s.late, s.held, s.days, s.oldest,
        CASE WHEN s.level = 31 THEN (SELECT count(*)::int FROM (SELECT FROM open GROUP BY case_id) a) END AS cases
      FROM sums s LEFT JOIN departments d ON d.id = s.department_id LEFT JOIN practices p ON p.id = s.practice_id`);
    const whole = rows.find((row) => row.level === 31);
    const items = whole?.items ?? 0;
    const [departments, practices] = [rows.filter((row) => row.level === 29), rows.filter((row) => row.level === 30)];
    const late = (
      of: readonly (Group & Sums)[],
      name: (row: Group & Sums) => string,
      id: (row: Group & Sums) => string | null,
    ) =>
      toldApart(
        largest(of, (row) => row.items).map((row) => ({
          label: name(row),
          values: { late: row.late, other: row.items - row.late },
          part: { key: id(row) ?? undefined },
        })),
      );
    const LATE = [
      { key: "late", label: "Past ship-by", only: "late" },
      { key: "other", label: "In time", only: "in_time" },
    ];
    return {
      values: {
        cases: whole?.cases ?? 0,
        items,
        units: whole?.units ?? 0,
        late: whole?.late ?? 0,
        held: whole?.held ?? 0,
        age: share(whole?.days ?? 0, items),
        oldest: whole?.oldest ?? null,
      },
      charts: [
        {
          title: "By stage and time there",
          definition: "Items at each stage now, by the days of 24 hours since they came to its queue.",
          kind: "stacked",
          xLabel: "Stage",
          series: AT_STAGE.map(({ key, label }) => ({ key, label, only: key })),
          format: { style: "number" },
          rows: STAGES.map((stage) => ({
            label: STAGE_LABEL[stage],
            part: { key: stage },
            values: Object.fromEntries(
              AT_STAGE.map(({ key, from }) => [
                key,
                total(
                  rows.filter((row) => row.stage === stage && row.stageAge === from),
                  (row) => row.items,
                ),
              ]),
            ),
          })),
        },
        {
          title: "By age",
          definition: "Items at a stage by the days of 24 hours since their case was submitted.",
          kind: "bar",
          xLabel: "Since submission",
          series: [{ key: "items", label: "Items" }],
          format: { style: "number" },
          rows: IN_ALL.map(({ key, label, from }) => ({
            label,
            part: { only: key },
            values: { items: rows.find((row) => row.level === 27 && row.age === from)?.items ?? 0 },
          })),
        },
        {
          title: "By department",
          definition: "Items at a stage by the department of their stage: past their ship-by day, or not.",
          kind: "stacked",
          xLabel: "Department",
          series: LATE,
          format: { style: "number" },
          rows: late(
            departments,
            (row) => row.department ?? "No department",
            (row) => row.departmentId,
          ),
        },
        {
          title: "By practice",
          definition: "Items at a stage by practice, the 15 with the most: past their ship-by day, or not.",
          kind: "stacked",
          xLabel: "Practice",
          series: LATE,
          format: { style: "number" },
          rows: late(
            practices,
            (row) => row.practice ?? "Practice",
            (row) => row.practiceId,
          ),
        },
      ],
    };
  },
  behind(ask, { key, only }) {
    const atStage = AT_STAGE.find((one) => one.key === only);
    const inAll = IN_ALL.find((one) => one.key === only);
    const id = idOf(key);
    return sql`
      SELECT w.id, (c.submitted_at AT TIME ZONE ${ask.timeZone}::text)::date AS at, w.case_id, NULL::uuid AS invoice_id, NULL::uuid AS lot_id, ${AGE}::numeric AS amount,
        ${spaced(sql`i.procedure_type`)} || ', ' || ${spaced(sql`w.stage`)} || ' ' || ${spaced(sql`w.status`)} AS what
      FROM ${openAttempts(ask)} AND ${all([
        id
          ? sql`(${id}::uuid IN (c.practice_id, coalesce(w.department_id, ${NO_DEPARTMENT}::uuid)))`
          : equals(sql`w.stage`, key),
        only === "late" ? sql`c.ship_by < ${ask.today}::date` : null,
        only === "in_time" ? sql`c.ship_by >= ${ask.today}::date` : null,
        only === "oldest" ? sql`${AGE} = (SELECT max(${AGE}) FROM ${openAttempts(ask)})` : null,
        only === "held" ? sql`c.status = 'on_hold'` : null,
        atStage ? sql`${STAGE_AGE} >= ${atStage.from}::int AND ${STAGE_AGE} < ${atStage.to}::int` : null,
        inAll ? sql`${AGE} >= ${inAll.from}::int AND ${AGE} < ${inAll.to}::int` : null,
      ])}`;
  },
};
