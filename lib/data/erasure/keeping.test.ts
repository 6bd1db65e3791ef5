import { expect, it } from "vitest";
import { invoiceKeptUntil, statementKeptUntil } from "./keeping";

it.each([
  ["2026-03-12", false, "2036-03-12"],
  ["2026-03-12", true, "2041-03-12"],
  ["2024-02-29", false, "2034-02-28"],
  [null, true, null],
])("keeps the statement of what was delivered on %s (implantable: %s) until %s", (day, implantable, until) => {
  expect(statementKeptUntil(day, implantable)).toBe(until);
});

it.each([
  ["2026-01-01", "GB", "2032-12-31"],
  ["2026-12-31", "DE", "2034-12-31"],
  ["2026-06-30", "FR", "2036-12-31"],
  ["2026-06-30", "US", "2036-12-31"],
])("keeps an invoice of %s in %s until %s", (day, country, until) => {
  expect(invoiceKeptUntil(day, country)).toBe(until);
});
