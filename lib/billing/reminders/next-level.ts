import type { ReminderLevel } from "./levels";

/** The last reminder of an invoice: its level (from 1) and how many days ago it was sent. */
export type LastReminder = { level: number; daysAgo: number };

/**
 * The level (from 1) at which an invoice is to be reminded of today, or null. Levels are never skipped, and each waits as long after the
 * one before as their days lie apart: a practice first reminded after 40 days is not given the final reminder on the next day.
 */
export function nextLevel(
  levels: readonly Pick<ReminderLevel, "days">[],
  daysOverdue: number,
  last: LastReminder | null,
): number | null {
  const reached = last?.level ?? 0;
  const next = levels[reached];
  if (!next || daysOverdue < next.days) return null;
  if (!last) return 1;
  const before = levels[reached - 1];
  return before && last.daysAgo < next.days - before.days ? null : reached + 1;
}
