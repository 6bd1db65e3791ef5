import { describe, expect, it, test } from "vitest";
import { lineAmounts, sumOf } from "./line-amounts";
import {
  agreedListOn,
  listsOn,
  type Price,
  type PricedItem,
  type PriceListTerms,
  priceCase,
  type Terms,
} from "./pricing";
import { atShare } from "./share";

const price = (id: string, rest: Partial<Price> = {}): Price => ({
  id,
  procedureType: "crowns",
  material: null,
  per: "unit",
  price: "100.00",
  rushSurchargePercent: "50.00",
  taxName: null,
  ...rest,
});
const list = (id: string, rest: Partial<PriceListTerms> = {}): PriceListTerms => ({
  id,
  currency: "GBP",
  validFrom: "2026-01-01",
  validTo: null,
  prices: [],
  ...rest,
});
const tax = (
  name: string,
  percent: string,
  validFrom: string,
  isDefault = false,
  exemptNote: string | null = null,
) => ({
  name,
  percent,
  validFrom,
  isDefault,
  exemptNote,
});
const terms = (rest: Partial<Terms> = {}): Terms => ({
  ownList: null,
  defaultLists: [
    list("standard", {
      prices: [
        price("crown"),
        price("denture", { procedureType: "dentures", per: "arch", price: "285.00", rushSurchargePercent: "0.00" }),
        price("repair", { procedureType: "repairs", per: "case", price: "0.00" }),
        price("model", { procedureType: "models", price: "9999999.99", taxName: "Levy" }),
        price("guard", { procedureType: "night_guards", price: "33.33", taxName: "Exempt" }),
      ],
    }),
  ],
  taxes: [
    tax("VAT", "20.00", "2025-01-01", true),
    tax("VAT", "17.50", "2026-07-01"),
    tax("VAT", "22.00", "2027-01-01", true),
    tax("Levy", "5.00", "2025-01-01"),
    tax("Exempt", "0.00", "2025-01-01", false, "Schedule 9"),
  ],
  discountPercent: "0.00",
  exemptNote: null,
  ...rest,
});
const item = (rest: Partial<PricedItem> = {}): PricedItem => ({
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
  terms: Partial<Terms>,
  urgency: "standard" | "rush",
  day: string,
  /** quantity × unit price, net, tax, tax's name, reason for none: worked by hand. */
  expected: [string, string, string, string, string | null, string | null],
];
const [june, july] = ["2026-06-30", "2026-07-01"];
const both = { procedureType: "dentures", arch: "both", teeth: [] } as const;

describe("tax, amount and quantity together", () => {
  test.each<Row>([
    [
      "the rate of the day before it changes",
      {},
      {},
      "standard",
      june,
      ["1.00", "100.00", "100.00", "20.00", "VAT", null],
    ],
    [
      "the rate of its first day, though it is not marked as the default",
      {},
      {},
      "standard",
      july,
      ["1.00", "100.00", "100.00", "17.50", "VAT", null],
    ],
    ["a rate to come", {}, {}, "standard", "2027-01-01", ["1.00", "100.00", "100.00", "22.00", "VAT", null]],
    [
      "another tax",
      { procedureType: "models" },
      {},
      "standard",
      june,
      ["1.00", "9999999.99", "9999999.99", "500000.00", "Levy", null],
    ],
    [
      "an exempt tax",
      { procedureType: "night_guards" },
      {},
      "standard",
      june,
      ["1.00", "33.33", "33.33", "0.00", "Exempt", "Schedule 9"],
    ],
    [
      "an exempt practice",
      {},
      { exemptNote: "Charity (1)" },
      "standard",
      june,
      ["1.00", "100.00", "100.00", "0.00", null, "Charity (1)"],
    ],
    [
      "an exempt practice needs no rate",
      {},
      { exemptNote: "Charity", taxes: [] },
      "standard",
      june,
      ["1.00", "100.00", "100.00", "0.00", null, "Charity"],
    ],
    [
      "a price of nothing",
      { procedureType: "repairs" },
      {},
      "rush",
      june,
      ["1.00", "0.00", "0.00", "0.00", "VAT", null],
    ],
    [
      "nothing left of it by the discount",
      {},
      { discountPercent: "100.00" },
      "rush",
      june,
      ["1.00", "150.00", "0.00", "0.00", "VAT", null],
    ],
    ["both arches, never rushed dearer", both, {}, "rush", june, ["2.00", "285.00", "570.00", "114.00", "VAT", null]],
    ["a full mouth", { units: 32 }, {}, "rush", june, ["32.00", "150.00", "4800.00", "960.00", "VAT", null]],
    [
      "as much as a line can hold",
      { procedureType: "models", units: 999 },
      {},
      "standard",
      june,
      ["999.00", "9999999.99", "9989999990.01", "499499999.50", "Levy", null],
    ],
    [
      "rush and discount: 33.33 × 1.5 = 49.995 → 50.00, less 7.5 % = 46.25",
      { procedureType: "night_guards" },
      { discountPercent: "7.50" },
      "rush",
      june,
      ["1.00", "50.00", "46.25", "0.00", "Exempt", "Schedule 9"],
    ],
    [
      "half a cent of tax goes up: 17.5 % of 33.34 is 5.8345, of 0.60 is 0.105",
      {},
      { defaultLists: [list("s", { prices: [price("c", { price: "0.60" })] })] },
      "standard",
      july,
      ["1.00", "0.60", "0.60", "0.11", "VAT", null],
    ],
  ])("%s", (_, wanted, changed, urgency, day, expected) => {
    const [line] = priceCase([item(wanted)], urgency, terms(changed), day);
    if (!line) throw new Error("no line");
    const { net, tax: borne } = lineAmounts(line);
    expect([line.quantity, line.unitPrice, net, borne, line.taxName, line.exemptNote]).toEqual(expected);
    expect(line.exception).toBeNull();
  });

  it("three arches over two items are three times the price", () => {
    const upper = item({ id: "u", procedureType: "dentures", arch: "upper", teeth: [] });
    const lines = priceCase([item({ ...both, id: "b" }), upper], "standard", terms(), june);
    expect(sumOf(lines.map((line) => lineAmounts(line).net))).toBe("855.00");
  });

  it("a remake bears its part of the price, and the same tax or none", () => {
    const [line] = priceCase([item()], "standard", terms(), june).map((each) => atShare(each, "33.33"));
    expect(line && [line.unitPrice, lineAmounts(line), line.taxName]).toEqual([
      "33.33",
      { net: "33.33", tax: "6.67" },
      "VAT",
    ]);
    const exempt = priceCase([item()], "standard", terms({ exemptNote: "Charity" }), june).map((each) =>
      atShare(each, "50.00"),
    );
    expect(exempt.map((each) => each.exemptNote)).toEqual(["Charity"]);
  });
});

describe("the list that holds", () => {
  const chain = [
    { ...list("2026", { validTo: "2026-12-31" }), followsId: null },
    { ...list("2027", { validFrom: "2027-01-01", validTo: "2027-12-31" }), followsId: "2026" },
    { ...list("2028", { validFrom: "2028-01-01" }), followsId: "2027" },
    { ...list("other", { validFrom: "2026-06-01" }), followsId: null },
  ];
  test.each([
    ["2026", "2026-12-31", "2026"],
    ["2026", "2027-01-01", "2027"],
    ["2026", "2029-01-01", "2028"],
    ["2027", "2026-06-01", "2027"], // agreed before it begins: the default counts meanwhile
    ["2027", "2028-06-01", "2028"],
    ["other", "2028-06-01", "other"],
    ["gone", "2026-06-01", undefined],
  ])("of who agreed on %s is on %s %s", (agreed, day, expected) => {
    expect(agreedListOn(chain, agreed, day)?.id).toBe(expected);
  });

  it("is not looked for for ever where lists go on from each other in a circle", () => {
    const circle = [
      { ...list("a"), followsId: "b" },
      { ...list("b", { validFrom: "2026-02-01" }), followsId: "a" },
    ];
    expect(agreedListOn(circle, "a", june)?.id).toBe("b");
  });

  it("in another currency than the lab's is not filled from the lab's, in the same it is", () => {
    const standard = list("standard");
    const ids = (own: PriceListTerms) => listsOn({ ownList: own, defaultLists: [standard] }, june).map(({ id }) => id);
    expect([ids(list("eur", { currency: "EUR" })), ids(list("gbp"))]).toEqual([["eur"], ["gbp", "standard"]]);
    expect(ids(list("later", { currency: "EUR", validFrom: "2027-01-01" }))).toEqual(["standard"]);
  });
});
