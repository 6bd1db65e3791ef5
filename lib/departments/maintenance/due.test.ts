import { expect, test } from "vitest";
import { type Counted, dueOf, everyWords } from "./due";

const TODAY = "2026-11-20";
const plan = (more: Partial<Counted>): Counted => ({
  every: 1,
  unit: "months",
  since: "2026-10-20",
  warnDays: 7,
  runSeconds: 0,
  cycles: 0,
  ...more,
});

test.each([
  ["on its day it is due, not overdue", plan({}), { state: "due", on: "2026-11-20" }],
  ["a day later it is overdue", plan({ since: "2026-10-19" }), { state: "overdue", on: "2026-11-19" }],
  ["before its warning it is later", plan({ since: "2026-10-28" }), { state: "later", on: "2026-11-28" }],
  [
    "a shorter month ends earlier",
    plan({ since: "2026-08-31", every: 3 }),
    { state: "due", on: "2026-11-30", warnDays: 10 },
  ],
  ["weeks", plan({ unit: "weeks", every: 4, since: "2026-10-30" }), { state: "due", on: "2026-11-27" }],
  ["days", plan({ unit: "days", every: 10, since: "2026-11-01" }), { state: "overdue", on: "2026-11-11" }],
] as const)("by the calendar: %s", (_, counted, expected) => {
  const { warnDays, ...said } = { warnDays: counted.warnDays, ...expected };
  expect(dueOf({ ...counted, warnDays }, TODAY)).toMatchObject({ ...said, reckoned: false });
});

test.each([
  ["not used yet", plan({ unit: "cycles", every: 100 }), { state: "later", on: null, used: 0 }],
  [
    "half used in 31 days",
    plan({ unit: "cycles", every: 100, cycles: 50 }),
    { state: "later", on: "2026-12-21", used: 50 },
  ],
  ["nearly used", plan({ unit: "cycles", every: 100, cycles: 90 }), { state: "due", on: "2026-11-24", used: 90 }],
  ["used up", plan({ unit: "run_hours", every: 10, runSeconds: 36_000 }), { state: "overdue", on: TODAY, used: 10 }],
  ["a second short", plan({ unit: "run_hours", every: 10, runSeconds: 35_999 }), { state: "due", on: "2026-11-21" }],
] as const)("by use: %s", (_, counted, expected) => {
  expect(dueOf(counted, TODAY)).toMatchObject({ ...expected, reckoned: true });
});

test("says how often", () => {
  expect([everyWords({ every: 1, unit: "months" }), everyWords({ every: 500, unit: "run_hours" })]).toEqual([
    "every month",
    "every 500 hours run",
  ]);
});
