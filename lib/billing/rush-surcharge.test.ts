import { expect, test } from "vitest";
import type { PricedItem, PriceListTerms } from "./pricing";
import { rushSurcharge, rushTermsFor } from "./rush-surcharge";

const list = (changes: Partial<PriceListTerms> = {}): PriceListTerms => ({
  id: "own",
  currency: "GBP",
  validFrom: "2026-01-01",
  validTo: null,
  prices: [
    {
      id: "c",
      procedureType: "crowns",
      material: null,
      per: "unit",
      price: "95.00",
      rushSurchargePercent: "35.00",
      taxName: null,
    },
    {
      id: "g",
      procedureType: "surgical_guides",
      material: null,
      per: "case",
      price: "180.00",
      rushSurchargePercent: "0.00",
      taxName: null,
    },
  ],
  ...changes,
});
const item = (procedureType: PricedItem["procedureType"], units = 1): PricedItem => ({
  id: procedureType,
  procedureType,
  material: null,
  arch: null,
  teeth: [14],
  units,
});
const terms = { day: "2026-11-23", lists: [list()], discountPercent: "0.00" };

test("adds each price's own percentage, after the practice's discount", () => {
  expect(rushSurcharge([item("crowns")], terms)).toEqual({ amount: "33.25", currency: "GBP", unpriced: 0 });
  expect(rushSurcharge([item("crowns", 2), item("surgical_guides")], terms)?.amount).toBe("66.50");
  // 95.00 less 10 % is 85.50; 128.25 less 10 % is 115.43, half up.
  expect(rushSurcharge([item("crowns")], { ...terms, discountPercent: "10.00" })?.amount).toBe("29.93");
});

test("says what has no price, and nothing without a list", () => {
  expect(rushSurcharge([item("crowns"), item("veneers")], terms)).toMatchObject({ amount: "33.25", unpriced: 1 });
  expect(rushSurcharge([item("crowns")], { ...terms, lists: [] })).toBeNull();
  expect(rushSurcharge([], terms)).toBeNull();
});

test("the lab's list fills what the practice's own leaves out", () => {
  const own = list({ id: "own", prices: [] });
  expect(rushSurcharge([item("crowns")], { ...terms, lists: [own, list({ id: "standard" })] })?.amount).toBe("33.25");
});

test("a dentist with terms of their own is charged by them, everybody else by the practice's", () => {
  const own = { ...terms, discountPercent: "10.00" };
  const both = { usual: terms, ofDentist: { "dr-own": own } };
  expect(rushTermsFor(both, "dr-own")).toBe(own);
  expect(rushTermsFor(both, "dr-other")).toBe(terms);
  expect(rushTermsFor(both, "")).toBe(terms);
});
