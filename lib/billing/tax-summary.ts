import { toHundredths } from "./hundredths";
import { sumOf } from "./line-amounts";

export type TaxedLine = {
  taxPercent: string;
  /** The tax; null or absent where it was typed in. */
  taxName?: string | null;
  /** Why it bears none; null or absent where it bears one. */
  exemptNote?: string | null;
  net: string;
  tax: string;
};
export type TaxSummaryRow = {
  taxPercent: string;
  taxName: string | null;
  exemptNote: string | null;
  net: string;
  tax: string;
};

const particulars = (line: TaxedLine) =>
  JSON.stringify([line.taxPercent, line.exemptNote ? null : (line.taxName ?? null), line.exemptNote ?? null]);

/**
 * Net and tax of an invoice's lines by tax and rate, the highest rate first and what is exempt, by its reason, last. Tax is the sum of
 * the lines', so it equals the invoice's. Where only one tax has a rate, lines of that rate whose tax was typed in count to it.
 */
export function taxSummary(lines: readonly TaxedLine[]): TaxSummaryRow[] {
  const named = lines.map((line) => {
    if (line.taxName || line.exemptNote) return line;
    const names = new Set(lines.filter((l) => l.taxPercent === line.taxPercent && l.taxName).map((l) => l.taxName));
    return names.size === 1 ? { ...line, taxName: [...names][0] } : line;
  });
  const kinds = [...new Set(named.map(particulars))];
  return kinds
    .map((kind) => {
      const bearing = named.filter((line) => particulars(line) === kind);
      const first = bearing[0] as TaxedLine;
      return {
        taxPercent: first.taxPercent,
        taxName: first.exemptNote ? null : (first.taxName ?? null),
        exemptNote: first.exemptNote ?? null,
        net: sumOf(bearing.map(({ net }) => net)),
        tax: sumOf(bearing.map(({ tax }) => tax)),
      };
    })
    .sort((a, b) => {
      const byRate = toHundredths(b.taxPercent) - toHundredths(a.taxPercent);
      if (byRate !== 0n) return byRate > 0n ? 1 : -1;
      return Number(a.exemptNote !== null) - Number(b.exemptNote !== null);
    });
}
