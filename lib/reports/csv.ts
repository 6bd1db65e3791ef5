import Papa from "papaparse";
import { shownText } from "@/lib/cases/csv";
import type { BuiltReport, ReportFigure } from "./build-report";
import type { FigureFormat } from "./result";

type Format = FigureFormat | { style: "text" };

/** A value as a spreadsheet reads it: shares in per cent, the rest as they are. */
function plain(value: number | string | null | undefined, format: Format): string | number {
  if (value === null || value === undefined) return "";
  if (format.style === "percent") return Math.round(Number(value) * 100_000) / 1000;
  if (typeof value === "number") return Math.round(value * 10_000) / 10_000;
  return /^-?\d+(\.\d+)?$/.test(value) ? value : shownText(value);
}

const unitOf = (format: Format): string =>
  ({
    percent: "%",
    hours: "h",
    days: "days",
    number: "",
    text: "",
    money: "currency" in format ? format.currency : "",
  })[format.style];

const titled = (label: string, format: Format) => (unitOf(format) ? `${label} (${unitOf(format)})` : label);

/**
 * A report as CSV, with what it is of at the top: its period, filters and day, the headline figures with what they were before and their definitions,
 * and every chart as a table. Words that a spreadsheet would run as a formula are quoted.
 * @param facts lines of name and value for the head, such as the lab, the filters and "as of".
 */
export function reportCsv(report: BuiltReport, facts: readonly (readonly [string, string])[]): string {
  const { words } = report;
  const earlier = words ? [words.before, words.yearBefore] : [];
  const figure = (one: ReportFigure) => [
    titled(one.label, one.format),
    plain(one.value, one.format),
    ...(words ? [plain(one.before, one.format), plain(one.yearBefore, one.format)] : []),
    one.definition,
  ];
  const charts = report.charts.flatMap(({ title, definition, xLabel, series, format, rows }) => [
    [],
    [title],
    [definition],
    [xLabel, ...series.map(({ label }) => shownText(titled(label, format)))],
    ...rows.map((row) => [
      plain(row.label, { style: "text" }),
      ...series.map(({ key }) => plain(row.values[key], format)),
    ]),
  ]);
  return Papa.unparse(
    [
      [report.title],
      ...facts.map(([name, value]) => [name, plain(value, { style: "text" })]),
      [],
      ["Figure", words?.period ?? "Now", ...earlier, "Definition"],
      ...report.figures.map(figure),
      ...charts,
    ],
    { newline: "\r\n" },
  );
}
