import { describe, expect, test } from "vitest";
import { addWorkingDays, earliestDue, isWorkingDay, type LabCalendar, refusalOfWantedDay, shipByFor } from "./due-date";

const london: LabCalendar = {
  timeZone: "Europe/London",
  workingWeekdays: [1, 2, 3, 4, 5],
  closesAt: "18:00",
  closingDays: [
    { closedOn: "2026-12-25", name: "Christmas Day" },
    { closedOn: "2026-12-28", name: "Boxing Day, observed" },
    { closedOn: "2027-01-01", name: "New Year's Day" },
    { closedOn: "2026-11-21", name: "Stocktaking" },
  ],
};
const honolulu: LabCalendar = { ...london, timeZone: "Pacific/Honolulu", closingDays: [] };
const gulf: LabCalendar = { ...london, timeZone: "Asia/Dubai", workingWeekdays: [7, 1, 2, 3, 4], closingDays: [] };

const crown = { name: "Crown", days: 4, rushDays: 2 };
const bridge = { name: "Bridge", days: 6.5, rushDays: 4 };

const due = (now: string, options: Partial<Parameters<typeof earliestDue>[0]> = {}) =>
  earliestDue({
    now: new Date(now),
    calendar: london,
    items: [crown],
    rushed: false,
    physicalImpression: false,
    transitDays: 1,
    ...options,
  });

// Worked by hand on a calendar. 2026-11-23 is a Monday.
describe("the earliest day", () => {
  test.each([
    ["Monday morning: 4 days to Friday, on the way until Monday", "2026-11-23T09:00Z", {}, "2026-11-27", "2026-11-30"],
    ["without a day on the way", "2026-11-23T09:00Z", { transitDays: 0 }, "2026-11-27", "2026-11-27"],
    ["a physical impression", "2026-11-23T09:00Z", { physicalImpression: true }, "2026-11-30", "2026-12-01"],
    ["rush", "2026-11-23T09:00Z", { rushed: true }, "2026-11-25", "2026-11-26"],
    [
      "the slowest item decides, halves round up",
      "2026-11-23T09:00Z",
      { items: [crown, bridge] },
      "2026-12-02",
      "2026-12-03",
    ],
    ["a minute before closing", "2026-11-23T17:59Z", {}, "2026-11-27", "2026-11-30"],
    ["at closing it counts from Tuesday", "2026-11-23T18:00Z", {}, "2026-11-30", "2026-12-01"],
    ["Friday after closing counts from Monday", "2026-11-27T19:00Z", {}, "2026-12-04", "2026-12-07"],
    ["Saturday counts from Monday", "2026-11-28T09:00Z", {}, "2026-12-04", "2026-12-07"],
    ["over Christmas and the year's end", "2026-12-22T09:00Z", {}, "2026-12-30", "2026-12-31"],
    ["New Year's Day is not a day", "2026-12-23T09:00Z", {}, "2026-12-31", "2027-01-04"],
    ["over the end of summer time", "2026-10-23T16:30Z", {}, "2026-10-29", "2026-10-30"],
    ["17:30 UTC in summer is after closing in London", "2026-10-23T17:30Z", {}, "2026-10-30", "2026-11-02"],
    ["17:30 UTC in winter is not", "2026-10-26T17:30Z", {}, "2026-10-30", "2026-11-02"],
    ["over the start of summer time", "2027-03-26T09:00Z", {}, "2027-04-01", "2027-04-02"],
    [
      "Honolulu is still on Monday when London is on Tuesday",
      "2026-11-24T03:00Z",
      { calendar: honolulu },
      "2026-11-27",
      "2026-11-30",
    ],
    ["… and past closing an hour later", "2026-11-24T04:00Z", { calendar: honolulu }, "2026-11-30", "2026-12-01"],
    ["Dubai works on Sunday and not on Friday", "2026-11-22T06:00Z", { calendar: gulf }, "2026-11-26", "2026-11-29"],
  ] as const)("%s", (_, now, options, shipBy, dueOn) => {
    expect(due(now, options)).toMatchObject({ shipBy, dueOn });
  });

  test("says what it counted", () => {
    expect(due("2026-12-23T19:00Z", { items: [crown, bridge], physicalImpression: true })).toEqual({
      startsOn: "2026-12-24",
      startsLater: "after_closing",
      slowest: bridge,
      labDays: 7,
      impressionDays: 1,
      transitDays: 1,
      shipBy: "2027-01-08",
      dueOn: "2027-01-11",
      closed: london.closingDays.slice(0, 3),
    });
    expect(due("2026-11-28T09:00Z").startsLater).toBe("closed_today");
  });

  test("rush is never slower than the usual days", () => {
    const quick = { name: "Model", days: 1, rushDays: 3 };
    expect(due("2026-11-23T09:00Z", { items: [quick], rushed: true }).labDays).toBe(1);
  });
});

describe("a wanted day", () => {
  const plan = due("2026-12-21T09:00Z"); // due Wednesday 30 December
  test.each([
    ["2026-12-20", "past"],
    ["2026-12-24", "too_early"],
    ["2026-12-29", "too_early"],
    ["2026-12-30", null],
    ["2027-01-01", "closed"],
    ["2027-01-02", "closed"],
    ["2027-01-04", null],
    ["2027-12-23", "too_far"],
  ])("%s: %s", (wanted, refusal) => {
    expect(plan.dueOn).toBe("2026-12-30");
    expect(refusalOfWantedDay(wanted, plan, "2026-12-21", london)).toBe(refusal);
  });

  test("is shipped its transit days before, counting working days only", () => {
    expect(shipByFor("2026-12-29", 1, london)).toBe("2026-12-24");
    expect(shipByFor("2026-12-29", 0, london)).toBe("2026-12-29");
    expect(shipByFor("2027-01-04", 2, london)).toBe("2026-12-30");
  });
});

test("no working days is an error, not an endless loop", () => {
  expect(() => addWorkingDays("2026-11-23", 1, { ...london, workingWeekdays: [] })).toThrow("no working days");
  expect(isWorkingDay("2026-11-23", { ...london, workingWeekdays: [] })).toBe(false);
});
