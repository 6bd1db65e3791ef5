import fc from "fast-check";
import { expect, it } from "vitest";
import { clockWords, correctedMoment } from "./clock";

const now = new Date("2026-11-23T14:00:00Z");
const dayStart = new Date("2026-11-23T00:00:00Z");

it.each([
  ["right clock, an hour ago", "2026-11-23T13:00:00Z", "2026-11-23T14:00:00Z", "2026-11-23T13:00:00.000Z", 0, false],
  ["a day ahead", "2026-11-24T13:00:00Z", "2026-11-24T14:00:00Z", "2026-11-23T13:00:00.000Z", 86_400, false],
  ["a day behind", "2026-11-22T13:30:00Z", "2026-11-22T14:00:00Z", "2026-11-23T13:30:00.000Z", -86_400, false],
  ["years behind", "2001-01-01T00:00:00Z", "2001-01-01T00:10:00Z", "2026-11-23T13:50:00.000Z", null, false],
  ["before the day", "2026-11-20T14:00:00Z", "2026-11-23T14:00:00Z", "2026-11-23T00:00:00.000Z", 0, true],
  ["put right meanwhile", "2026-11-24T13:00:00Z", "2026-11-23T14:00:00Z", "2026-11-23T14:00:00.000Z", 0, true],
])("%s", (_, happenedAt, sentAt, at, ahead, clamped) => {
  const moment = correctedMoment({ happenedAt, sentAt }, now, dayStart);
  expect([moment.at.toISOString(), moment.clamped]).toEqual([at, clamped]);
  if (ahead !== null) expect(moment.aheadSeconds).toBe(ahead);
});

it("gives the time of sending for a route whose day is still to come", () => {
  const tomorrow = new Date("2026-11-24T00:00:00Z");
  const moment = correctedMoment({ happenedAt: now.toISOString(), sentAt: now.toISOString() }, now, tomorrow);
  expect(moment).toEqual({ at: now, aheadSeconds: 0, clamped: false });
});

it("is the same for every error of the clock, and always between the day's start and now", () => {
  const span = fc.integer({ min: -400 * 86_400_000, max: 400 * 86_400_000 });
  fc.assert(
    fc.property(span, span, (ago, error) => {
      const of = (off: number) =>
        correctedMoment(
          {
            happenedAt: new Date(now.getTime() - ago + off).toISOString(),
            sentAt: new Date(now.getTime() + off).toISOString(),
          },
          now,
          dayStart,
        );
      expect(of(error).at).toEqual(of(0).at);
      expect(of(error).at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(of(error).at.getTime()).toBeGreaterThanOrEqual(dayStart.getTime());
    }),
  );
});

it("says a wrong clock in words", () => {
  expect([30, -90, 130, -3700, 86_400, -200_000].map(clockWords)).toEqual([
    null,
    null,
    "2 minutes ahead",
    "1 hour behind",
    "1 day ahead",
    "2 days behind",
  ]);
});
