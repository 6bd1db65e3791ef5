import { expect, test } from "vitest";
import { caseRulesSchema } from "@/lib/cases/case-rules-schema";
import { atShare, shareWords } from "./share";

const line = { unitPrice: "123.45", exception: null };

test.each([
  ["lab", "0.00", "0 %"],
  ["courier", "0.00", "0 %"],
  ["dentist", "123.45", "100 %"],
  ["patient", "123.45", "100 %"],
] as const)("a remake that the %s is responsible for costs %s unless the lab says otherwise", (who, price, words) => {
  const percent = caseRulesSchema.parse({}).remakePercent[who].toFixed(2);
  expect(atShare(line, percent).unitPrice).toBe(price);
  expect(shareWords(percent)).toBe(words.replace(" ", "\u00a0"));
});

test.each([
  ["50.00", "61.73"],
  ["33.33", "41.15"],
  ["0.01", "0.01"],
  ["12.50", "15.43"],
] as const)("at %s per cent 123.45 is %s, rounded half up", (percent, price) => {
  expect(atShare(line, percent).unitPrice).toBe(price);
});

test("what is free needs no price; what is not, still does", () => {
  expect(atShare({ unitPrice: "0.00", exception: "no_price" }, "0.00")).toEqual({ unitPrice: "0.00", exception: null });
  expect(atShare({ unitPrice: "0.00", exception: "no_price" }, "50.00").exception).toBe("no_price");
});
