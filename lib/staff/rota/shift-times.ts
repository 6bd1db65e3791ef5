import { DateTime } from "luxon";

/**
 * The instants of a shift that begins on `day` at `from` and ends at `to` on the lab's clocks (`zone`), the next day when `to` is not
 * later. A time that the clocks leave out in spring moves on by the hour left out.
 */
export function shiftInstants(day: string, from: string, to: string, zone: string): { startsAt: Date; endsAt: Date } {
  const at = (on: string, clock: string) => DateTime.fromISO(`${on}T${clock}`, { zone }).toJSDate();
  return { startsAt: at(day, from), endsAt: at(to > from ? day : daysAfter(day, 1), to) };
}

/** The lab's day and clock at an instant. */
export function clockOf(instant: Date, zone: string): { day: string; clock: string } {
  const there = DateTime.fromJSDate(instant, { zone });
  return { day: there.toISODate() as string, clock: there.toFormat("HH:mm") };
}

/** The day so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: "utc" }).plus({ days }).toISODate() as string;

/** The Monday of the week a day lies in. */
export const mondayOf = (day: string): string =>
  DateTime.fromISO(day, { zone: "utc" }).startOf("week").toISODate() as string;

/** The days of a week from its Monday, or of a month with the whole weeks at its ends. */
export function rotaDays(view: "week" | "month", day: string): string[] {
  const at = DateTime.fromISO(day, { zone: "utc" });
  const first = at.startOf(view === "week" ? "week" : "month").startOf("week");
  const last = at.endOf(view === "week" ? "week" : "month").endOf("week");
  const count = Math.round(last.diff(first, "days").days);
  return Array.from({ length: count }, (_, n) => first.plus({ days: n }).toISODate() as string);
}
