import { expect, it } from "vitest";
import { invoiceKeptUntil } from "./keeping";

it.each([
  ["2026-01-01", "GB", "2032-12-31"],
  ["2026-12-31", "DE", "2034-12-31"],
  ["2026-06-30", "FR", "2036-12-31"],
  ["2026-06-30", "US", "2036-12-31"],
])("keeps an invoice of %s in %s until %s", (day, country, until) => {
  expect(invoiceKeptUntil(day, country)).toBe(until);
});
