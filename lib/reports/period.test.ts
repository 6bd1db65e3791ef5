import { expect, test } from "vitest";
import { changeOf } from "./change";
import { monthsOf, periodBefore, periodOf, yearBefore } from "./period";

const TODAY = "2026-03-31";
const of = (period: Parameters<typeof periodOf>[0]["period"], from: string | null = null, to: string | null = null) =>
  periodOf({ period, from, to }, TODAY);

test.each([
  ["3m", "2026-01-01", "2026-03-01", 3],
  ["12m", "2025-04-01", "2026-03-01", 12],
  ["this_year", "2026-01-01", "2026-03-01", 3],
  ["last_year", "2025-01-01", "2025-12-01", 12],
] as const)("%s, seen from the last day of March", (period, from, to, months) => {
  expect(of(period)).toEqual({ from, to, months });
});

test("an own range is put right: turned round, cut at today and at five years", () => {
  expect(of("own", "2026-02", "2025-11")).toEqual({ from: "2025-11-01", to: "2026-02-01", months: 4 });
  expect(of("own", "2026-02", "2027-11")).toEqual({ from: "2026-02-01", to: "2026-03-01", months: 2 });
  expect(of("own", "2026-01", null)).toEqual({ from: "2026-01-01", to: "2026-03-01", months: 3 });
  expect(of("own", null, "2026-01")).toEqual({ from: "2026-01-01", to: "2026-03-01", months: 3 });
  expect(of("own", "1999-01", null).months).toBe(60);
  expect(of("own", "1999-01", "2026-03").months).toBe(60);
  expect(of("own")).toEqual({ from: "2026-03-01", to: "2026-03-01", months: 1 });
});

test("it is compared with as many months before, and with the same months a year earlier", () => {
  const period = of("own", "2025-12", "2026-02");
  expect(monthsOf(period)).toEqual(["2025-12-01", "2026-01-01", "2026-02-01"]);
  expect(periodBefore(period)).toEqual({ from: "2025-09-01", to: "2025-11-01", months: 3 });
  expect(yearBefore(period)).toEqual({ from: "2024-12-01", to: "2025-02-01", months: 3 });
});

test("a change is in points for shares and in per cent for the rest, good or bad by what is wanted", () => {
  const change = (
    value: number | string | null,
    was: number | string | null,
    style: "percent" | "number",
    better?: "more" | "less",
  ) => changeOf({ value, format: { style }, better }, was, "en-GB");
  expect(change(0.9, 0.85, "percent", "more")).toEqual({ text: "+5 pp", direction: "up", isGood: true });
  expect(change("30.00", "40.00", "number", "less")).toEqual({ text: "-25%", direction: "down", isGood: true });
  expect(change(6, 5, "number", "less")).toEqual({ text: "+20%", direction: "up", isGood: false });
  expect(change(6, 5, "number")?.isGood).toBeNull();
  expect(change(0, 0, "number")).toEqual({ text: "0%", direction: "flat", isGood: null });
  expect([change(5, 0, "number"), change(null, 5, "number"), change(5, null, "number")]).toEqual([null, null, null]);
});
