import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Urgency } from "@/lib/cases/vocabulary";
import { divideRounded, fromHundredths, toHundredths } from "./hundredths";
import { lineAmounts, sumOf } from "./line-amounts";
import {
  archesOf,
  type Price,
  type PricedItem,
  type PriceListTerms,
  priceCase,
  type Terms,
  taxPercentOn,
} from "./pricing";

const price = (id: string, rest: Partial<Price>): Price => ({
  id,
  procedureType: "crowns",
  material: null,
  per: "unit",
  price: "95.00",
  rushSurchargePercent: "35.00",
  taxName: null,
  ...rest,
});
const standard: PriceListTerms = {
  id: "standard",
  currency: "GBP",
  validFrom: "2025-01-01",
  validTo: null,
  prices: [
    price("crown", {}),
    price("crown-zirconia", { material: "zirconia_full", price: "89.00" }),
    price("bridge", { procedureType: "bridges", price: "92.00" }),
    price("guard", { procedureType: "night_guards", per: "arch", price: "75.00" }),
    price("repair", { procedureType: "repairs", per: "case", price: "45.00", rushSurchargePercent: "0.00" }),
    price("inlay", { procedureType: "inlays_onlays", price: "33.33", rushSurchargePercent: "12.50" }),
    price("model", { procedureType: "models", per: "arch", price: "22.00", taxName: "Exempt" }),
  ],
};
const agreed: PriceListTerms = {
  id: "agreed",
  currency: "GBP",
  validFrom: "2026-01-01",
  validTo: "2026-12-31",
  prices: [price("agreed-crown", { price: "80.00" })],
};
const terms: Terms = {
  ownList: null,
  defaultLists: [standard],
  taxes: [
    { name: "VAT", percent: "20.00", validFrom: "2025-01-01", isDefault: true, exemptNote: null },
    { name: "VAT", percent: "21.00", validFrom: "2027-01-01", isDefault: false, exemptNote: null },
    { name: "Exempt", percent: "0.00", validFrom: "2025-01-01", isDefault: false, exemptNote: "Exempt by law" },
  ],
  discountPercent: "0.00",
  exemptNote: null,
};
const item = (rest: Partial<PricedItem>): PricedItem => ({
  id: "i",
  procedureType: "crowns",
  material: null,
  arch: null,
  teeth: [14],
  units: 1,
  ...rest,
});

type Row = [
  what: string,
  item: Partial<PricedItem>,
  urgency: Urgency,
  terms: Partial<Terms>,
  day: string,
  /** quantity × unit price, net, tax: worked by hand. */
  expected: [quantity: string, unitPrice: string, net: string, tax: string],
];
const day = "2026-11-20";
const table: Row[] = [
  ["a crown by the general price", { material: "pfm" }, "standard", {}, day, ["1.00", "95.00", "95.00", "19.00"]],
  [
    "the price of the material first",
    { material: "zirconia_full" },
    "standard",
    {},
    day,
    ["1.00", "89.00", "89.00", "17.80"],
  ],
  [
    "a three-unit bridge per unit",
    { procedureType: "bridges", units: 3 },
    "standard",
    {},
    day,
    ["3.00", "92.00", "276.00", "55.20"],
  ],
  [
    "a guard for one arch",
    { procedureType: "night_guards", arch: "upper", teeth: [] },
    "standard",
    {},
    day,
    ["1.00", "75.00", "75.00", "15.00"],
  ],
  [
    "a guard for both arches",
    { procedureType: "night_guards", arch: "both", teeth: [] },
    "standard",
    {},
    day,
    ["2.00", "75.00", "150.00", "30.00"],
  ],
  ["rush adds 35 %: 95 × 1.35", {}, "rush", {}, day, ["1.00", "128.25", "128.25", "25.65"]],
  ["emergency adds the same", {}, "emergency", {}, day, ["1.00", "128.25", "128.25", "25.65"]],
  [
    "rush rounds half up: 33.33 × 1.125 = 37.49625",
    { procedureType: "inlays_onlays" },
    "rush",
    {},
    day,
    ["1.00", "37.50", "37.50", "7.50"],
  ],
  [
    "a repair per case has no surcharge",
    { procedureType: "repairs", units: 2 },
    "rush",
    {},
    day,
    ["1.00", "45.00", "45.00", "9.00"],
  ],
  [
    "7.5 % off 95.00 is 87.875, a cent up",
    {},
    "standard",
    { discountPercent: "7.50" },
    day,
    ["1.00", "95.00", "87.88", "17.58"],
  ],
  [
    "an exempt price bears no tax",
    { procedureType: "models", arch: "lower" },
    "standard",
    {},
    day,
    ["1.00", "22.00", "22.00", "0.00"],
  ],
  ["the tax of the day, after it rose", {}, "standard", {}, "2027-01-01", ["1.00", "95.00", "95.00", "19.95"]],
  ["the practice's own price", {}, "standard", { ownList: agreed }, day, ["1.00", "80.00", "80.00", "16.00"]],
  [
    "own general price before the default's for the material",
    { material: "zirconia_full" },
    "standard",
    { ownList: agreed },
    day,
    ["1.00", "80.00", "80.00", "16.00"],
  ],
  [
    "the default for what the own list leaves out",
    { procedureType: "bridges", units: 2 },
    "standard",
    { ownList: agreed },
    day,
    ["2.00", "92.00", "184.00", "36.80"],
  ],
  [
    "the default once the own list has ended",
    {},
    "standard",
    { ownList: { ...agreed, validTo: "2026-11-19" } },
    day,
    ["1.00", "95.00", "95.00", "19.00"],
  ],
  [
    "the own list on its last day",
    {},
    "standard",
    { ownList: { ...agreed, validTo: day } },
    day,
    ["1.00", "80.00", "80.00", "16.00"],
  ],
];

describe("the price of an item", () => {
  it.each(table)("%s", (_, wanted, urgency, changed, on, expected) => {
    const [line] = priceCase([item(wanted)], urgency, { ...terms, ...changed }, on);
    if (!line) throw new Error("no line");
    const { net, tax } = lineAmounts(line);
    expect([line.quantity, line.unitPrice, net, tax]).toEqual(expected);
    expect(line.exception).toBeNull();
  });

  it("is charged once per case where it is per case, with the first such item", () => {
    const lines = priceCase(
      [item({ id: "a", procedureType: "repairs" }), item({ id: "b" }), item({ id: "c", procedureType: "repairs" })],
      "standard",
      terms,
      day,
    );
    expect(lines.map(({ itemId, unitPrice, includedInCase }) => [itemId, unitPrice, includedInCase])).toEqual([
      ["a", "45.00", false],
      ["b", "95.00", false],
      ["c", "0.00", true],
    ]);
  });

  it("is a named exception, never a silent zero, where something is missing", () => {
    const exceptionOf = (wanted: Partial<PricedItem>, changed: Partial<Terms>, on = day) =>
      priceCase([item(wanted)], "standard", { ...terms, ...changed }, on)[0]?.exception;
    expect(exceptionOf({ procedureType: "dentures" }, {})).toBe("no_price");
    expect(exceptionOf({}, {}, "2024-12-31")).toBe("no_price_list");
    expect(exceptionOf({}, { taxes: [] })).toBe("no_tax_rate");
    expect(exceptionOf({ procedureType: "bridges" }, { ownList: { ...agreed, currency: "EUR" } })).toBe("no_price");
  });

  it("counts arches by arch, else by teeth", () => {
    expect(archesOf({ arch: null, teeth: [11, 65] })).toBe(1);
    expect(archesOf({ arch: null, teeth: [11, 31] })).toBe(2);
    expect(archesOf({ arch: "lower", teeth: [11, 31] })).toBe(1);
  });

  it("bears the newest rate of its tax that has begun", () => {
    expect(taxPercentOn(terms.taxes, "VAT", "2026-12-31")).toBe("20.00");
    expect(taxPercentOn(terms.taxes, null, "2027-06-01")).toBe("21.00");
    expect(taxPercentOn(terms.taxes, "GST", day)).toBeUndefined();
  });
});

describe("hundredths", () => {
  it("read and write every amount alike", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (value) => {
        expect(toHundredths(fromHundredths(value))).toBe(value);
      }),
    );
  });

  it("round half away from zero and refuse what is no amount", () => {
    expect([divideRounded(5n, 10n), divideRounded(-5n, 10n), divideRounded(14n, 10n)]).toEqual([1n, -1n, 1n]);
    for (const text of ["", "1e3", "1.234", "1,5", "abc", "0x1"]) expect(() => toHundredths(text)).toThrow(RangeError);
    expect(sumOf(["9007199254740993.01", "0.01", "-0.02"])).toBe("9007199254740993.00");
    expect([sumOf(Array.from({ length: 1000 }, () => "0.10")), sumOf(["-5.00", "4.95"])]).toEqual(["100.00", "-0.05"]);
    expect(sumOf([])).toBe("0.00");
  });
});
