import { DateTime } from "luxon";

/**
 * The instant (ISO, UTC) at which the lab's clocks show `clock` (`HH:MM`) on `day` (`YYYY-MM-DD`); null when they never do, as in the
 * hour that is left out in spring. Of an hour that comes twice in autumn it is the first.
 */
export function instantOf(day: string, clock: string, zone: string): string | null {
  const there = DateTime.fromISO(`${day}T${clock}`, { zone });
  if (!there.isValid || there.toFormat("yyyy-MM-dd HH:mm") !== `${day} ${clock}`) return null;
  return utc(DateTime.min(...there.getPossibleOffsets()) as DateTime);
}

/** The lab's day and clock at an instant (ISO). */
export function labClock(iso: string, zone: string): { day: string; clock: string } {
  const there = DateTime.fromISO(iso, { zone });
  return { day: there.toISODate() as string, clock: there.toFormat("HH:mm") };
}

/** The instant at which a day of the lab begins; where its midnight is left out, when its first minute comes. */
export const startOfDay = (day: string, zone: string): string => utc(DateTime.fromISO(day, { zone }).startOf("day"));

/** So many days after a day. */
export const dayAfter = (day: string, days = 1): string =>
  DateTime.fromISO(day, { zone: "utc" }).plus({ days }).toISODate() as string;

/** How many days `to` is after `from`. */
export const daysBetween = (from: string, to: string): number =>
  DateTime.fromISO(to, { zone: "utc" }).diff(DateTime.fromISO(from, { zone: "utc" }), "days").days;

/** "Tue 24 Nov 2026, 10:00–11:00" in the lab's zone and language; with both days where it ends on another. */
export function spanWords(startsAt: string, endsAt: string, zone: string, locale: string): string {
  const [from, to] = [startsAt, endsAt].map((iso) => DateTime.fromISO(iso, { zone }).setLocale(locale)) as [
    DateTime,
    DateTime,
  ];
  const day = (at: DateTime) =>
    at.toLocaleString({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const clock = (at: DateTime) => at.toLocaleString({ hour: "2-digit", minute: "2-digit" });
  return from.hasSame(to, "day")
    ? `${day(from)}, ${clock(from)}–${clock(to)}`
    : `${day(from)}, ${clock(from)} – ${day(to)}, ${clock(to)}`;
}

const utc = (at: DateTime): string => at.toUTC().toISO({ suppressMilliseconds: false }) as string;
