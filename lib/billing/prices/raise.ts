import { divideRounded, fromHundredths, toHundredths } from "../hundredths";

/**
 * A price changed by `percent` ("3.00", "-2.5") and rounded half up to a multiple of `step` ("0.01", "0.50", "5.00"). All decimal
 * strings; what cost something never comes to cost nothing by rounding, but one step.
 */
export function raisedPrice(price: string, percent: string, step: string): string {
  const [cents, by, to] = [toHundredths(price), toHundredths(percent), toHundredths(step)];
  const steps = divideRounded(cents * (10_000n + by), 10_000n * to);
  return fromHundredths((steps === 0n && cents > 0n ? 1n : steps) * to);
}
