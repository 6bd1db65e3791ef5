import { expect, test } from "vitest";
import { initials } from "./avatar";

test("first letters of the first and last word", () => {
  expect(initials("Moira Campbell")).toBe("MC");
  expect(initials("  ada  maria  lovelace ")).toBe("AL");
  expect(initials("Dr. Isla Farrow")).toBe("IF");
  expect(initials("Órla")).toBe("Ó");
  expect(initials("")).toBe("");
});
