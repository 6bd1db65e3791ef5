import { describe, expect, it } from "vitest";
import { arrivalWindow, minutesWords, windowWords } from "./arrival-words";
import { whatToTell } from "./what-to-tell";

const clock = (text: string) => Date.parse(`2026-03-03T${text}:00Z`);
const known = (expected: string | null, told: string | null, more: { isNext?: boolean; toldNext?: boolean } = {}) => ({
  expectedAt: expected === null ? null : clock(expected),
  toldExpectedAt: told === null ? null : clock(told),
  isNext: false,
  toldNext: false,
  ...more,
});

describe("what a practice is told", () => {
  it.each([
    ["nothing while no time is known", known(null, null), null],
    ["that it set out, when first a time is known", known("10:00", null), "on_the_way"],
    ["that alone, also at the first door", known("10:00", null, { isNext: true }), "on_the_way"],
    ["nothing of half an hour", known("10:30", "10:00"), null],
    ["another time after more than that", known("10:31", "10:00"), "moved"],
    ["also when it is sooner", known("09:29", "10:00"), "moved"],
    ["that theirs is the next door", known("10:05", "10:00", { isNext: true }), "next"],
    ["that once", known("10:05", "10:00", { isNext: true, toldNext: true }), null],
    ["at the next door still, when it moves on", known("10:40", "10:00", { isNext: true, toldNext: true }), "moved"],
  ] as const)("%s", (_, of, tidings) => expect(whatToTell(of)).toBe(tidings));
});

describe("an expected time in words", () => {
  it("is half an hour to five minutes", () => {
    const { from, to } = arrivalWindow(new Date(clock("10:53")));
    expect([from.toISOString().slice(11, 16), to.toISOString().slice(11, 16)]).toEqual(["10:40", "11:10"]);
    expect(windowWords(new Date(clock("10:53")), { locale: "en-GB", timeZone: "Europe/London" })).toBe("10:40–11:10");
    expect(windowWords(new Date(clock("10:53")), { locale: "en-GB", timeZone: "Europe/Berlin" })).toBe("11:40–12:10");
  });

  it("is a number of minutes when it is near", () => {
    expect(minutesWords(clock("10:13"), clock("10:00"))).toBe("in about 15 minutes");
    expect(minutesWords(clock("09:50"), clock("10:00"))).toBe("in about 5 minutes");
  });
});
