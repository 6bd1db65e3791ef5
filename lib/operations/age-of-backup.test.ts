import { expect, it } from "vitest";
import { isStale } from "./age-of-backup";

it.each([
  [null, true],
  ["2026-11-20T02:12:00Z", false],
  ["2026-11-20T00:00:00Z", false],
  ["2026-11-19T23:59:59Z", true],
])("a last good backup of %s is too old at noon of 21 November: %s", (taken, stale) => {
  expect(isStale(taken ? new Date(taken) : null, new Date("2026-11-21T12:00:00Z"))).toBe(stale);
});
