import { STAGE_LABEL, STAGES, type Stage } from "@/lib/cases/vocabulary";
import { type Sql, sql } from "@/lib/db/sql";
import { largest, monthRows, toldApart } from "../chart-rows";
import { all, dayOf, equals, equalsId, idOf, timeIn } from "../conditions";
import { FOUND_FAILURES } from "../found-failures";
import { failureRows, NO_DEPARTMENT } from "../from-view";
import { count, rate, words } from "../meanings";
import type { Ask, Report, ReportChart } from "../result";
import { grouped, share, total } from "../sums";

type Row = {
  month: string;
  causeId: string;
  cause: string;
  stage: Stage;
  departmentId: string;
  department: string;
  personId: string;
  person: string;
  failures: number;
  units: number;
};

const NOBODY = NO_DEPARTMENT;
const met = (ask: Ask, month?: string | null): Sql =>
  all([
    sql`w.status = 'completed' AND w.outcome IN ('failed', 'sent_back') AND w.deleted_at IS NULL`,
    timeIn(sql`w.completed_at`, ask, month),
    equalsId(sql`coalesce(m.department_id, ${NOBODY}::uuid)`, ask.filter.department),
    equals(sql`i.procedure_type`, ask.filter.procedure),
  ]);

const failures = (rows: readonly Row[]) => total(rows, (row) => row.failures);

/** A chart of failures by whose work it was. */
function whose(
  title: string,
  xLabel: string,
  definition: string,
  rows: readonly Row[],
  id: (row: Row) => string,
  name: (row: Row) => string,
  kind: string,
): ReportChart {
  const each = grouped(rows, id).map(([key, of]) => ({ key, of }));
  return {
    title,
    definition,
    kind: "bar",
    xLabel,
    series: [{ key: "failures", label: "Failures" }],
    format: { style: "number" },
    rows: toldApart(
      largest(each, ({ of }) => failures(of)).map(({ key, of }) => ({
        label: of[0] ? name(of[0]) : "",
        values: { failures: failures(of) },
        part: { key: `${kind}~${key}` },
      })),
    ),
  };
}

/** What failed quality control or was sent back inside the lab: by cause, where it was found, and whose work it was. */
export const failed: Report = {
  figures: [
    count(
      "failures",
      "Failed or sent back",
      "Attempts completed in the period that failed quality control or were sent back.",
      {},
      "less",
    ),
    count(
      "units",
      "Units made again",
      "Units (teeth) of the items that failed or were sent back in the period; an item counts each time.",
      {},
      "less",
    ),
    words(
      "cause",
      "Most frequent cause",
      "The cause named most often for what failed or was sent back in the period.",
      null,
    ),
    rate("causeShare", "Its share", "Failures of the most frequent cause ÷ all failures of the period.", null, "less"),
  ],
  amount: { label: "Units", format: { style: "number" } },
  async read(tx, ask) {
    const rows = await tx.rows<Row>(sql`
      SELECT v.month, v.cause_id AS "causeId", coalesce(r.words, 'No reason given') AS cause, v.stage, v.department_id AS "departmentId",
        coalesce(d.name, 'Nobody''s') AS department, v.user_id AS "personId", coalesce(u.name, 'Nobody''s') AS person, v.failures, v.units
      FROM ${failureRows(ask.period, ask.filter)} v LEFT JOIN lab_reasons() r ON r.id = v.cause_id LEFT JOIN departments d ON d.id = v.department_id
      LEFT JOIN users u ON u.id = v.user_id ORDER BY v.failures DESC, cause`);
    const causes = grouped(rows, (row) => row.causeId)
      .map(([id, of]) => ({ id, of, name: of[0]?.cause ?? "" }))
      .sort((a, b) => failures(b.of) - failures(a.of));
    const stages = STAGES.filter((stage) => rows.some((row) => row.stage === stage));
    const months = grouped(rows, (row) => row.month).map(([month, of]) => ({ month, of }));
    const [first] = causes;
    return {
      values: {
        failures: failures(rows),
        units: total(rows, (row) => row.units),
        cause: first?.name ?? null,
        causeShare: first ? share(failures(first.of), failures(rows)) : null,
      },
      parts: first && { cause: { key: `cause~${first.id}` }, causeShare: { key: `cause~${first.id}` } },
      charts: [
        {
          title: "Failures by cause",
          definition:
            "Attempts that failed quality control or were sent back, by their cause and the stage where it was found.",
          kind: "stacked",
          xLabel: "Cause",
          series: stages.map((stage) => ({ key: stage, label: STAGE_LABEL[stage], only: stage })),
          format: { style: "number" },
          rows: toldApart(
            causes.map(({ id, name, of }) => ({
              label: name,
              part: { key: `cause~${id}` },
              values: Object.fromEntries(
                stages.map((stage) => [stage, failures(of.filter((row) => row.stage === stage))]),
              ),
            })),
          ),
        },
        {
          title: "Failures by month",
          definition: "Attempts that failed or were sent back by the month of their completion.",
          kind: "line",
          xLabel: "Month",
          series: [{ key: "failures", label: "Failures" }],
          format: { style: "number" },
          overTime: true,
          rows: monthRows(months, ask.period, ask.locale, (row) => ({ failures: row ? failures(row.of) : 0 })),
        },
        whose(
          "Failures by department",
          "Department",
          "Attempts that failed or were sent back by the department whose work it was: of the last attempt passed at the stage the item went back to.",
          rows,
          (row) => row.departmentId,
          (row) => row.department,
          "department",
        ),
        whose(
          "Failures by person",
          "Person",
          "Attempts that failed or were sent back by the person whose work it was, the 15 with the most.",
          rows,
          (row) => row.personId,
          (row) => row.person,
          "person",
        ),
      ],
    };
  },
  behind(ask, { month, key, only }) {
    const [kind, value] = key?.split("~") ?? [];
    const id = idOf(value);
    const column = { cause: sql`w.reason_id`, department: sql`m.department_id`, person: sql`m.completed_by_id` }[
      kind ?? ""
    ];
    return sql`
      SELECT w.id, ${dayOf(sql`w.completed_at`, ask)} AS at, w.case_id, NULL::uuid AS invoice_id, NULL::uuid AS lot_id, i.units::numeric AS amount,
        coalesce(r.words, 'No reason given') || ', found at ' || replace(w.stage, '_', ' ') || coalesce(', ' || u.name, '') AS what
      FROM ${FOUND_FAILURES} LEFT JOIN lab_reasons() r ON r.id = w.reason_id LEFT JOIN users u ON u.id = m.completed_by_id
      WHERE ${all([
        met(ask, month),
        column && id ? equalsId(sql`coalesce(${column}, ${NOBODY}::uuid)`, id) : null,
        equals(sql`w.stage`, only),
      ])}`;
  },
};
