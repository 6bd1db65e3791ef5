import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MATERIALS, PROCEDURE_TYPES, URGENCIES } from "@/lib/cases/vocabulary";
import { fromHundredths, toHundredths } from "./hundredths";
import { lineAmounts, sumOf } from "./line-amounts";
import { priceCase } from "./pricing";
import { taxSummary } from "./tax-summary";

const day = "2026-06-30";
const validFrom = "2025-01-01";
const taxes = [
  { name: "VAT", percent: "20.00", validFrom, isDefault: true, exemptNote: null },
  { name: "Levy", percent: "5.00", validFrom, isDefault: false, exemptNote: null },
  { name: "Exempt", percent: "0.00", validFrom, isDefault: false, exemptNote: "Schedule 9" },
];

const cents = (most: bigint) => fc.bigInt({ min: 0n, max: most }).map(fromHundredths);
const anyPrice = fc.record({
  procedureType: fc.constantFrom(...PROCEDURE_TYPES),
  material: fc.option(fc.constantFrom(...MATERIALS)),
  per: fc.constantFrom("unit" as const, "arch" as const, "case" as const),
  price: cents(999_999_999n),
  rushSurchargePercent: cents(50_000n),
  taxName: fc.constantFrom(null, "VAT", "Levy", "Exempt", "Unknown"),
});
const anyItem = fc.record({
  procedureType: fc.constantFrom(...PROCEDURE_TYPES),
  material: fc.option(fc.constantFrom(...MATERIALS)),
  arch: fc.constantFrom(null, "upper" as const, "lower" as const, "both" as const),
  teeth: fc.constant([14]),
  units: fc.integer({ min: 1, max: 32 }),
});
const anyCase = fc.record({
  prices: fc.array(anyPrice, { maxLength: 12 }),
  items: fc.array(anyItem, { minLength: 1, maxLength: 6 }),
  urgency: fc.constantFrom(...URGENCIES),
  discounts: fc.tuple(cents(10_000n), cents(10_000n)),
  exemptNote: fc.constantFrom(null, "Charity"),
});

describe("whatever is priced", () => {
  const priced = (of: typeof anyCase extends fc.Arbitrary<infer Case> ? Case : never, discountPercent: string) => {
    const prices = of.prices.map((each, i) => ({ ...each, id: String(i) }));
    const list = { id: "s", currency: "GBP", validFrom, validTo: null, prices };
    const terms = { ownList: null, defaultLists: [list], taxes, discountPercent, exemptNote: of.exemptNote };
    const items = of.items.map((each, i) => ({ ...each, id: String(i) }));
    return priceCase(items, of.urgency, terms, day).map((line) => ({ ...line, ...lineAmounts(line) }));
  };
  const hundredths = (amounts: string[]) => toHundredths(sumOf(amounts));

  it("has a line per item, never below nothing, and sums by tax that make the whole", () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        const lines = priced(some, some.discounts[0]);
        expect(lines.map(({ itemId }) => itemId)).toEqual(some.items.map((_, i) => String(i)));
        for (const line of lines) {
          expect(toHundredths(line.net) >= 0n && toHundredths(line.tax) >= 0n).toBe(true);
          if (line.exemptNote !== null) expect([line.taxPercent, line.tax]).toEqual(["0.00", "0.00"]);
          if (line.found === null) expect([line.net, line.exception]).toEqual(["0.00", "no_price"]);
        }
        const summary = taxSummary(lines);
        expect(hundredths(summary.map(({ net }) => net))).toBe(hundredths(lines.map(({ net }) => net)));
        expect(hundredths(summary.map((row) => row.tax))).toBe(hundredths(lines.map((line) => line.tax)));
      }),
    );
  });

  it("costs no more with a larger discount, and no less when it is rushed", () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        const [less, more] = some.discounts.toSorted((a, b) => Number(toHundredths(a) - toHundredths(b))) as [
          string,
          string,
        ];
        const dear = priced(some, less);
        for (const [i, line] of priced(some, more).entries()) {
          expect(toHundredths(line.net) <= toHundredths(dear[i]?.net ?? "")).toBe(true);
        }
        const usual = priced({ ...some, urgency: "standard" }, less);
        const rushed = priced({ ...some, urgency: "rush" }, less);
        for (const [i, line] of rushed.entries())
          expect(toHundredths(line.net) >= toHundredths(usual[i]?.net ?? "")).toBe(true);
      }),
    );
  });
});
