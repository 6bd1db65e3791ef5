import { DateTime } from "luxon";

/** The first days of so many months up to and with the month of `day` (`YYYY-MM-DD`), the oldest first. */
export function monthsUpTo(day: string, count: number): string[] {
  const last = DateTime.fromISO(day, { zone: "utc" }).startOf("month");
  return Array.from({ length: count }, (_, i) => last.minus({ months: count - 1 - i }).toISODate() as string);
}

/** A month (`YYYY-MM-DD` of any of its days) in words: "Nov 2026". */
export const monthWords = (day: string, locale: string): string =>
  new Date(`${day.slice(0, 7)}-01T00:00:00Z`).toLocaleDateString(locale, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
