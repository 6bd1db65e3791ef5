import { expect, it } from "vitest";
import { leaveByOn, leaveByWords } from "./leave-by";

it.each([
  ["2026-11-20", "driver", "late", "Late: leave by"],
  ["2026-11-21", "driver", "today", "Leave today"],
  ["2026-11-21", "carrier", "today", "Hand over today"],
  ["2026-11-20", "carrier", "late", "Late: hand over by"],
  ["2026-11-24", "carrier", "soon", "Hand over by"],
  ["2026-11-24", "collected", "soon", "Ready by"],
] as const)("what leaves by %s with %s is %s on the 21st: %s", (leaveBy, method, standing, words) => {
  expect(leaveByOn(leaveBy, "2026-11-21")).toBe(standing);
  expect(leaveByWords(standing, method)).toBe(words);
});
