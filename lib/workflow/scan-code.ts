/** What a scanned code names. */
export type Scanned = { caseId: string } | { number: string } | { pan: string };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const NUMBER = /\bC-(\d{4})-(\d{1,9})\b/i;

/**
 * Reads a code as a scanner types it: a case number anywhere in it ("C-2026-000123", small letters and missing zeros are fine),
 * the address of a case, else the code of a pan.
 */
export function readScan(code: string): Scanned {
  const number = NUMBER.exec(code);
  if (number) return { number: `C-${number[1]}-${String(Number(number[2])).padStart(6, "0")}` };
  const id = UUID.exec(code);
  if (id) return { caseId: id[0].toLowerCase() };
  return { pan: code.trim() };
}
