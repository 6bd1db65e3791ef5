import { describe, expect, it } from "vitest";
import type { OpeningHours, Span } from "@/lib/practices/opening-hours";
import { clockOf, minuteOf } from "./clock";
import { type Plan, plannedTimes } from "./planned-times";
import { windowsOf } from "./windows";

/** A Monday. */
const DAY = "2026-03-02";
const lunch: OpeningHours = {
  monday: [
    ["08:30", "12:30"],
    ["13:30", "17:30"],
  ],
};

describe("the clock of a day", () => {
  it.each([
    ["00:00", 0],
    ["08:05", 485],
    ["23:59", 1439],
  ])("%s is minute %i", (clock, minute) => {
    expect(minuteOf(clock)).toBe(minute);
    expect(clockOf(minute)).toBe(clock);
  });

  it("says when it is the next day", () => {
    expect([clockOf(1439.6), clockOf(1465)]).toEqual(["00:00 +1", "00:25 +1"]);
  });
});

describe("when a stop may begin", () => {
  it.each<[string, OpeningHours | null, Span | null, number[][]]>([
    [
      "in the practice's hours with their pause",
      lunch,
      ["08:30", "17:30"],
      [
        [510, 750],
        [810, 1050],
      ],
    ],
    [
      "in that part of them that is the stop's own window",
      lunch,
      ["12:00", "14:00"],
      [
        [720, 750],
        [810, 840],
      ],
    ],
    ["in the stop's own window where it lies outside them", lunch, ["18:00", "19:00"], [[1080, 1140]]],
    ["in the stop's own window when the hours are not known", null, ["09:00", "10:00"], [[540, 600]]],
    ["at any time when neither is known", lunch, null, []],
  ])("%s", (_what, hours, window, expected) => {
    expect(windowsOf(hours, DAY, window)).toEqual(expected);
  });
});

describe("the times of a plan", () => {
  const plan: Plan = {
    stops: [
      {
        id: "a",
        windows: [
          [510, 750],
          [810, 1050],
        ],
        serviceMinutes: 10,
      },
      { id: "b", windows: [[480, 500]], serviceMinutes: 5 },
    ],
    minutes: [
      [0, 20, 30],
      [20, 0, 15],
      [30, 15, 0],
    ],
    kilometres: [
      [0, 10, 15],
      [10, 0, 7],
      [15, 7, 0],
    ],
    departsAt: 480,
    shiftEndsAt: 560,
  };

  it("follow the order given: arrivals, waits, broken hours, the shift and the way", () => {
    const times = plannedTimes(plan, ["a", "b"]);
    expect(times).toMatchObject({
      departs: "08:00",
      back: "09:30",
      kilometres: 32,
      drivenMinutes: 65,
      waitMinutes: 10,
    });
    expect(times).toMatchObject({ lateStops: 1, overrunMinutes: 10 });
    expect([...times.stops]).toEqual([
      ["a", { arrives: "08:20", waitMinutes: 10, lateMinutes: 0 }],
      ["b", { arrives: "08:55", waitMinutes: 0, lateMinutes: 35 }],
    ]);
    expect(plannedTimes(plan, ["b", "a", "unknown"])).toMatchObject({ lateStops: 1, back: "09:20", overrunMinutes: 0 });
  });
});
