const STEP_MS = 5 * 60_000;
const AROUND_MS = 15 * 60_000;

/** The half hour around an expected time in which a practice may count on the driver: a quarter before and after, to five minutes. */
export function arrivalWindow(expectedAt: Date): { from: Date; to: Date } {
  const middle = Math.round(expectedAt.getTime() / STEP_MS) * STEP_MS;
  return { from: new Date(middle - AROUND_MS), to: new Date(middle + AROUND_MS) };
}

/** That half hour on the lab's clock, e.g. "10:40–11:10". `zone` is IANA. */
export function windowWords(expectedAt: Date, { locale, timeZone }: { locale: string; timeZone: string }): string {
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
  const { from, to } = arrivalWindow(expectedAt);
  return `${clock.format(from)}–${clock.format(to)}`.replace(/[\u202f\u00a0]/g, " ");
}

/** How long until then in words of five minutes: "in about 15 minutes", at least five. Times are milliseconds. */
export function minutesWords(expectedAt: number, now: number): string {
  const minutes = Math.max(5, Math.round((expectedAt - now) / STEP_MS) * 5);
  return `in about ${minutes} minutes`;
}
