import type { Sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Period } from "./period";
import type { Behind, ReportFilter } from "./schema";

/** How a figure is written; `percent` takes 0–1, `money` a decimal string, `text` words as they are. */
export type FigureFormat =
  | { style: "number"; decimals?: number }
  | { style: "percent"; decimals?: number }
  | { style: "money"; currency: string }
  | { style: "hours" | "days"; decimals?: number };

/** Which of the things behind a report a figure counts. */
export type Part = Partial<Pick<Behind, "month" | "key" | "only">>;

export type ChartRow = { label: string; values: Record<string, number | string | null>; part?: Part };

/** One chart: the same figures are its table, its part of the CSV and its table in the PDF. */
export type ReportChart = {
  title: string;
  /** What exactly is counted, in a sentence. */
  definition: string;
  kind: "bar" | "line" | "stacked";
  xLabel: string;
  /** `only`: which of a row's things the series counts, where it does not count them all. */
  series: { key: string; label: string; only?: string }[];
  format: FigureFormat;
  rows: ChartRow[];
  /** One row per month of the period and one series: the months compared with are drawn beside it. */
  overTime?: boolean;
};

/** Values of the headline figures by key. Money is a decimal string. */
export type Values = Record<string, number | string | null>;

/** What a report reads for one period. */
export type Reading = {
  values: Values;
  charts: ReportChart[];
  /** Which things a headline figure counts where that hangs on what was found, by its key. */
  parts?: Record<string, Part>;
};

/** What a headline figure is, whatever its value. */
export type FigureMeaning = {
  key: string;
  label: string;
  definition: string;
  format: FigureFormat | { style: "money" } | { style: "text" };
  /** Which way is good; neither where it is left out. */
  better?: "more" | "less";
  /** What of the report's things it counts; null where none of them is behind it. */
  part: Part | null;
  /** The address where what it counts is listed, when that is no thing of the report. */
  elsewhere?: string;
};

/** Whom a report is read for, over which months and narrowed to what. */
export type Ask = {
  timeZone: string;
  currency: string;
  locale: string;
  /** The lab's day, `YYYY-MM-DD`. */
  today: string;
  period: Period;
  /** It is read to be compared with: what is true at this moment is not asked for. */
  isEarlier: boolean;
  filter: ReportFilter;
};

/** One report: what it reads and what is behind its figures. */
export type Report = {
  figures: readonly FigureMeaning[];
  read(tx: Transaction, ask: Ask): Promise<Reading>;
  /** A statement with a row for each thing counted: id, at (a day), what (words), case_id, invoice_id, lot_id, amount (null for none). */
  behind(ask: Ask, part: Behind): Sql;
  /** What the `amount` of those things is called, and how it is written. */
  amount?: { label: string; format: FigureMeaning["format"] };
};
