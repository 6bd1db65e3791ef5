import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { outdated } from "./rotation";

const daily = (days: number) => {
  const last = DateTime.fromISO("2026-11-21T02:00:00Z", { zone: "utc" });
  return Array.from({ length: days }, (_, n) => last.minus({ days: n }).toISO() as string);
};

it("keeps a week of days, then weeks, then a year of months", () => {
  const gone = new Set(outdated(daily(800)));
  const kept = daily(800)
    .filter((at) => !gone.has(at))
    .map((at) => at.slice(0, 10));
  expect(kept).toEqual([
    "2026-11-21",
    "2026-11-20",
    "2026-11-19",
    "2026-11-18",
    "2026-11-17",
    "2026-11-16",
    "2026-11-15",
    "2026-11-08",
    "2026-11-01",
    "2026-10-31",
    "2026-10-25",
    "2026-09-30",
    "2026-08-31",
    "2026-07-31",
    "2026-06-30",
    "2026-05-31",
    "2026-04-30",
    "2026-03-31",
    "2026-02-28",
    "2026-01-31",
    "2025-12-31",
  ]);
});

it("keeps the newest of a day, and everything while there is little", () => {
  expect(outdated(["2026-11-21T02:00:00Z", "2026-11-21T14:00:00Z"])).toEqual(["2026-11-21T02:00:00Z"]);
  expect(outdated(["2026-03-01T02:00:00Z", "2024-01-01T02:00:00Z"])).toEqual([]);
});
