import { expect, test } from "vitest";
import { clockOf, mondayOf, rotaDays, shiftInstants } from "./shift-times";

test.each([
  ["in winter", "2026-11-23", "08:00", "16:30", "2026-11-23T08:00Z", "2026-11-23T16:30Z"],
  ["in summer", "2026-07-06", "08:00", "16:30", "2026-07-06T07:00Z", "2026-07-06T15:30Z"],
  ["over midnight", "2026-11-23", "22:00", "06:00", "2026-11-23T22:00Z", "2026-11-24T06:00Z"],
  ["over the end of summer time: nine hours", "2026-10-24", "22:00", "06:00", "2026-10-24T21:00Z", "2026-10-25T06:00Z"],
  ["over its start: seven hours", "2027-03-27", "22:00", "06:00", "2027-03-27T22:00Z", "2027-03-28T05:00Z"],
  ["from an hour that is left out", "2027-03-28", "01:30", "09:00", "2027-03-28T01:30Z", "2027-03-28T08:00Z"],
])("%s", (_, day, from, to, startsAt, endsAt) => {
  expect(shiftInstants(day, from, to, "Europe/London")).toEqual({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  });
});

test("days and clocks are the lab's", () => {
  expect(clockOf(new Date("2026-11-24T04:30Z"), "America/New_York")).toEqual({ day: "2026-11-23", clock: "23:30" });
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
  expect(rotaDays("week", "2026-10-25")).toEqual([19, 20, 21, 22, 23, 24, 25].map((d) => `2026-10-${d}`));
  const november = rotaDays("month", "2026-11-30");
  expect([november.length, november[0], november.at(-1)]).toEqual([42, "2026-10-26", "2026-12-06"]);
});
