/**
 * Money, percentages and quantities as whole hundredths: exact, where a float would not be. Two decimals are what the database
 * keeps (`numeric(12,2)`, `numeric(5,2)`).
 */

/** "12.5" → 1250n, "-3" → -300n. Throws on anything that is no decimal with at most two places. */
export function toHundredths(text: string): bigint {
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) throw new RangeError(`Not a decimal with two places: "${text}"`);
  const [, sign, whole = "0", part = ""] = found;
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
  return sign ? -value : value;
}

/** 1250n → "12.50". */
export function fromHundredths(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** value ÷ by, rounded half away from zero, as PostgreSQL rounds `numeric`. `by` is above zero. */
export function divideRounded(value: bigint, by: bigint): bigint {
  const rounded = ((value < 0n ? -value : value) * 2n + by) / (by * 2n);
  return value < 0n ? -rounded : rounded;
}
