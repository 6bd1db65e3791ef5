import { describe, expect, it } from "vitest";
import { dayAfter, daysBetween, instantOf, labClock, spanWords, startOfDay } from "./lab-time";

describe("the instant of a clock", () => {
  it.each([
    ["2026-11-24", "10:00", "Europe/London", "2026-11-24T10:00:00.000Z"],
    ["2026-07-24", "10:00", "Europe/London", "2026-07-24T09:00:00.000Z"],
    ["2026-07-24", "23:30", "Pacific/Auckland", "2026-07-24T11:30:00.000Z"],
    ["2026-10-25", "01:30", "Europe/London", "2026-10-25T00:30:00.000Z"], // comes twice: the first
    ["2027-03-28", "01:30", "Europe/London", null], // left out
    ["2027-03-28", "02:00", "Europe/London", "2027-03-28T01:00:00.000Z"],
    ["2026-02-30", "10:00", "Europe/London", null],
  ])("%s %s in %s is %s", (day, clock, zone, instant) => {
    expect(instantOf(day, clock, zone)).toBe(instant);
  });

  it("is read back as the same clock", () => {
    expect(labClock("2026-07-24T09:00:00.000Z", "Europe/London")).toEqual({ day: "2026-07-24", clock: "10:00" });
  });
});

describe("days", () => {
  it("begin with the lab's midnight, also where that is left out", () => {
    expect(startOfDay("2026-07-24", "America/New_York")).toBe("2026-07-24T04:00:00.000Z");
    expect(startOfDay("2024-09-08", "America/Santiago")).toBe("2024-09-08T04:00:00.000Z");
  });
  it("are counted as days, whatever the clocks do", () => {
    expect([dayAfter("2026-03-28", 2), daysBetween("2026-03-28", "2026-03-30")]).toEqual(["2026-03-30", 2]);
  });
});

it("says a span in words, with both days where it ends on another", () => {
  expect(spanWords("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z", "Europe/London", "en-GB")).toBe(
    "Tue, 24 Nov 2026, 10:00–11:00",
  );
  expect(spanWords("2026-11-24T22:00:00Z", "2026-11-25T06:00:00Z", "Europe/London", "en-GB")).toContain("Wed, 25 Nov");
});
