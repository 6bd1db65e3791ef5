/** A day (`YYYY-MM-DD`) in a lab's locale (BCP 47), short: "Mon 30 Nov". */
export const dayWords = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/[\u202f\u00a0]/g, " ")
    .replace(/^(\p{L}+\.?),/u, "$1");

/** Days away: both ends included, `halfFirst` from midday of the first on, `halfLast` until midday of the last. */
export type LeaveSpan = { fromDay: string; toDay: string; halfFirst: boolean; halfLast: boolean };

/** "Mon 30 Nov, from midday" or "Mon 30 Nov to Wed 2 Dec, until midday". */
export function spanWords({ fromDay, toDay, halfFirst, halfLast }: LeaveSpan, locale: string): string {
  const days =
    fromDay === toDay ? dayWords(fromDay, locale) : `${dayWords(fromDay, locale)} to ${dayWords(toDay, locale)}`;
  return [days, halfFirst && "from midday", halfLast && "until midday"].filter(Boolean).join(", ");
}

/** "1 day", "2.5 days". */
export const daysWords = (days: number): string => `${days} ${days === 1 ? "day" : "days"}`;
