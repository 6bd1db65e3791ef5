import { RESPONSIBLE_LABEL } from "@/lib/cases/case-vocabulary";
import { MATERIAL_LABEL, PROCEDURE_LABEL } from "@/lib/cases/vocabulary";
import { type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { largest, monthRows, toldApart } from "../chart-rows";
import { type RemakeKind, remakeRows } from "../from-view";
import { count, rate } from "../meanings";
import type { Ask, Report, ReportChart } from "../result";
import { share, total } from "../sums";
import { remadeBehind } from "./remade-items";

type Row = { key: string; name: string; units: number; remade: number; cases: number; remadeCases: number };

const NAMES: Record<string, string> = {
  ...RESPONSIBLE_LABEL,
  ...MATERIAL_LABEL,
  ...PROCEDURE_LABEL,
  none: "Not named",
};
const SUMS = sql`sum(v.units)::int AS units, sum(v.remade_units)::int AS remade, sum(v.cases)::int AS cases, sum(v.remade_cases)::int AS "remadeCases"`;

/** Where the name of a key is found; a key without a row there names itself. */
const NAME_OF: Partial<Record<RemakeKind, Sql>> = {
  dentist: sql`(SELECT d.full_name FROM dentist_profiles d WHERE d.id::text = v.key)`,
  person: sql`(SELECT u.name FROM users u WHERE u.id::text = v.key)`,
  cause: sql`(SELECT r.words FROM lab_reasons() r WHERE r.id::text = v.key)`,
};

async function byKind(tx: Transaction, { period, filter }: Ask, kind: RemakeKind): Promise<Row[]> {
  const rows = await tx.rows<Row>(sql`
    SELECT v.key, coalesce(${NAME_OF[kind] ?? sql`v.key`}, v.key) AS name, ${SUMS} FROM ${remakeRows(period, filter, kind)} v GROUP BY 1 ORDER BY 4 DESC, 2`);
  return rows.map((row) => ({ ...row, name: NAMES[row.name] ?? row.name }));
}

const RATE = [{ key: "rate", label: "Remake rate" }];
const rateOf = (row: Pick<Row, "units" | "remade">) => ({ rate: share(row.remade, row.units) });

/** A chart of rates by a key; the most remade first, at most 15. */
const rates = (
  title: string,
  xLabel: string,
  definition: string,
  prefix: string,
  rows: readonly Row[],
): ReportChart => ({
  title,
  definition: `${definition} The 15 with the most remade units.`,
  kind: "bar",
  xLabel,
  series: RATE,
  format: { style: "percent", decimals: 1 },
  rows: toldApart(
    largest(rows, (row) => row.remade).map((row) => ({
      label: row.name,
      values: rateOf(row),
      part: { key: `${prefix}~${row.key}`, only: "remade" },
    })),
  ),
});
const units = (
  title: string,
  xLabel: string,
  definition: string,
  prefix: string,
  rows: readonly Row[],
): ReportChart => ({
  title,
  definition,
  kind: "bar",
  xLabel,
  series: [{ key: "remade", label: "Remade units" }],
  format: { style: "number" },
  rows: toldApart(
    rows.map((row) => ({
      label: row.name,
      values: { remade: row.remade },
      part: { key: `${prefix}~${row.key}`, only: "remade" },
    })),
  ),
});

/** What was made again, counted in the month in which the original was delivered. */
export const remakes: Report = {
  figures: [
    rate(
      "rate",
      "Remake rate",
      "Units made again ÷ units delivered, both of cases delivered in the period. Repairs are adjustments and stand on neither side.",
      { only: "remade" },
      "less",
    ),
    rate(
      "caseRate",
      "Of cases",
      "Cases with something made again ÷ cases delivered in the period.",
      { only: "remade" },
      "less",
    ),
    count(
      "remade",
      "Remade units",
      "Units of the items delivered in the period that have a remake which was not cancelled, whenever it was made.",
      { only: "remade" },
      "less",
    ),
    count(
      "remadeCases",
      "Remade cases",
      "Cases delivered in the period of which at least one item has a remake that was not cancelled.",
      { only: "remade" },
      "less",
    ),
    count(
      "units",
      "Units delivered",
      "Units (teeth) of the cases delivered in the period, without repairs; a case delivered in parts counts when its last part was.",
      { only: "delivered" },
      "more",
    ),
    count(
      "cases",
      "Cases delivered",
      "Cases delivered in the period with at least one item that is no repair.",
      { only: "delivered" },
      "more",
    ),
  ],
  amount: { label: "Units", format: { style: "number" } },
  async read(tx, ask) {
    const { period, filter, locale } = ask;
    const months = await tx.rows<Row & { month: string }>(sql`
      SELECT v.month, ${SUMS} FROM ${remakeRows(period, filter, "all")} v GROUP BY 1 ORDER BY 1`);
    const [dentists, materials, people] = [
      await byKind(tx, ask, "dentist"),
      await byKind(tx, ask, "material"),
      await byKind(tx, ask, "person"),
    ];
    const [causes, responsible] = [await byKind(tx, ask, "cause"), await byKind(tx, ask, "responsible")];
    const procedures = await tx.rows<Row>(sql`
      SELECT v.procedure_type AS key, v.procedure_type AS name, ${SUMS} FROM ${remakeRows(period, filter, "all", "procedure")} v GROUP BY 1 ORDER BY 4 DESC`);
    const sum = (of: "units" | "remade" | "cases" | "remadeCases") => total(months, (row) => row[of]);
    return {
      values: {
        rate: share(sum("remade"), sum("units")),
        caseRate: share(sum("remadeCases"), sum("cases")),
        remade: sum("remade"),
        remadeCases: sum("remadeCases"),
        units: sum("units"),
        cases: sum("cases"),
      },
      charts: [
        {
          title: "Remake rate by month",
          definition:
            "Units made again ÷ units delivered, in the month in which the original was delivered. A young month still grows.",
          kind: "line",
          xLabel: "Month",
          series: RATE,
          format: { style: "percent", decimals: 1 },
          overTime: true,
          rows: monthRows(months, period, locale, (row) => (row ? rateOf(row) : { rate: null }), { only: "remade" }),
        },
        units(
          "Remade units by cause",
          "Cause",
          "Units made again by the cause named for their first remake.",
          "cause",
          causes,
        ),
        units(
          "Remade units by who is responsible",
          "Responsible",
          "Units made again by who is responsible for the remake, and so pays for it.",
          "responsible",
          responsible,
        ),
        rates(
          "Remake rate by dentist",
          "Dentist",
          "Units made again ÷ units delivered to the dentist's prescriptions.",
          "dentist",
          dentists,
        ),
        rates(
          "Remake rate by technician",
          "Technician",
          "Units made again ÷ units delivered, of the items at which the person passed design, milling or sintering; an item counts once for each such person.",
          "person",
          people,
        ),
        rates(
          "Remake rate by material",
          "Material",
          "Units made again ÷ units delivered of the material.",
          "material",
          materials,
        ),
        rates(
          "Remake rate by procedure type",
          "Procedure type",
          "Units made again ÷ units delivered of the procedure type.",
          "procedure",
          procedures.map((row) => ({ ...row, name: NAMES[row.name] ?? row.name })),
        ),
      ],
    };
  },
  behind: remadeBehind,
};
