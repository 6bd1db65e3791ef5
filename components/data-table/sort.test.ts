import { expect, test } from "vitest";
import { parseSort, sortQuery } from "./sort";

test("reads the direction from the sign", () => {
  expect(parseSort("due")).toEqual({ key: "due", descending: false });
  expect(parseSort("-due")).toEqual({ key: "due", descending: true });
  expect(parseSort("")).toBeNull();
  expect(parseSort("-")).toBeNull();
});

test("a second press turns the order round, a third turns it back", () => {
  expect(sortQuery("", "sort", "due", null)).toBe("?sort=due");
  expect(sortQuery("sort=due", "sort", "due", parseSort("due"))).toBe("?sort=-due");
  expect(sortQuery("sort=-due", "sort", "due", parseSort("-due"))).toBe("?sort=due");
});

test("keeps filters and forgets the page", () => {
  expect(sortQuery("status=late&after=abc&before=x", "sort", "due", null)).toBe("?status=late&sort=due");
});
