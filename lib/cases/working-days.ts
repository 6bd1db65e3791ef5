import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** When a lab works: ISO weekdays (1 = Monday) without its closing days. Days are `YYYY-MM-DD`, without a zone. */
export type WorkingCalendar = { weekdays: readonly number[]; closed: ReadonlySet<string> };

const DAY_MS = 86_400_000;
const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export function isWorkingDay(day: string, calendar: WorkingCalendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return calendar.weekdays.includes(weekday) && !calendar.closed.has(day);
}

/** The day `count` working days after `day`, or before it when negative. No days leave it as it is, working day or not. */
export function addWorkingDays(day: string, count: number, calendar: WorkingCalendar): string {
  const step = Math.sign(count);
  let left = Math.abs(count);
  let reached = day;
  while (left > 0) {
    reached = shift(reached, step);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}

/** How many working days lie from `from` up to, not with, `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = from; day < to; day = shift(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** The day it is in a zone (IANA) at an instant. */
export function dayIn(zone: string, instant: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(instant);
}

/** The acting lab's calendar, with the closing days from one year ago on. */
export async function workingCalendar(tx: Transaction): Promise<WorkingCalendar> {
  const found = await tx.row<{ weekdays: number[]; closed: string[] }>(sql`
    SELECT working_weekdays AS weekdays,
      ARRAY(SELECT closed_on::text FROM lab_closing_days WHERE closed_on > current_date - 366) AS closed
    FROM labs WHERE id = app_lab_id()`);
  return { weekdays: found?.weekdays ?? [1, 2, 3, 4, 5], closed: new Set(found?.closed ?? []) };
}
