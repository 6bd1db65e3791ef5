import { expect, test } from "vitest";
import { itemName, itemsSummary } from "./item-name";

const item = (
  procedureType: "crowns" | "bridges" | "veneers" | "night_guards",
  teeth: number[],
  arch: "upper" | null = null,
) => ({
  procedureType,
  teeth,
  arch,
});

test("names an item by its kind and teeth, or its arch", () => {
  expect(itemName(item("crowns", [14]), "fdi")).toBe("Crown 14");
  expect(itemName(item("bridges", [26, 24, 25]), "fdi")).toBe("Bridge 24–26");
  expect(itemName(item("bridges", [21, 11]), "universal")).toBe("Bridge 8–9");
  expect(itemName(item("night_guards", [], "upper"), "fdi")).toBe("Night guard upper");
});

test("says single teeth of one kind together", () => {
  const items = [item("veneers", [12]), item("veneers", [11]), item("veneers", [21]), item("bridges", [24, 25, 26])];
  expect(itemsSummary(items, "fdi")).toBe("Veneer 12–21 · Bridge 24–26");
});
