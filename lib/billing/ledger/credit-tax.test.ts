import fc from "fast-check";
import { expect, it } from "vitest";
import { divideRounded, fromHundredths, toHundredths } from "../hundredths";
import { type CreditableLine, creditTax, restOf } from "./credit-tax";

const line = (net: string, tax: string, taxPercent: string, creditedNet = "0.00", creditedTax = "0.00") => ({
  net,
  tax,
  taxPercent,
  creditedNet,
  creditedTax,
});

it.each<[CreditableLine, string, string]>([
  [line("89.00", "17.80", "20.00"), "89.00", "17.80"],
  [line("89.00", "17.80", "20.00"), "44.50", "8.90"],
  [line("0.05", "0.01", "20.00"), "0.02", "0.00"],
  [line("0.05", "0.01", "20.00", "0.02", "0.00"), "0.03", "0.01"],
  [line("10.00", "0.00", "0.00"), "3.33", "0.00"],
  [line("10.01", "1.90", "19.00", "3.33", "0.63"), "3.34", "0.64"],
])("of %o, %s net gives back %s tax", (whole, net, tax) => expect(creditTax(whole, net)).toBe(tax));

it("of all parts of a line is the line's tax, and of none below zero, however the line is cut", () => {
  const cents = fc.bigInt({ min: 1n, max: 10_000_000n });
  const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(cents, fc.bigInt({ min: 0n, max: 10_000n }), shares, (net, percent, cuts) => {
      const tax = divideRounded(net * percent, 10_000n);
      let now: CreditableLine = line(fromHundredths(net), fromHundredths(tax), fromHundredths(percent));
      for (const [i, cut] of cuts.entries()) {
        const rest = restOf(now);
        const part = i === cuts.length - 1 ? rest : fromHundredths((toHundredths(rest) * BigInt(cut)) / 1000n);
        const given = creditTax(now, part);
        expect(toHundredths(given)).toBeGreaterThanOrEqual(0n);
        const creditedNet = fromHundredths(toHundredths(now.creditedNet) + toHundredths(part));
        now = { ...now, creditedNet, creditedTax: fromHundredths(toHundredths(now.creditedTax) + toHundredths(given)) };
        expect(toHundredths(now.creditedTax)).toBeLessThanOrEqual(tax);
      }
      expect([now.creditedNet, now.creditedTax]).toEqual([now.net, now.tax]);
    }),
  );
});
