import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { creditorReference, inGroups } from "./creditor-reference";

/** As a bank checks it: the first four signs go to the end, letters become numbers, and the whole leaves 1 by 97. */
function isWhole(reference: string): boolean {
  const turned = reference.slice(4) + reference.slice(0, 4);
  const figures = [...turned].map((sign) => Number.parseInt(sign, 36)).join("");
  return BigInt(figures) % 97n === 1n;
}

describe("a structured payment reference", () => {
  // 539007547034 is the example of the standard's own leaflets. The others by hand: the body, then R F 0 0 as 27 15 00, modulo 97.
  test.each([
    ["539007547034", "RF18539007547034"],
    ["1", "RF741"], // 1271500 = 97 × 13108 + 24, and 98 − 24 = 74
    ["0", "RF040"], // 271500 = 97 × 2798 + 94, and 98 − 94 = 4, written with two figures
    ["inv-1", "RF47INV1"], // I N V 1 = 18 23 31 1, and 18233112715 00 leaves 51
    ["INV-2026-000123", "RF98INV2026000123"],
  ])("of %s is %s", (number, reference) => {
    expect(creditorReference(number)).toBe(reference);
    expect(isWhole(reference)).toBe(true);
  });

  it("leaves out what is neither letter nor figure, and is nothing where nothing is left or too much", () => {
    expect(creditorReference("INV-2026-000123")?.slice(4)).toBe("INV2026000123");
    expect([creditorReference("–"), creditorReference(""), creditorReference("9".repeat(22))]).toEqual([
      null,
      null,
      null,
    ]);
    expect(creditorReference("9".repeat(21))).not.toBeNull();
  });

  it("is printed in groups of four", () => {
    expect(inGroups("RF18539007547034")).toBe("RF18\u00a05390\u00a00754\u00a07034");
    expect(isWhole("RF18539007547034")).toBe(true);
  });

  it("finds every single wrong figure and every pair that changed places", () => {
    const numbers = fc.integer({ min: 0, max: 999_999 }).map((n) => `INV-2026-${String(n).padStart(6, "0")}`);
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const whole = creditorReference(number) as string;
        expect(isWhole(whole)).toBe(true);
        const i = whole.length - 10 + (at % 10);
        const wrong = String((Number(whole[i]) + by) % 10);
        expect(isWhole(whole.slice(0, i) + wrong + whole.slice(i + 1))).toBe(false);
        const [a, b] = [whole[i - 1] as string, whole[i] as string];
        const swapped = whole.slice(0, i - 1) + b + a + whole.slice(i + 1);
        expect(isWhole(swapped)).toBe(a === b);
      }),
    );
  });
});
