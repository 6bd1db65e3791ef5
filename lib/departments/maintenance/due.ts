import { DateTime } from "luxon";

export const UNITS = ["days", "weeks", "months", "run_hours", "cycles"] as const;
export type MaintenanceUnit = (typeof UNITS)[number];
export const UNIT_LABEL: Record<MaintenanceUnit, [one: string, many: string]> = {
  days: ["day", "days"],
  weeks: ["week", "weeks"],
  months: ["month", "months"],
  run_hours: ["hour run", "hours run"],
  cycles: ["cycle", "cycles"],
};

/** "every 2 weeks", "every 500 hours run". */
export const everyWords = ({ every, unit }: { every: number; unit: MaintenanceUnit }): string =>
  every === 1 ? `every ${UNIT_LABEL[unit][0]}` : `every ${every} ${UNIT_LABEL[unit][1]}`;

export type Counted = {
  every: number;
  unit: MaintenanceUnit;
  /** The day from which it is counted (`YYYY-MM-DD`): that of the last time, or of the plan. */
  since: string;
  warnDays: number;
  /** What the machine did after that day, by its log. */
  runSeconds: number;
  cycles: number;
};

export type DueState = "overdue" | "due" | "later";
export type Due = {
  state: DueState;
  /** The day it falls due; for hours and cycles reckoned from how the machine was used since, null when it was not. */
  on: string | null;
  reckoned: boolean;
  /** Of hours and cycles, how many of `every` are used. */
  used: number | null;
};

/**
 * When a maintenance falls due, seen from `today`. By the calendar: so many days, weeks or months after `since` (the last day of a shorter
 * month). By use: when the machine ran so many hours or cycles; the day is reckoned from its use per day since. It is overdue after its
 * day or once its use is reached, and due `warnDays` before.
 */
export function dueOf(plan: Counted, today: string): Due {
  const since = DateTime.fromISO(plan.since, { zone: "utc" });
  if (plan.unit === "run_hours" || plan.unit === "cycles") {
    const used = plan.unit === "cycles" ? plan.cycles : plan.runSeconds / 3600;
    const left = plan.every - used;
    if (left <= 0) return { state: "overdue", on: today, reckoned: true, used };
    const elapsed = Math.max(1, DateTime.fromISO(today, { zone: "utc" }).diff(since, "days").days);
    const on = used > 0 ? dayAfter(today, Math.min(3650, Math.ceil((left * elapsed) / used))) : null;
    return { state: on !== null && on <= dayAfter(today, plan.warnDays) ? "due" : "later", on, reckoned: true, used };
  }
  const on = since.plus({ [plan.unit]: plan.every }).toISODate() as string;
  const state = on < today ? "overdue" : on <= dayAfter(today, plan.warnDays) ? "due" : "later";
  return { state, on, reckoned: false, used: null };
}

const dayAfter = (day: string, days: number) =>
  DateTime.fromISO(day, { zone: "utc" }).plus({ days }).toISODate() as string;
