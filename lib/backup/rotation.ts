import { DateTime } from "luxon";

/** How many are kept: the newest of so many days, weeks and months that have one. */
const KEPT = { days: 7, weeks: 5, months: 12 };

/**
 * Which backups may go: all but the newest of each of the last seven days, five weeks and twelve months that have one (UTC).
 * @param taken when each was taken, ISO instants.
 */
export function outdated(taken: readonly string[]): string[] {
  const newestFirst = taken.toSorted().reverse();
  const kept = new Set<string>();
  const spans = [
    [KEPT.days, "yyyy-LL-dd"],
    [KEPT.weeks, "kkkk-'W'WW"],
    [KEPT.months, "yyyy-LL"],
  ] as const;
  for (const [most, format] of spans) {
    const seen = new Set<string>();
    for (const at of newestFirst) {
      const span = DateTime.fromISO(at, { zone: "utc" }).toFormat(format);
      if (seen.has(span) || seen.size === most) continue;
      seen.add(span);
      kept.add(at);
    }
  }
  return newestFirst.filter((at) => !kept.has(at));
}
