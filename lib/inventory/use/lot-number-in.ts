/** Fixed lengths of the application identifiers that stand before a lot on medical labels (GS1 General Specifications, section 3). */
const FIXED: Record<string, number> = { "01": 14, "11": 6, "13": 6, "15": 6, "17": 6 };
/** Ends an element of variable length. */
const SEPARATOR = String.fromCharCode(29);

/**
 * The lot's number in a scanned code: in GS1 element strings what follows AI 10, up to the group separator, with or without brackets
 * ("(01)04012345678901(17)271231(10)L4711"); else the code itself.
 */
export function lotNumberIn(code: string): string {
  const bracketed = /\(10\)([^()]{1,20})/.exec(code)?.[1];
  if (bracketed) return bracketed.trim();
  const scanned = code.trim().replace(/^\](?:d2|C1|Q3)/, "");
  const elements = scanned.split(SEPARATOR).filter(Boolean);
  if (!/^01\d{14}/.test(elements[0] ?? "")) return scanned;
  for (const element of elements) {
    let rest = element;
    for (let length = FIXED[rest.slice(0, 2)]; length !== undefined; length = FIXED[rest.slice(0, 2)])
      rest = rest.slice(2 + length);
    if (rest.startsWith("10")) return rest.slice(2, 22);
  }
  return scanned;
}
