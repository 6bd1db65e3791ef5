import { fromHundredths, toHundredths } from "../hundredths";

/**
 * Shares `amount` out over what may be taken by each, the first one first and none beyond its own: how a payment settles the oldest
 * invoice first, or an invoice is settled by the oldest credit note. Decimal strings; answers one for each of `limits`, "0.00" where
 * nothing came.
 */
export function fillInOrder(amount: string, limits: readonly string[]): string[] {
  let left = toHundredths(amount);
  return limits.map((text) => {
    const limit = toHundredths(text);
    const beyond = left - limit;
    const part = beyond < 0n ? left : limit;
    left -= part;
    return fromHundredths(part);
  });
}
