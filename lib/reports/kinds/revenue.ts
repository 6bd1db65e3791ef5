import { sumOf } from "@/lib/billing/line-amounts";
import { PROCEDURE_LABEL, type ProcedureType } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import { largest, monthRows, toldApart } from "../chart-rows";
import { revenueRows } from "../from-view";
import { count, money } from "../meanings";
import type { Report } from "../result";
import { total } from "../sums";
import { invoicesBehind } from "./invoices-behind";

type Sums = {
  invoices: number;
  net: string;
  total: string;
  paid: string | null;
  outstanding: string | null;
  credited: string;
};

const SUMS = sql`sum(v.invoices)::int AS invoices, sum(v.net)::numeric(14,2) AS net, sum(v.total)::numeric(14,2) AS total, sum(v.paid)::numeric(14,2) AS paid,
  sum(v.outstanding)::numeric(14,2) AS outstanding, sum(v.credited)::numeric(14,2) AS credited`;

const SETTLED = [
  { key: "paid", label: "Paid", only: "paid" },
  { key: "outstanding", label: "Owed", only: "owed" },
];
const settled = (row: Sums | undefined) => ({ paid: row?.paid ?? "0.00", outstanding: row?.outstanding ?? "0.00" });
const negated = (amount: string) => (amount.startsWith("-") ? amount.slice(1) : `-${amount}`);

/** Money invoiced in the lab's currency, by the month of issue. With a procedure type, of its lines alone. */
export const revenue: Report = {
  figures: [
    money(
      "total",
      "Invoiced",
      "Total with tax of the invoices issued in the period; drafts and cancelled ones left out. Of one procedure type: of its lines.",
      {},
      "more",
    ),
    money(
      "net",
      "Net",
      "Before tax, the invoices issued in the period; drafts and cancelled ones left out. Of one procedure type: its lines.",
      { only: "net" },
      "more",
    ),
    money(
      "credited",
      "Credited",
      "Before tax, what credit notes issued in the period give back.",
      { only: "credited" },
      "less",
    ),
    money(
      "kept",
      "Net after credit",
      "Net of the invoices less what the credit notes of the period give back.",
      { only: "kept" },
      "more",
    ),
    money(
      "paid",
      "Paid",
      "Of the invoiced total, what payments and credit notes have settled until now. Not known of one procedure type.",
      { only: "paid" },
      "more",
    ),
    money(
      "outstanding",
      "Owed",
      "Of the invoiced total, what is not settled until now. Not known of one procedure type.",
      { only: "owed" },
      "less",
    ),
    count(
      "invoices",
      "Invoices",
      "Invoices issued in the period; drafts and cancelled ones left out. Of one procedure type: with a line of it.",
      {},
      "more",
    ),
  ],
  amount: { label: "Amount", format: { style: "money" } },
  async read(tx, { period, filter, locale, currency }) {
    const months = await tx.rows<Sums & { month: string }>(sql`
      SELECT v.month, ${SUMS} FROM ${revenueRows(period, filter)} v WHERE v.currency = ${currency} GROUP BY 1 ORDER BY 1`);
    const practices = await tx.rows<Sums & { id: string; name: string }>(sql`
      SELECT v.practice_id AS id, coalesce(p.name, 'Practice') AS name, ${SUMS} FROM ${revenueRows(period, filter, "practice")} v
      LEFT JOIN practices p ON p.id = v.practice_id WHERE v.currency = ${currency} GROUP BY 1, 2 ORDER BY sum(v.total) DESC, 2`);
    const procedures = await tx.rows<Sums & { procedure: ProcedureType | "none" }>(sql`
      SELECT v.procedure_type AS procedure, ${SUMS} FROM ${revenueRows(period, filter, "procedure")} v WHERE v.currency = ${currency} GROUP BY 1 ORDER BY sum(v.net) DESC`);
    const sum = (of: "net" | "total" | "credited") => sumOf(months.map((row) => row[of]));
    const known = filter.procedure === null;
    const format = { style: "money", currency } as const;
    const shown = largest(practices, (row) => Number(row.total));
    const NET = [{ key: "net", label: "Net" }];
    const whole = <Row extends Sums>(row: Row | undefined) => (known ? settled(row) : { total: row?.total ?? "0.00" });
    const series = known ? SETTLED : [{ key: "total", label: "Invoiced" }];
    return {
      values: {
        total: sum("total"),
        net: sum("net"),
        credited: sum("credited"),
        kept: sumOf([sum("net"), negated(sum("credited"))]),
        paid: known ? sumOf(months.map((row) => row.paid ?? "0.00")) : null,
        outstanding: known ? sumOf(months.map((row) => row.outstanding ?? "0.00")) : null,
        invoices: total(months, (row) => row.invoices),
      },
      charts: [
        {
          title: "Invoiced by month",
          definition:
            "Total with tax of the invoices issued in the month, drafts and cancelled ones left out: what of it is paid or credited, and what is owed today. Of one procedure type: the total of its lines.",
          kind: "stacked",
          xLabel: "Month",
          series,
          format,
          rows: monthRows(months, period, locale, whole),
        },
        {
          title: "Net by month",
          definition: "Before tax, the invoices issued in the month; credit notes not taken off.",
          kind: "line",
          xLabel: "Month",
          series: NET,
          format,
          overTime: true,
          rows: monthRows(months, period, locale, (row) => ({ net: row?.net ?? "0.00" }), {
            only: "net",
          }),
        },
        {
          title: "Invoiced by practice",
          definition: "The same invoices with tax, by practice, the 15 with the most.",
          kind: "stacked",
          xLabel: "Practice",
          series,
          format,
          rows: toldApart(shown.map((row) => ({ label: row.name, values: whole(row), part: { key: row.id } }))),
        },
        {
          title: "Net by procedure type",
          definition:
            "Before tax, the lines of those invoices by the procedure type of their item; other lines are those without an item.",
          kind: "bar",
          xLabel: "Procedure type",
          series: NET,
          format,
          rows: procedures.map((row) => ({
            label: row.procedure === "none" ? "Other lines" : PROCEDURE_LABEL[row.procedure],
            values: { net: row.net },
            part: { key: `procedure~${row.procedure}`, only: "net" },
          })),
        },
      ],
    };
  },
  behind: invoicesBehind,
};
