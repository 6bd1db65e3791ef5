export type DateStyle = "date" | "day" | "time" | "datetime" | "full";

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  day: { weekday: "short", day: "numeric", month: "short" },
  time: { hour: "2-digit", minute: "2-digit" },
  datetime: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  full: { dateStyle: "full", timeStyle: "long" },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: DateStyle, locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${style}|${locale}|${zone}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: zone });
    formats.set(key, found);
  }
  return found;
}

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * An instant as words in a zone and locale. A bare day (`YYYY-MM-DD`) has no zone and stays that day everywhere.
 * Server and browser may differ in kinds of space, so all become plain ones. An unreadable text comes back as it is.
 */
export function dateText(iso: string, style: DateStyle, locale: string, zone: string): string {
  const bare = DAY_ONLY.test(iso);
  const date = new Date(bare ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(date.getTime())) return iso;
  return format(style, locale, bare ? "UTC" : zone)
    .format(date)
    .replace(/[\u202f\u00a0]/g, " ");
}

const steps: [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3600, 60, "minute"],
  [86_400, 3600, "hour"],
  [7 * 86_400, 86_400, "day"],
];

/** "5 minutes ago", "in 2 hours", "yesterday"; null when more than a week away, where a date reads better. */
export function relativeText(iso: string, now: number, locale: string): string | null {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const distance = Math.abs(seconds);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (distance < 45) return words.format(0, "second");
  for (const [limit, size, unit] of steps) {
    if (distance < limit - size / 2) return words.format(Math.round(seconds / size), unit);
  }
  return null;
}
