import { expect, test } from "vitest";
import { materialFit } from "./material-fit";

test("a load takes its own material, its kin when asked, and nothing else", () => {
  expect(materialFit("zirconia_full", "zirconia_full")).toBe("same");
  expect(materialFit("zirconia_full", "zirconia_multilayer")).toBe("kin");
  expect(materialFit("zirconia_full", "lithium_disilicate")).toBe("other");
  expect(materialFit("acrylic", "wax")).toBe("other");
});

test("a load of no material takes any, and an item of none goes anywhere", () => {
  expect(materialFit(null, "titanium")).toBe("same");
  expect(materialFit("titanium", null)).toBe("same");
});
