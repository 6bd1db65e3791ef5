import { monthKey, monthName } from "./months";
import { monthsOf, type Period } from "./period";
import type { ChartRow, Part } from "./result";

/** How many practices, dentists or people a chart names; the words of its definition say so. */
export const MOST_BARS = 15;

/**
 * One row per month of the period, also of those without figures. `values` is given the month's row, where there is one; `part` is
 * what of a month's things is counted, null where none of them is.
 */
export function monthRows<Row extends { month: string }>(
  rows: readonly Row[],
  period: Period,
  locale: string,
  values: (row: Row | undefined) => ChartRow["values"],
  part: Part | null = {},
): ChartRow[] {
  return monthsOf(period).map((month) => ({
    label: monthName(month, locale),
    values: values(rows.find((row) => row.month === month)),
    ...(part && { part: { ...part, month: monthKey(month) } }),
  }));
}

/** Rows whose label another one has too, told apart by a number: two people may have one name. */
export function toldApart(rows: readonly ChartRow[]): ChartRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const count = (seen.get(row.label) ?? 0) + 1;
    seen.set(row.label, count);
    return count === 1 ? row : { ...row, label: `${row.label} (${count})` };
  });
}

/** The largest rows by a number, at most so many as a chart names. */
export const largest = <Row>(rows: readonly Row[], by: (row: Row) => number): Row[] =>
  [...rows].sort((a, b) => by(b) - by(a)).slice(0, MOST_BARS);
