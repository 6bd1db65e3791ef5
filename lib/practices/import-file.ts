import Papa from "papaparse";
import { type ImportedPractice, parseRow, type RowOutcome } from "./import-row";
import type { ImportField } from "./schema";
import { townOf, townsAmong } from "./town";

const MAX_ROWS = 5000;

/** A file's cells as they are: `line` is the line of the file on which a row starts, counted from 1. */
export type FileTable = { headers: string[]; rows: { line: number; cells: string[]; fault?: string }[] };

/**
 * Splits the text of a CSV file (comma, semicolon or tab) into its header and rows; empty lines are left out. Answers `fault`
 * for what is no such table: no header, no row, a quote that never ends, more than 5,000 rows.
 */
export function readTable(csv: string): FileTable | { fault: string } {
  const lines: number[] = [];
  const cells: string[][] = [];
  let broken: string | undefined;
  let line = 1;
  let from = 0;
  const text = csv.replace(/^\uFEFF/, "");
  Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t"],
    step: ({ data, errors, meta }) => {
      const quotes = errors.find((error) => error.type === "Quotes");
      if (quotes) broken ??= `Line ${line}: a quotation mark is not closed.`;
      if (data.some((cell) => cell.trim() !== "")) {
        lines.push(line);
        cells.push(data);
      }
      line += newlines(text.slice(from, meta.cursor));
      from = meta.cursor;
    },
  });
  const headers = cells.shift()?.map((cell) => cell.trim());
  lines.shift();
  if (broken) return { fault: broken };
  if (!headers) return { fault: "This file holds no text." };
  if (headers.length < 2)
    return { fault: "Only one column was found. The file needs a header line and columns parted by commas." };
  if (cells.length === 0) return { fault: "This file has a header but no rows." };
  if (cells.length > MAX_ROWS)
    return { fault: `This file has ${cells.length} rows; at most ${MAX_ROWS} can be imported at once.` };
  return {
    headers,
    rows: cells.map((row, i) => ({
      line: lines[i] as number,
      cells: row,
      ...(row.length > headers.length && row.slice(headers.length).some((cell) => cell.trim() !== "")
        ? { fault: `The row has ${row.length} columns, the header has ${headers.length}.` }
        : {}),
    })),
  };
}

const newlines = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** What becomes of each row under a mapping of columns to fields: a practice, or what is wrong with it. Towns are derived. */
export function readPractices(table: FileTable, mapping: readonly (ImportField | null)[]): RowOutcome[] {
  const outcomes = table.rows.map(({ line, cells, fault }) => {
    const values: Partial<Record<ImportField, string>> = {};
    for (const [i, field] of mapping.entries()) if (field) values[field] = cells[i] ?? "";
    const outcome = parseRow(line, values);
    return fault ? { ...outcome, practice: null, errors: [fault, ...outcome.errors] } : outcome;
  });
  if (!mapping.includes("city")) {
    const read = outcomes.map((outcome) => outcome.practice).filter((one): one is ImportedPractice => one !== null);
    const towns = townsAmong(read.map((practice) => practice.addressLine2));
    for (const practice of read) Object.assign(practice, townOf(practice.addressLine2, towns));
  }
  return outcomes;
}
