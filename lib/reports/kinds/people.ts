import { sql } from "@/lib/db/sql";
import { largest, monthRows, toldApart } from "../chart-rows";
import { equalsId, idOf } from "../conditions";
import { personRows } from "../from-view";
import { count, decimal, hours, rate } from "../meanings";
import type { Report } from "../result";
import { grouped, share, total } from "../sums";
import { attemptsBehind, FAILED, hoursOf } from "./attempts";

type Row = {
  month: string;
  userId: string;
  name: string;
  attempts: number;
  units: number;
  passed: number;
  failed: number;
  working: number;
};

const sumOf = (rows: readonly Row[], of: "attempts" | "units" | "passed" | "failed" | "working") =>
  total(rows, (row) => row[of]);
const minutesOf = (rows: readonly Row[]) => share(sumOf(rows, "working") / 60, sumOf(rows, "units"));

/** What each person completed, by the month of completion, in how much working time, and what came back. */
export const people: Report = {
  figures: [
    count(
      "attempts",
      "Stages completed",
      "Attempts at a stage completed by a person in the period, whatever their outcome; cancelled ones left out.",
      {},
      "more",
    ),
    count(
      "units",
      "Units",
      "Units (teeth) of the items of the attempts completed in the period; an item counts at each stage it passes.",
      {},
      "more",
    ),
    rate(
      "passed",
      "Passed",
      "Attempts that passed ÷ attempts completed in the period. A failed check counts for who checked; whose work it was is under Failures.",
      { only: "passed" },
      "more",
    ),
    count(
      "failed",
      "Failed or sent back",
      "Attempts completed in the period that failed quality control or were sent back, by who found it.",
      FAILED,
      "less",
    ),
    hours(
      "working",
      "Working hours",
      "Working time by the stage clock on the attempts completed in the period; pauses are not counted.",
      {},
    ),
    decimal(
      "minutes",
      "Minutes a unit",
      "Working minutes ÷ units of the attempts completed in the period. Stages differ: compare people of one department.",
      {},
      "less",
    ),
  ],
  amount: { label: "Working hours", format: { style: "hours", decimals: 2 } },
  async read(tx, { period, filter, locale }) {
    const rows = await tx.rows<Row>(sql`
      SELECT v.month, v.user_id AS "userId", coalesce(u.name, 'Somebody') AS name, sum(v.attempts)::int AS attempts, sum(v.units)::int AS units, sum(v.passed)::int AS passed,
        sum(v.failed)::int AS failed, sum(v.working_seconds)::float8 AS working
      FROM ${personRows(period, filter)} v LEFT JOIN users u ON u.id = v.user_id GROUP BY 1, 2, 3 ORDER BY 1, 3, 2`);
    const months = grouped(rows, (row) => row.month).map(([month, of]) => ({ month, of }));
    const each = largest(
      grouped(rows, (row) => row.userId).map(([id, of]) => ({ id, of, name: of[0]?.name ?? "" })),
      ({ of }) => sumOf(of, "attempts"),
    );
    return {
      values: {
        attempts: sumOf(rows, "attempts"),
        units: sumOf(rows, "units"),
        passed: share(sumOf(rows, "passed"), sumOf(rows, "attempts")),
        failed: sumOf(rows, "failed"),
        working: hoursOf(sumOf(rows, "working")),
        minutes: minutesOf(rows),
      },
      charts: [
        {
          title: "Completed by person",
          definition:
            "Attempts the person completed in the period: passed, or failed and sent back. The 15 with the most.",
          kind: "stacked",
          xLabel: "Person",
          series: [
            { key: "passed", label: "Passed", only: "passed" },
            { key: "failed", label: "Failed or sent back", only: "failed" },
          ],
          format: { style: "number" },
          rows: toldApart(
            each.map(({ id, name, of }) => ({
              label: name,
              values: { passed: sumOf(of, "passed"), failed: sumOf(of, "failed") },
              part: { key: id },
            })),
          ),
        },
        {
          title: "Working hours by person",
          definition: "Working time by the stage clock on the attempts the person completed; pauses are not counted.",
          kind: "bar",
          xLabel: "Person",
          series: [{ key: "hours", label: "Working hours" }],
          format: { style: "hours" },
          rows: toldApart(
            each.map(({ id, name, of }) => ({
              label: name,
              values: { hours: hoursOf(sumOf(of, "working")) },
              part: { key: id },
            })),
          ),
        },
        {
          title: "Minutes a unit by person",
          definition:
            "Working minutes ÷ units of the attempts the person completed. Stages differ: compare people of one department.",
          kind: "bar",
          xLabel: "Person",
          series: [{ key: "minutes", label: "Minutes a unit" }],
          format: { style: "number", decimals: 1 },
          rows: toldApart(
            each.map(({ id, name, of }) => ({ label: name, values: { minutes: minutesOf(of) }, part: { key: id } })),
          ),
        },
        {
          title: "Units by month",
          definition: "Units of the attempts completed in the month, over all people.",
          kind: "line",
          xLabel: "Month",
          series: [{ key: "units", label: "Units" }],
          format: { style: "number" },
          overTime: true,
          rows: monthRows(months, period, locale, (row) => ({ units: row ? sumOf(row.of, "units") : 0 })),
        },
      ],
    };
  },
  behind: (ask, part) =>
    attemptsBehind(ask, part, equalsId(sql`w.completed_by_id`, idOf(part.key)) ?? sql`w.completed_by_id IS NOT NULL`),
};
