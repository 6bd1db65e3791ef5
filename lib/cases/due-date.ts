/**
 * When a case can be at the practice. Days are bare (`YYYY-MM-DD`) days of the lab; nothing here reads a clock or a zone of
 * its own. "Due" is the day at the practice, ship-by the day it leaves the lab.
 */

/** When a lab works. `workingWeekdays` are ISO (1 Monday … 7 Sunday), `closesAt` "HH:MM" in `timeZone` (IANA). */
export type LabCalendar = {
  timeZone: string;
  workingWeekdays: readonly number[];
  closesAt: string;
  closingDays: readonly { closedOn: string; name: string }[];
};

/** The working days that one item needs in the lab, usual and rushed; `days` may have halves. */
export type ItemDays = { name: string; days: number; rushDays: number };

const DAY = 86_400_000;
const FARTHEST = 1000;

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day so many calendar days after another. */
export const addDays = (day: string, days: number): string => new Date(at(day) + days * DAY).toISOString().slice(0, 10);

/** ISO weekday of a day: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay() || 7;

/** The day and time (`HH:MM`) that the clocks of a zone show at an instant. */
export function localNow(now: Date, timeZone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
}

/** Whether the lab works on a day. */
export function isWorkingDay(day: string, calendar: LabCalendar): boolean {
  return calendar.workingWeekdays.includes(weekdayOf(day)) && !calendar.closingDays.some((c) => c.closedOn === day);
}

/** The working day so many working days after (or, negative, before) a day; 0 gives the day itself when it is worked, else the next. */
export function addWorkingDays(day: string, days: number, calendar: LabCalendar): string {
  const step = days < 0 ? -1 : 1;
  let current = day;
  let left = Math.abs(days);
  for (let i = 0; i < FARTHEST; i++) {
    if (left === 0 && isWorkingDay(current, calendar)) return current;
    current = addDays(current, step);
    if (left > 0 && isWorkingDay(current, calendar)) left--;
  }
  throw new Error("This calendar has no working days.");
}

/** The day a case leaves the lab so that it is at the practice on `dueOn`. */
export const shipByFor = (dueOn: string, transitDays: number, calendar: LabCalendar): string =>
  addWorkingDays(dueOn, -transitDays, calendar);
