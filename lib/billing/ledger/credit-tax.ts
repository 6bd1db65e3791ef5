import { divideRounded, fromHundredths, toHundredths } from "../hundredths";

/** A line of a sent invoice and what earlier credit notes gave back of it. Decimal strings in the invoice's currency. */
export type CreditableLine = { net: string; tax: string; taxPercent: string; creditedNet: string; creditedTax: string };

/** What of a line's net is not given back yet. */
export function restOf({ net, creditedNet }: Pick<CreditableLine, "net" | "creditedNet">): string {
  return fromHundredths(toHundredths(net) - toHundredths(creditedNet));
}

/** Whether a line still has something to give back: a rest of its net, or of one without a price its being invoiced again. */
export function mayBeGivenBack(line: Pick<CreditableLine, "net" | "creditedNet"> & { isVoid: boolean }): boolean {
  return !line.isVoid && (restOf(line) !== "0.00" || line.net === "0.00");
}

/**
 * The tax given back with a part of a line's net (at most `restOf` it): the tax at the line's rate on all that is given back by then,
 * rounded to the cent, less what was given back before. So parts that make up the line give back its tax to the cent.
 */
export function creditTax(line: CreditableLine, net: string): string {
  const givenBack = toHundredths(line.creditedNet) + toHundredths(net);
  const whole = givenBack === toHundredths(line.net);
  const by = whole ? toHundredths(line.tax) : divideRounded(givenBack * toHundredths(line.taxPercent), 10_000n);
  return fromHundredths(by - toHundredths(line.creditedTax));
}
