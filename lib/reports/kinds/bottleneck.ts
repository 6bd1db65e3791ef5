import { STAGE_LABEL, STAGES, type Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { monthRows } from "../chart-rows";
import { all, equals } from "../conditions";
import { count, hours, rate, words } from "../meanings";
import type { Ask, Report } from "../result";
import { grouped, share } from "../sums";
import { attemptsBehind, hoursOf } from "./attempts";
import { type StageSums, stageSums, sumOf } from "./department-sums";
import { openAttempts } from "./open-attempts";

const elapsed = (rows: readonly StageSums[]) =>
  sumOf(rows, "working") + sumOf(rows, "machine") + sumOf(rows, "waiting");
const mean = (rows: readonly StageSums[], seconds: number) => {
  const value = share(seconds, sumOf(rows, "attempts"));
  return value === null ? null : hoursOf(value);
};

/** How many items are at each stage at this moment. */
const standing = (tx: Transaction, ask: Ask): Promise<{ stage: Stage; items: number }[]> =>
  tx.rows(sql`SELECT w.stage, count(*)::int AS items FROM ${openAttempts(ask)} GROUP BY 1`);

/** Where items spend their time: touch and waiting by stage, and what stands there now. */
export const bottleneck: Report = {
  figures: [
    words(
      "holds",
      "Holds most",
      "The stage whose attempts completed in the period took the most time in all, waiting included.",
      null,
    ),
    rate(
      "share",
      "Its share of all time",
      "The time of the stage that holds most ÷ the time of all stages, from queueing to completion.",
      null,
      "less",
    ),
    hours(
      "wait",
      "Waiting a stage",
      "Average hours per completed attempt from queueing to completion, less working and machine time; nights and weekends count.",
      {},
      "less",
    ),
    hours("touch", "Touch a stage", "Average working hours per completed attempt by the stage clock.", {}),
    rate(
      "touchShare",
      "Touch share",
      "Working time ÷ all time from queueing to completion of the attempts completed in the period.",
      {},
      "more",
    ),
    count(
      "attempts",
      "Stages completed",
      "Attempts completed in the period, whatever their outcome; cancelled ones left out.",
      {},
      "more",
    ),
  ],
  amount: { label: "Working hours", format: { style: "hours", decimals: 2 } },
  async read(tx, ask) {
    const rows = await stageSums(tx, ask);
    const now = ask.isEarlier ? [] : await standing(tx, ask);
    const months = grouped(rows, (row) => row.month).map(([month, of]) => ({ month, of }));
    const stages = STAGES.map((stage) => ({ stage, of: rows.filter((row) => row.stage === stage) })).filter(
      ({ of }) => of.length > 0,
    );
    const [most] = [...stages].sort((a, b) => elapsed(b.of) - elapsed(a.of));
    return {
      values: {
        holds: most ? STAGE_LABEL[most.stage] : null,
        share: most ? share(elapsed(most.of), elapsed(rows)) : null,
        wait: mean(rows, sumOf(rows, "waiting")),
        touch: mean(rows, sumOf(rows, "working")),
        touchShare: share(sumOf(rows, "working"), elapsed(rows)),
        attempts: sumOf(rows, "attempts"),
      },
      parts: most && { holds: { key: most.stage }, share: { key: most.stage } },
      charts: [
        {
          title: "Touch and waiting by stage",
          definition:
            "Average hours per completed attempt: at work by the stage clock, in a running machine, and the rest from queueing to completion (nights and weekends count as waiting).",
          kind: "stacked",
          xLabel: "Stage",
          series: [
            { key: "working", label: "Working" },
            { key: "machine", label: "In a machine" },
            { key: "waiting", label: "Waiting" },
          ],
          format: { style: "hours" },
          rows: stages.map(({ stage, of }) => ({
            label: STAGE_LABEL[stage],
            part: { key: stage },
            values: {
              working: mean(of, sumOf(of, "working")),
              machine: mean(of, sumOf(of, "machine")),
              waiting: mean(of, sumOf(of, "waiting")),
            },
          })),
        },
        {
          title: "Share of all time by stage",
          definition:
            "The time of the stage's attempts, from queueing to completion, ÷ that of all stages. The largest is the bottleneck.",
          kind: "bar",
          xLabel: "Stage",
          series: [{ key: "share", label: "Share of time" }],
          format: { style: "percent", decimals: 1 },
          rows: stages.map(({ stage, of }) => ({
            label: STAGE_LABEL[stage],
            part: { key: stage },
            values: { share: share(elapsed(of), elapsed(rows)) },
          })),
        },
        {
          title: "Waiting by month",
          definition: "Average waiting hours per attempt by the month of completion, over all stages.",
          kind: "line",
          xLabel: "Month",
          series: [{ key: "wait", label: "Waiting a stage" }],
          format: { style: "hours" },
          overTime: true,
          rows: monthRows(months, ask.period, ask.locale, (row) => ({
            wait: row ? mean(row.of, sumOf(row.of, "waiting")) : null,
          })),
        },
        {
          title: "At each stage now",
          definition:
            "Items whose attempt at the stage is not completed at this moment, in work or not, as in Work in progress.",
          kind: "bar",
          xLabel: "Stage",
          series: [{ key: "items", label: "Items" }],
          format: { style: "number" },
          rows: STAGES.map((stage) => ({
            label: STAGE_LABEL[stage],
            values: { items: now.find((row) => row.stage === stage)?.items ?? 0 },
            part: { key: stage, only: "open" },
          })),
        },
      ],
    };
  },
  behind(ask, part) {
    if (part.only !== "open") return attemptsBehind(ask, part, equals(sql`w.stage`, part.key));
    return sql`
      SELECT w.id, (w.queued_at AT TIME ZONE ${ask.timeZone}::text)::date AS at, w.case_id, NULL::uuid AS invoice_id, NULL::uuid AS lot_id,
        w.working_seconds / 3600.0 AS amount, replace(w.stage, '_', ' ') || ', ' || replace(w.status, '_', ' ') AS what
      FROM ${openAttempts(ask)} AND ${all([equals(sql`w.stage`, part.key)])}`;
  },
};
