import { divideRounded, fromHundredths, toHundredths } from "./hundredths";

/** A line's factors as decimal strings: quantity and unit price with at most two places, percentages 0–100. */
export type LineFactors = { quantity: string; unitPrice: string; discountPercent: string; taxPercent: string };

/**
 * Net and tax of a line as the database computes them (its generated columns): net = quantity × unit price less the discount,
 * rounded to the cent; tax = that net × the rate, rounded to the cent. For showing what a line will come to before it is saved.
 */
export function lineAmounts(line: LineFactors): { net: string; tax: string } {
  const kept = 10_000n - toHundredths(line.discountPercent);
  const net = divideRounded(toHundredths(line.quantity) * toHundredths(line.unitPrice) * kept, 1_000_000n);
  const tax = divideRounded(net * toHundredths(line.taxPercent), 10_000n);
  return { net: fromHundredths(net), tax: fromHundredths(tax) };
}

/** Sum of decimal strings. */
export function sumOf(amounts: readonly string[]): string {
  return fromHundredths(amounts.reduce((sum, amount) => sum + toHundredths(amount), 0n));
}
