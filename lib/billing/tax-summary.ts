import { toHundredths } from "./hundredths";
import { sumOf } from "./line-amounts";

export type TaxedLine = { taxPercent: string; net: string; tax: string };
export type TaxSummaryRow = { taxPercent: string; net: string; tax: string };

/** Net and tax of an invoice's lines by rate, the highest rate first. Tax is the sum of the lines', so it equals the invoice's. */
export function taxSummary(lines: readonly TaxedLine[]): TaxSummaryRow[] {
  const rates = [...new Set(lines.map((line) => line.taxPercent))].sort((a, b) =>
    toHundredths(a) < toHundredths(b) ? 1 : -1,
  );
  return rates.map((taxPercent) => {
    const bearing = lines.filter((line) => line.taxPercent === taxPercent);
    return { taxPercent, net: sumOf(bearing.map(({ net }) => net)), tax: sumOf(bearing.map(({ tax }) => tax)) };
  });
}
