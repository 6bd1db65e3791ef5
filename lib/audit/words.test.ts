import { expect, it } from "vitest";
import { compare, recordName } from "./words";

it("names a record as a person would", () => {
  const tables = [
    "cases",
    "case_files",
    "practices",
    "deliveries",
    "case_item_teeth",
    "batches",
    "tax_rates",
    "staff_profiles",
  ];
  expect(tables.map(recordName)).toEqual([
    "Case",
    "Case file",
    "Practice",
    "Delivery",
    "Teeth of an item",
    "Batch",
    "Tax rate",
    "Staff profile",
  ]);
});

it("puts what a row was beside what it is, and marks what differs", () => {
  expect(
    compare({ name: "Before", is_default: true, notes: null }, { name: "After", is_default: true, notes: "" }),
  ).toEqual([
    { column: "is_default", before: "Yes", after: "Yes", differs: false },
    { column: "name", before: "Before", after: "After", differs: true },
    { column: "notes", before: "–", after: "–", differs: false },
  ]);
  expect(compare(null, { name: "New" })).toEqual([{ column: "name", before: "–", after: "New", differs: true }]);
});
