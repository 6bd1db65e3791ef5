import { divideRounded, fromHundredths, toHundredths } from "./hundredths";
import type { PricedLine } from "./pricing";

/**
 * A priced line at a part of its price (`percent` from "0.00" to "100.00"), rounded half up to the cent. What costs nothing needs no
 * price: such a line has no exception left.
 */
export function atShare<Line extends Pick<PricedLine, "unitPrice" | "exception">>(line: Line, percent: string): Line {
  const share = toHundredths(percent);
  if (share === 0n) return { ...line, unitPrice: "0.00", exception: null };
  return { ...line, unitPrice: fromHundredths(divideRounded(toHundredths(line.unitPrice) * share, 10_000n)) };
}

/** "50 %", as a share stands on an invoice. */
export const shareWords = (percent: string): string => `${percent.replace(/\.?0+$/, "") || "0"}\u00a0%`;
