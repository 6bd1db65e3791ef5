import { expect, test } from "vitest";
import { share } from "./sums";

test("a share of nothing is no figure", () => {
  expect([share(1, 4), share(0, 0)]).toEqual([0.25, null]);
});
