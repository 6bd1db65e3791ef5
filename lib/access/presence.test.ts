import { expect, test } from "vitest";
import { isActivity } from "./presence";

test("opening a page counts, what a page fetches by itself only while somebody is there", () => {
  expect(isActivity("navigate", false)).toBe(true);
  expect(isActivity(null, false)).toBe(true);
  for (const mode of ["cors", "same-origin", "no-cors"]) {
    expect(isActivity(mode, false)).toBe(false);
    expect(isActivity(mode, true)).toBe(true);
  }
});
