import { expect, it } from "vitest";
import { statementKeptUntil } from "./kept-until";

it.each([
  ["2026-03-12", false, "2036-03-12"],
  ["2026-03-12", true, "2041-03-12"],
  ["2024-02-29", false, "2034-02-28"],
  [null, true, null],
])("keeps the statement of what was delivered on %s (implantable: %s) until %s", (day, implantable, until) => {
  expect(statementKeptUntil(day, implantable)).toBe(until);
});
