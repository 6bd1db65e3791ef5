import { expect, test } from "vitest";
import { moneyText } from "./money-text";

test("writes amounts in their currency and locale", () => {
  expect(moneyText("1234.5", "GBP", "en-GB")).toBe("£1,234.50");
  expect(moneyText("-12.00", "EUR", "de-DE")).toBe("-12,00\u00a0€");
  expect(moneyText("1500", "JPY", "en-GB")).toBe("JP¥1,500");
});

test("keeps digits that a float would lose", () => {
  expect(moneyText("9007199254740993.01", "GBP", "en-GB")).toBe("£9,007,199,254,740,993.01");
});

test("what is no number is left alone", () => {
  expect(moneyText("n/a", "GBP", "en-GB")).toBe("n/a");
});
