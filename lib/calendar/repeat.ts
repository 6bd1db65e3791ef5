import { DateTime } from "luxon";
import { instantOf, labClock } from "./lab-time";
import { MOST_IN_SERIES, type Repeat } from "./vocabulary";

/** A day (`YYYY-MM-DD`) on which the lab is shut, and why. */
export type Closing = { day: string; name: string };

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

/** The days of a series on which the lab is open, and those it leaves out because the lab is shut. */
export function withoutClosings(
  days: readonly string[],
  closings: readonly Closing[],
): { days: string[]; leftOut: Closing[] } {
  return {
    days: days.filter((day) => !closings.some((closing) => closing.day === day)),
    leftOut: closings.filter(({ day }) => days.includes(day)),
  };
}

/**
 * The instants (ISO) at which a series would be by its rule and is not, between its first one and `until`. `slots` are those at which
 * it is by its rule, the first one first; the clock is that of the first in the zone.
 */
export function leftOutOf(
  slots: readonly [string, ...string[]],
  repeat: Repeat,
  until: string,
  zone: string,
): string[] {
  const first = labClock(slots[0], zone);
  const kept = new Set(slots.map((slot) => Date.parse(slot)));
  return daysOfSeries(first.day, repeat, until)
    .flatMap((day) => instantOf(day, first.clock, zone) ?? [])
    .filter((slot) => !kept.has(Date.parse(slot)));
}
