export type AddressLines = { addressLine2: string | null; city: string | null };

/**
 * The town in the second address line, for files without a column of towns: its last part after a comma, when that holds no
 * figure ("Shawlands, Glasgow" → Glasgow, leaving "Shawlands"). A line that only ends in a town that the file names alone
 * elsewhere gives that town ("20 Duncan St. Greenock" → Greenock). Nothing of the line is lost.
 */
export function townOf(line: string | null, towns: ReadonlySet<string>): AddressLines {
  if (!line) return { addressLine2: null, city: null };
  const comma = line.lastIndexOf(",");
  const last = line.slice(comma + 1).trim();
  const before = comma === -1 ? "" : line.slice(0, comma).trim();
  const known = [...towns].find((town) => last !== town && last.endsWith(` ${town}`));
  if (known) {
    const rest = [before, last.slice(0, -known.length - 1).trim()].filter(Boolean).join(", ");
    return { addressLine2: rest, city: known };
  }
  if (last === "" || /\d/.test(last)) return { addressLine2: line, city: null };
  return { addressLine2: before || null, city: last };
}

/** The second address lines that are nothing but a town: a word or more, without comma or figure. */
export function townsAmong(lines: Iterable<string | null>): Set<string> {
  const towns = new Set<string>();
  for (const line of lines) if (line && !/[,\d]/.test(line)) towns.add(line);
  for (const town of [...towns]) if ([...towns].some((other) => town.endsWith(` ${other}`))) towns.delete(town);
  return towns;
}
