import { DateTime } from "luxon";

/** The first day of the month so many months back, this month counted, in a zone (IANA), as `YYYY-MM-DD`. */
export const monthsBack = (months: number, timeZone: string, now: DateTime = DateTime.now()): string =>
  now
    .setZone(timeZone)
    .startOf("month")
    .minus({ months: months - 1 })
    .toISODate() as string;

/** A month in words: `2026-11-01` as "Nov 2026" in the locale (BCP 47). */
export const monthName = (month: string, locale: string): string =>
  DateTime.fromISO(month, { zone: "utc" }).setLocale(locale).toLocaleString({ month: "short", year: "numeric" });

/** `2026-11-01` as `2026-11`, the form an address carries. */
export const monthKey = (month: string): string => month.slice(0, 7);
