import { largest, monthRows, toldApart } from "../chart-rows";
import { idOf } from "../conditions";
import { count, hours, rate } from "../meanings";
import type { Report } from "../result";
import { grouped, share } from "../sums";
import { attemptsBehind, FAILED, hoursOf, inDepartment } from "./attempts";
import { type StageSums, stageSums, sumOf } from "./department-sums";

const outcome = (rows: readonly StageSums[]) => ({ passed: sumOf(rows, "passed"), failed: sumOf(rows, "failed") });
const firstShare = (rows: readonly StageSums[]) => share(sumOf(rows, "firstPassed"), sumOf(rows, "attempts"));

/** What each department completed, by the month of completion, in how much time, and how much of it passed at the first go. */
export const departments: Report = {
  figures: [
    count(
      "attempts",
      "Stages completed",
      "Attempts at a stage completed in the period, whatever their outcome; cancelled ones left out.",
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
      "first",
      "Passed first time",
      "First attempts that passed ÷ all attempts completed in the period.",
      { only: "first" },
      "more",
    ),
    count(
      "failed",
      "Failed or sent back",
      "Attempts completed in the period that failed quality control or were sent back.",
      FAILED,
      "less",
    ),
    hours(
      "working",
      "Working hours",
      "Working time by the stage clock on the attempts completed in the period; pauses are not counted.",
      {},
    ),
    hours("machine", "Machine hours", "What machines ran by themselves for the attempts completed in the period.", {}),
  ],
  amount: { label: "Working hours", format: { style: "hours", decimals: 2 } },
  async read(tx, ask) {
    const rows = await stageSums(tx, ask);
    const months = grouped(rows, (row) => row.month).map(([month, of]) => ({ month, of }));
    const by = grouped(rows, (row) => row.departmentId).map(([id, of]) => ({ id, of, name: of[0]?.department ?? "" }));
    const shown = largest(by, ({ of }) => sumOf(of, "attempts"));
    return {
      values: {
        attempts: sumOf(rows, "attempts"),
        units: sumOf(rows, "units"),
        first: firstShare(rows),
        failed: sumOf(rows, "failed"),
        working: hoursOf(sumOf(rows, "working")),
        machine: hoursOf(sumOf(rows, "machine")),
      },
      charts: [
        {
          title: "Attempts by department",
          definition:
            "Attempts completed in the period by the department of the stage: passed, or failed and sent back.",
          kind: "stacked",
          xLabel: "Department",
          series: [
            { key: "passed", label: "Passed", only: "passed" },
            { key: "failed", label: "Failed or sent back", only: "failed" },
          ],
          format: { style: "number" },
          rows: toldApart(shown.map(({ id, name, of }) => ({ label: name, values: outcome(of), part: { key: id } }))),
        },
        {
          title: "Hours by department",
          definition:
            "Working time by the stage clock, and what machines ran, on the attempts completed in the period.",
          kind: "stacked",
          xLabel: "Department",
          series: [
            { key: "working", label: "Working" },
            { key: "machine", label: "In a machine" },
          ],
          format: { style: "hours" },
          rows: toldApart(
            shown.map(({ id, name, of }) => ({
              label: name,
              values: { working: hoursOf(sumOf(of, "working")), machine: hoursOf(sumOf(of, "machine")) },
              part: { key: id },
            })),
          ),
        },
        {
          title: "Passed first time by department",
          definition: "First attempts that passed ÷ all attempts completed in the period, by department.",
          kind: "bar",
          xLabel: "Department",
          series: [{ key: "first", label: "Passed first time" }],
          format: { style: "percent", decimals: 1 },
          rows: toldApart(
            shown.map(({ id, name, of }) => ({
              label: name,
              values: { first: firstShare(of) },
              part: { key: id, only: "first" },
            })),
          ),
        },
        {
          title: "Stages completed by month",
          definition: "Attempts at a stage by the month of their completion.",
          kind: "line",
          xLabel: "Month",
          series: [{ key: "attempts", label: "Attempts" }],
          format: { style: "number" },
          overTime: true,
          rows: monthRows(months, ask.period, ask.locale, (row) => ({ attempts: row ? sumOf(row.of, "attempts") : 0 })),
        },
      ],
    };
  },
  behind: (ask, part) => attemptsBehind(ask, part, inDepartment(idOf(part.key))),
};
