import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isGtin, readCode } from "./read-code";

const GS = String.fromCharCode(29);
const GTIN = "04012345678901";
const read = (code: string) => readCode(code, 2026);

describe("a code on a package", () => {
  it.each([
    ["DataMatrix, lot last", `01${GTIN}17280131${"10"}L4711`, "L4711", "2028-01-31"],
    ["DataMatrix with symbology and FNC1", `]d2${GS}01${GTIN}10L4711${GS}17280131`, "L4711", "2028-01-31"],
    ["serial number between", `01${GTIN}21S99${GS}10AB-1/2${GS}17280131`, "AB-1/2", "2028-01-31"],
    ["made on, then expiry", `01${GTIN}1126010117271231${"10"}X`, "X", "2027-12-31"],
    ["as printed", `(01)${GTIN}(17)271231(10)L4711`, "L4711", "2027-12-31"],
    ["order number of three digits", `01${GTIN}240REF-7${GS}10L1`, "L1", null],
    ["day 00 is the last of the month", `01${GTIN}17280200`, null, "2028-02-29"],
    ["a day that is none", `01${GTIN}17280231${"10"}L1`, "L1", null],
  ])("%s", (_, code, lotNumber, expiresOn) => {
    expect(read(code)).toMatchObject({ gtin: GTIN, lotNumber, expiresOn });
  });

  it.each([
    [2026, "760101", "2076-01-01"],
    [2026, "770101", "1977-01-01"],
    [2026, "250101", "2025-01-01"],
    [2060, "100101", "2110-01-01"],
  ])("takes the century from the current year %i: %s", (year, expiry, day) => {
    expect(readCode(`01${GTIN}17${expiry}`, year)?.expiresOn).toBe(day);
  });

  it("reads EAN-13, EAN-8 and UPC as trade item numbers of 14 digits", () => {
    expect([read("4012345678901")?.gtin, read("96385074")?.gtin, read("036000291452")?.gtin]).toEqual([
      GTIN,
      "00000096385074",
      "00036000291452",
    ]);
  });

  it.each(["", "ZR-ML-A2-16", "L4711", `01${"04012345678902"}10L1`, `01${GTIN.slice(0, 9)}`, `01${GTIN}88`, "(10)L1"])(
    "takes %j for no package",
    (code) => {
      expect(read(code)).toBeNull();
    },
  );

  it("reads back whatever lot number a label may carry, in either order", () => {
    const allowed = fc.stringMatching(/^[A-Za-z0-9!"%&'*+,./:;<=>?_-]{1,20}$/);
    fc.assert(
      fc.property(allowed, (lot) => {
        expect(read(`01${GTIN}10${lot}${GS}17280131`)?.lotNumber).toBe(lot);
        expect(read(`01${GTIN}1728013110${lot}`)?.lotNumber).toBe(lot);
      }),
    );
  });

  it("finds every single wrong digit of a trade item number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...GTIN];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(isGtin(digits.join(""))).toBe(false);
      }),
    );
  });
});
