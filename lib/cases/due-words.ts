import type { Plan } from "./due-date";

/** The refusals of a wanted day, in words; the earliest possible day follows them. */
export const wantedDayWords = {
  past: "This day is past.",
  too_early: "This is earlier than the lab can make it.",
  too_far: "This is more than a year away.",
  closed: "The lab does not deliver on this day.",
} as const;

const dayWords = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/[\u202f\u00a0]/g, " ");

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** "The earliest is Mon, 30 Nov." in the lab's locale (BCP 47). */
export const earliestWords = (plan: Plan, locale: string): string => `The earliest is ${dayWords(plan.dueOn, locale)}.`;

/** Why that day and no earlier: what takes how long, counted from when, and the days that do not count. */
export function reasonWords(plan: Plan, locale: string): string {
  const parts = [
    plan.slowest && `${plan.slowest.name}: ${count(plan.labDays, "working day", "working days")}`,
    plan.impressionDays > 0 && "1 for the physical impression",
    plan.transitDays > 0 && `${count(plan.transitDays, "day", "days")} on the way`,
  ].filter(Boolean);
  const start =
    plan.startsLater === "after_closing"
      ? ` The lab has closed for today, so it counts from ${dayWords(plan.startsOn, locale)}.`
      : plan.startsLater === "closed_today"
        ? ` The lab is closed today, so it counts from ${dayWords(plan.startsOn, locale)}.`
        : "";
  const closed = plan.closed.length > 0 ? ` Closed: ${plan.closed.map((c) => c.name).join(", ")}.` : "";
  return `${parts.join(" + ")}.${start}${closed}`;
}
