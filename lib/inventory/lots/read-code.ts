/**
 * What a barcode on a package says. Source: GS1 General Specifications, section 3 (application identifiers and their lengths), section
 * 7.8.4 (element strings end at FNC1, which readers send as the group separator, ASCII 29), section 7.12 (century of a two-figure year).
 */
export type ReadCode = {
  /** AI 01, padded to 14 digits. */
  gtin: string | null;
  /** AI 10. */
  lotNumber: string | null;
  /** AI 17 as `YYYY-MM-DD`; a day 00 is the last of its month. */
  expiresOn: string | null;
  /** AI 30: how many pieces are in it. */
  pieces: string | null;
};

const SEPARATOR = String.fromCharCode(29);
/** Symbology identifiers that readers may put in front of GS1 data: DataMatrix, GS1-128, QR, DataBar. */
const SYMBOLOGY = /^\](?:d2|C1|Q3|e0)/;

/** Fixed lengths of identifiers by their first two digits; those that are not here run to the separator. */
const FIXED: Record<string, number> = {
  "00": 18,
  "01": 14,
  "02": 14,
  "03": 14,
  "11": 6,
  "12": 6,
  "13": 6,
  "15": 6,
  "16": 6,
  "17": 6,
  "20": 2,
};
/** Identifiers of variable length on medical labels; those of four digits that begin with these have longer names of their own. */
const VARIABLE = ["10", "21", "22", "30", "37", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99"];
const LONGER = ["235", "240", "241", "242", "243", "250", "251", "253", "254", "255"];

/** Whether the last digit of a GTIN is its check digit (modulo 10, weights 3 and 1 from the right). */
export function isGtin(digits: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return false;
  const sum = [...digits.slice(0, -1)].toReversed().reduce((all, digit, i) => all + Number(digit) * (i % 2 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/** `YYMMDD` as a day; null when there is no such day. `year` is the current one. */
function dayOf(text: string, year: number): string | null {
  const [yy = 0, month = 0, day = 0] = (text.match(/\d\d/g) ?? []).map(Number);
  const apart = yy - (year % 100);
  const century = Math.floor(year / 100) + (apart >= 51 ? -1 : apart <= -50 ? 1 : 0);
  const last = new Date(Date.UTC(century * 100 + yy, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day > last) return null;
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${century * 100 + yy}-${two(month)}-${two(day || last)}`;
}

/** The elements of bracketed text, as it is printed below the symbol: `(01)…(17)…(10)…`. */
function bracketed(text: string): Map<string, string> | null {
  if (!/^\(\d{2,4}\)/.test(text)) return null;
  return new Map([...text.matchAll(/\((\d{2,4})\)([^(]*)/g)].map(([, name = "", value = ""]) => [name, value.trim()]));
}

/** The elements of what a reader sends; null when it is no GS1 data. */
function plain(text: string): Map<string, string> | null {
  const elements = new Map<string, string>();
  let rest = text.replace(new RegExp(`^${SEPARATOR}`), "");
  while (rest) {
    const two = rest.slice(0, 2);
    const long = LONGER.find((name) => rest.startsWith(name));
    const fixed = FIXED[two];
    if (fixed !== undefined) {
      const value = rest.slice(2, 2 + fixed);
      if (value.length < fixed || /\D/.test(value)) return null;
      elements.set(two, value);
      rest = rest.slice(2 + fixed).replace(new RegExp(`^${SEPARATOR}`), "");
    } else if (long || VARIABLE.includes(two)) {
      const name = long ?? two;
      const [value = ""] = rest.slice(name.length).split(SEPARATOR, 1);
      elements.set(name, value);
      rest = rest.slice(name.length + value.length + 1);
    } else return null;
  }
  return elements;
}

/**
 * Reads a GS1 DataMatrix, GS1-128 or UDI code as a reader sends it or as it is printed (in brackets), or the bare number of an EAN, UPC or
 * GTIN. Answers null for anything else, and for one whose GTIN has a wrong check digit: it was misread. `year` is the current one.
 */
export function readCode(code: string, year: number): ReadCode | null {
  const text = code.trim().replace(SYMBOLOGY, "");
  if (/^\d+$/.test(text) && isGtin(text))
    return { gtin: text.padStart(14, "0"), lotNumber: null, expiresOn: null, pieces: null };
  const elements = bracketed(text) ?? plain(text);
  const gtin = elements?.get("01") ?? elements?.get("02");
  if (!elements || !gtin || !isGtin(gtin)) return null;
  return {
    gtin,
    lotNumber: elements.get("10")?.slice(0, 20) || null,
    expiresOn: elements.has("17") ? dayOf(elements.get("17") ?? "", year) : null,
    pieces: elements.get("30") ?? null,
  };
}
