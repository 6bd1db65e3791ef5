import { addDays, addWorkingDays, isWorkingDay, type LabCalendar, weekdayOf } from "./due-date";

/** When a practice takes nothing in: weekdays (ISO, 1 Monday … 7 Sunday) and stretches of days, both ends included. */
export type PracticeDays = {
  closedWeekdays: readonly number[];
  closings: readonly { from: string; to: string; name: string }[];
};

/** A day on which the practice is shut; the name of the closing, null for one of its weekly days. */
export type PracticeClosed = { day: string; name: string | null };

const FARTHEST = 400;

/** Why a practice is shut on a day, or null when it is open. */
export function practiceClosedOn(day: string, practice: PracticeDays): PracticeClosed | null {
  const closing = practice.closings.find(({ from, to }) => from <= day && day <= to);
  if (closing) return { day, name: closing.name };
  return practice.closedWeekdays.includes(weekdayOf(day)) ? { day, name: null } : null;
}

/** Whether something can be handed over at the practice on a day: the lab delivers and the practice is open. */
export const isHandoverDay = (day: string, calendar: LabCalendar, practice: PracticeDays): boolean =>
  isWorkingDay(day, calendar) && !practiceClosedOn(day, practice);

/**
 * The first day from `day` on which something can be handed over, with the days before it that the lab would have delivered on but
 * the practice is shut. A practice that is never open in over a year is taken as always open.
 */
export function nextHandover(
  day: string,
  calendar: LabCalendar,
  practice: PracticeDays,
): { day: string; passed: PracticeClosed[] } {
  const passed: PracticeClosed[] = [];
  let current = day;
  for (let i = 0; i < FARTHEST; i++) {
    const closed = practiceClosedOn(current, practice);
    if (isWorkingDay(current, calendar)) {
      if (!closed) return { day: current, passed };
      passed.push(closed);
    }
    current = addDays(current, 1);
  }
  return { day: addWorkingDays(day, 0, calendar), passed: [] };
}

/** The working days from a day on, by number: 0 is the day itself when it is worked, else the next. Each is reckoned once. */
export function workingDaysFrom(day: string, calendar: LabCalendar): (n: number) => string {
  const days: string[] = [];
  return (n) => {
    for (let last = days.at(-1); days.length <= n; last = days.at(-1))
      days.push(last ? addWorkingDays(last, 1, calendar) : addWorkingDays(day, 0, calendar));
    return days[n] ?? day;
  };
}
