import { expect, it } from "vitest";
import { fillInOrder } from "./fill-in-order";

it.each([
  ["100.00", ["40.00", "50.00", "60.00"], ["40.00", "50.00", "10.00"]],
  ["40.00", ["40.00", "50.00"], ["40.00", "0.00"]],
  ["0.01", ["0.02"], ["0.01"]],
  ["500.00", ["40.00", "50.00"], ["40.00", "50.00"]],
  ["0.00", ["1.00"], ["0.00"]],
  ["5.00", [], []],
])("%s over %o is %o", (amount, limits, parts) => expect(fillInOrder(amount, limits)).toEqual(parts));
