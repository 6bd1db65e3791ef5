import { DateTime } from "luxon";
import { MOST_IN_SERIES, type Repeat } from "./vocabulary";

/**
 * The days (`YYYY-MM-DD`) of a series from its first to `until`, both in it: every week, or every month on the same day of the month,
 * where a month without that day is left out (as RFC 5545 has it). At most MOST_IN_SERIES and one more, which says that it is too many.
 */
export function daysOfSeries(first: string, repeat: Repeat, until: string): string[] {
  const start = DateTime.fromISO(first, { zone: "utc" });
  const days: string[] = [];
  for (let step = 0; days.length <= MOST_IN_SERIES; step++) {
    const day = start.plus(repeat === "weekly" ? { weeks: step } : { months: step });
    const text = day.toISODate() as string;
    if (text > until) break;
    if (repeat === "weekly" || day.day === start.day) days.push(text);
  }
  return days;
}
