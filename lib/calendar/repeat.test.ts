import fc from "fast-check";
import { expect, it } from "vitest";
import { daysOfSeries } from "./repeat";
import { MOST_IN_SERIES } from "./vocabulary";

it.each([
  ["2026-11-24", "weekly", "2026-12-08", ["2026-11-24", "2026-12-01", "2026-12-08"]],
  ["2026-11-24", "weekly", "2026-11-24", ["2026-11-24"]],
  ["2026-11-24", "monthly", "2027-01-31", ["2026-11-24", "2026-12-24", "2027-01-24"]],
  ["2027-01-31", "monthly", "2027-05-31", ["2027-01-31", "2027-03-31", "2027-05-31"]],
  ["2028-02-29", "monthly", "2028-04-30", ["2028-02-29", "2028-03-29", "2028-04-29"]],
] as const)("from %s %s until %s", (first, repeat, until, days) => {
  expect(daysOfSeries(first, repeat, until)).toEqual(days);
});

it("stops one beyond the most, which says that it is too many", () => {
  expect(daysOfSeries("2026-01-01", "weekly", "2999-12-31")).toHaveLength(MOST_IN_SERIES + 1);
});

it("keeps the weekday of every week, and the day of every month, in order", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }), (date) => {
      const first = date.toISOString().slice(0, 10);
      const weekly = daysOfSeries(first, "weekly", "2036-01-01");
      const monthly = daysOfSeries(first, "monthly", "2036-01-01");
      expect(new Set(weekly.map((day) => new Date(day).getUTCDay())).size).toBe(1);
      expect(new Set(monthly.map((day) => day.slice(8)))).toEqual(new Set([first.slice(8)]));
      expect([weekly, monthly].map((days) => days.toSorted())).toEqual([weekly, monthly]);
    }),
  );
});
