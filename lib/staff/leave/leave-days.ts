import type { LeaveSpan } from "../day-words";

/** How many days a leave takes of those on which the person would have worked (`YYYY-MM-DD`); halves at its ends count as such. */
export function leaveDays({ fromDay, toDay, halfFirst, halfLast }: LeaveSpan, worked: readonly string[]): number {
  return worked
    .filter((day) => fromDay <= day && day <= toDay)
    .reduce(
      (sum, day) => sum + 1 - (halfFirst && day === fromDay ? 0.5 : 0) - (halfLast && day === toDay ? 0.5 : 0),
      0,
    );
}
