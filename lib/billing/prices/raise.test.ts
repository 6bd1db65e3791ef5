import fc from "fast-check";
import { expect, it, test } from "vitest";
import { fromHundredths, toHundredths } from "../hundredths";
import { raisedPrice } from "./raise";

// Price, per cent, step: worked by hand.
test.each([
  ["95.00", "3", "0.01", "97.85"],
  ["33.33", "3", "0.01", "34.33"], // 34.3299
  ["33.33", "3", "0.05", "34.35"],
  ["33.33", "3", "0.50", "34.50"],
  ["33.33", "3", "1.00", "34.00"],
  ["97.50", "0", "5.00", "100.00"], // half up
  ["97.49", "0", "5.00", "95.00"],
  ["100.00", "-2.5", "0.01", "97.50"],
  ["0.00", "3", "1.00", "0.00"],
  ["0.40", "0", "10.00", "10.00"], // never to nothing
  ["9999999.99", "500", "0.01", "59999999.94"],
])("%s changed by %s %% in steps of %s is %s", (price, percent, step, expected) => {
  expect(raisedPrice(price, percent, step)).toBe(expected);
});

it("lies within half a step of the exact price, on a step", () => {
  const amounts = fc.bigInt({ min: 1n, max: 999_999_999n });
  const percents = fc.bigInt({ min: -9000n, max: 50_000n });
  fc.assert(
    fc.property(amounts, percents, fc.constantFrom(1n, 5n, 10n, 50n, 100n, 500n), (cents, by, step) => {
      const raised = toHundredths(raisedPrice(fromHundredths(cents), fromHundredths(by), fromHundredths(step)));
      expect(raised % step).toBe(0n);
      const off = raised * 10_000n - cents * (10_000n + by);
      if (raised > step) expect((off < 0n ? -off : off) * 2n <= step * 10_000n).toBe(true);
    }),
  );
});
