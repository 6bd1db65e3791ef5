import { expect, test } from "vitest";
import { addWorkingDays, isWorkingDay, type LabCalendar, localNow, shipByFor } from "./due-date";

const london: LabCalendar = {
  timeZone: "Europe/London",
  workingWeekdays: [1, 2, 3, 4, 5],
  closesAt: "18:00",
  closingDays: [
    { closedOn: "2026-12-25", name: "Christmas Day" },
    { closedOn: "2026-12-28", name: "Boxing Day, observed" },
    { closedOn: "2027-01-01", name: "New Year's Day" },
  ],
};

test("a case leaves its transit days before it is due, counting working days only", () => {
  expect(shipByFor("2026-12-29", 1, london)).toBe("2026-12-24");
  expect(shipByFor("2026-12-29", 0, london)).toBe("2026-12-29");
  expect(shipByFor("2027-01-04", 2, london)).toBe("2026-12-30");
});

test("no days on from a day that is not worked is the next that is", () => {
  expect(addWorkingDays("2026-12-24", 0, london)).toBe("2026-12-24");
  expect(addWorkingDays("2026-12-25", 0, london)).toBe("2026-12-29");
  expect(addWorkingDays("2026-12-25", 1, london)).toBe("2026-12-29");
  expect(addWorkingDays("2026-12-29", -1, london)).toBe("2026-12-24");
});

test("the clocks of a zone, also where they are changed", () => {
  expect(localNow(new Date("2026-10-25T00:30Z"), "Europe/London")).toEqual({ day: "2026-10-25", time: "01:30" });
  expect(localNow(new Date("2026-10-25T01:30Z"), "Europe/London")).toEqual({ day: "2026-10-25", time: "01:30" });
  expect(localNow(new Date("2026-12-31T23:30Z"), "Asia/Dubai")).toEqual({ day: "2027-01-01", time: "03:30" });
});

test("no working days is an error, not an endless loop", () => {
  expect(() => addWorkingDays("2026-11-23", 1, { ...london, workingWeekdays: [] })).toThrow("no working days");
  expect(isWorkingDay("2026-11-23", { ...london, workingWeekdays: [] })).toBe(false);
});
