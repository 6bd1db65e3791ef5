/** What a scanned code names. */
export type Scanned = { caseId: string } | { number: string } | { pan: string };

/** What the printed command codes of the bench do. */
export const COMMANDS = { "CP-START": "start", "CP-PAUSE": "pause", "CP-DONE": "done", "CP-CLEAR": "clear" } as const;
export type Command = (typeof COMMANDS)[keyof typeof COMMANDS];

/** The command behind a scanned code, or null for a code that names something. */
export function readCommand(code: string): Command | null {
  const text = code.trim().toUpperCase();
  return text in COMMANDS ? COMMANDS[text as keyof typeof COMMANDS] : null;
}

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
