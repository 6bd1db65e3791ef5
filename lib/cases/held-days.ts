import { addDays, isWorkingDay, type LabCalendar } from "./due-date";

/** How many of the lab's working days lie from `from` up to, not with, `to`; 0 when `to` is not later. */
export function heldWorkingDays(from: string, to: string, calendar: LabCalendar): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}
