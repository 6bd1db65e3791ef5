/** "November 2026" of the first day of a month (`YYYY-MM-DD`), by locale (BCP 47). */
export function monthName(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
