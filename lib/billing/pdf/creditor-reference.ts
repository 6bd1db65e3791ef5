/** A text's letters as numbers (A = 10 … Z = 35), then the whole modulo 97, as ISO 7064 has it. */
function modulo97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/**
 * The structured payment reference of a number such as "INV-2026-000123" by ISO 11649: "RF", two check digits, then its letters and
 * figures, so that a bank or a bookkeeping program notices a slip of the pen. Null when there are none, or more than the 21 that fit.
 */
export function creditorReference(number: string): string | null {
  const body = number.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  if (body.length === 0 || body.length > 21) return null;
  const check = 98 - modulo97(`${body}RF00`);
  return `RF${String(check).padStart(2, "0")}${body}`;
}

/** In groups of four, as it is printed: "RF18 5390 0754 7034". */
export const inGroups = (reference: string): string => reference.replaceAll(/(.{4})(?=.)/g, "$1\u00a0");
