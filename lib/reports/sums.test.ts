import { expect, test } from "vitest";
import { addMoney, share } from "./sums";

test("money adds up to the cent, where floats would not", () => {
  expect(addMoney(Array.from({ length: 1000 }, () => "0.10"))).toBe("100.00");
  expect(addMoney(["9007199254740993.01", "0.01", "-0.02"])).toBe("9007199254740993.00");
  expect(addMoney(["-5.00", "4.95"])).toBe("-0.05");
  expect(addMoney([])).toBe("0.00");
});

test("a share of nothing is no figure", () => {
  expect([share(1, 4), share(0, 0)]).toEqual([0.25, null]);
});
