import { expect, test } from "vitest";
import { heldWorkingDays } from "./held-days";

const calendar = {
  timeZone: "Europe/London",
  workingWeekdays: [1, 2, 3, 4, 5],
  closesAt: "18:00",
  closingDays: [{ closedOn: "2026-12-25", name: "Christmas" }],
};

test("counts working days up to the release, not with it", () => {
  expect(heldWorkingDays("2026-11-20", "2026-11-20", calendar)).toBe(0);
  expect(heldWorkingDays("2026-11-20", "2026-11-23", calendar)).toBe(1);
  expect(heldWorkingDays("2026-11-21", "2026-11-23", calendar)).toBe(0);
  expect(heldWorkingDays("2026-12-24", "2026-12-29", calendar)).toBe(2);
  expect(heldWorkingDays("2026-11-23", "2026-11-20", calendar)).toBe(0);
});
