import { expect, test } from "vitest";
import { leaveDays } from "./leave-days";

// 2026-11-23 is a Monday; a week of five days, and the Monday after.
const worked = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"];

test.each([
  ["a day", "2026-11-24", "2026-11-24", false, false, 1],
  ["its morning", "2026-11-24", "2026-11-24", false, true, 0.5],
  ["its afternoon", "2026-11-24", "2026-11-24", true, false, 0.5],
  ["Monday midday to Friday midday", "2026-11-23", "2026-11-27", true, true, 4],
  ["over a weekend", "2026-11-26", "2026-11-30", false, false, 3],
  ["a weekend alone", "2026-11-28", "2026-11-29", false, false, 0],
  ["half a Saturday that is not worked takes nothing", "2026-11-28", "2026-11-30", true, false, 1],
])("%s", (_, fromDay, toDay, halfFirst, halfLast, days) => {
  expect(leaveDays({ fromDay, toDay, halfFirst, halfLast }, worked)).toBe(days);
});
