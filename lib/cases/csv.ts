/** What a spreadsheet needs to read the file as UTF-8. */
export const CSV_START = "\uFEFF";

/** A text that a spreadsheet would run as a formula, whatever blanks stand before it (full-width signs count, too). */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/**
 * One line of a CSV file (RFC 4180, CRLF). A text that a spreadsheet would take for a formula gets an apostrophe in front, so that it
 * is shown and never run.
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

/** A text as a spreadsheet shows it and never runs it: with an apostrophe in front where it would take it for a formula. */
export const shownText = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);

function cell(value: string): string {
  const safe = shownText(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
