import type { ActingLab } from "@/lib/access/actor";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { KINDS } from "./kinds";
import { monthName } from "./months";
import { monthsOf, type Period, periodBefore, periodOf, periodWords, yearBefore } from "./period";
import { refreshedAt } from "./refreshed-at";
import type { Ask, ChartRow, FigureFormat, FigureMeaning, Reading, ReportChart, Values } from "./result";
import { headOf, type ReportName, type ReportParams } from "./schema";

type Value = number | string | null;

/** A headline figure with what it was before; its format names the lab's currency. Text figures have the style `text`. */
export type ReportFigure = Omit<FigureMeaning, "format"> & {
  format: FigureFormat | { style: "text" };
  value: Value;
  before: Value;
  yearBefore: Value;
};

/** A report as it stands on the screen, in the CSV and in the PDF. */
export type BuiltReport = {
  name: ReportName;
  title: string;
  figures: ReportFigure[];
  charts: ReportChart[];
  /** When the figures were true. */
  asOf: Date | null;
  period: Period;
  /** "Jun 2026 – Nov 2026", of the report and of what it is compared with; null without a period. */
  words: { period: string; before: string; yearBefore: string } | null;
};

/** What a lab asks of a report by the address: the period seen from its own today. */
export function askOf(lab: ActingLab, params: ReportParams): Ask {
  const today = labToday(lab.timeZone);
  const { practice, department, procedure, category } = params;
  return {
    timeZone: lab.timeZone,
    currency: lab.currency,
    locale: lab.locale,
    today,
    period: periodOf(params, today),
    isEarlier: false,
    filter: { practice, department, procedure, category },
  };
}

/** What a report narrows by: what the address says of anything else counts as not said. */
export function narrowed(name: ReportName, filter: Ask["filter"]): Ask["filter"] {
  const { filters } = headOf(name);
  const kept = Object.entries(filter).map(([key, value]) => [key, filters.some((one) => one === key) ? value : null]);
  return Object.fromEntries(kept) as Ask["filter"];
}

/**
 * Reads a report with its figures for the period, for as many months before it and for the same months a year earlier. Names of what was
 * archived are shown, so the transaction sees soft-deleted rows from here on: each statement of a report leaves them out by itself.
 */
export async function buildReport(
  tx: Transaction,
  lab: ActingLab,
  name: ReportName,
  params: ReportParams,
): Promise<BuiltReport> {
  await tx.includeDeleted();
  const report = KINDS[name];
  const { title, view, period: hasPeriod } = headOf(name);
  const asked = askOf(lab, params);
  const ask = { ...asked, filter: narrowed(name, asked.filter) };
  const now = await report.read(tx, ask);
  const read = (period: Period) => report.read(tx, { ...ask, period, isEarlier: true });
  const earlier = { before: periodBefore(ask.period), yearBefore: yearBefore(ask.period) };
  const [before, lastYear] = hasPeriod ? [await read(earlier.before), await read(earlier.yearBefore)] : [null, null];
  const compared = params.compare === "year" ? lastYear : before;
  const comparedPeriod = params.compare === "year" ? earlier.yearBefore : earlier.before;
  return {
    name,
    title,
    period: ask.period,
    asOf: view ? await refreshedAt(tx, view) : new Date(),
    words: hasPeriod
      ? {
          period: periodWords(ask.period, ask.locale),
          before: periodWords(earlier.before, ask.locale),
          yearBefore: periodWords(earlier.yearBefore, ask.locale),
        }
      : null,
    figures: report.figures.map((figure) => withValues(figure, ask.currency, now, before?.values, lastYear?.values)),
    charts: now.charts.map((chart, i) => besideEarlier(chart, compared?.charts[i], comparedPeriod, ask.locale)),
  };
}

function withValues(
  figure: FigureMeaning,
  currency: string,
  now: Reading,
  before?: Values,
  yearBefore?: Values,
): ReportFigure {
  const at = (values?: Values): Value => values?.[figure.key] ?? null;
  const format = figure.format.style === "money" ? { style: "money" as const, currency } : figure.format;
  const part = now.parts?.[figure.key] ?? figure.part;
  return { ...figure, part, format, value: at(now.values), before: at(before), yearBefore: at(yearBefore) };
}

/** A chart over time with the months it is compared with as a second series, month by month. */
function besideEarlier(
  chart: ReportChart,
  earlier: ReportChart | undefined,
  period: Period,
  locale: string,
): ReportChart {
  const [series] = chart.series;
  if (!chart.overTime || !earlier || !series) return chart;
  const months = monthsOf(period);
  const hasAny = earlier.rows.some((row) => Number(row.values[series.key] ?? 0) !== 0);
  if (!hasAny) return chart;
  const rows: ChartRow[] = chart.rows.map((row, i) => ({
    ...row,
    values: { ...row.values, earlier: earlier.rows[i]?.values[series.key] ?? null },
  }));
  const [first, last] = [months[0] as string, months.at(-1) as string];
  const label = first === last ? monthName(first, locale) : `${monthName(first, locale)} – ${monthName(last, locale)}`;
  return { ...chart, series: [...chart.series, { key: "earlier", label: `${series.label}, ${label}` }], rows };
}
