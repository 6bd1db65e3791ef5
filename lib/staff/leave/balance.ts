import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { LeaveSpan } from "../day-words";
import { leaveDays } from "./leave-days";

/** Holiday of a year, in days: what one may take, what is approved, what is asked for, and what is left of it all. */
export type LeaveBalance = { year: number; allowance: number; approved: number; requested: number; left: number };

/**
 * The days (`YYYY-MM-DD`) from `from` to `to` on which a person would work: the lab works, and their week has the weekday. Whoever has
 * no weekly time on a day is taken to work whenever the lab does.
 */
export async function workedDays(tx: Transaction, profileId: string, from: string, to: string): Promise<string[]> {
  const rows = await tx.rows<{ day: string }>(sql`
    WITH valid AS (
      SELECT weekday, coalesce(valid_from, '-infinity') AS since, coalesce(valid_to, 'infinity') AS until
      FROM staff_schedules WHERE staff_profile_id = ${profileId}
    )
    SELECT d.day FROM labs l, LATERAL (
      SELECT ${from}::date + n AS day FROM generate_series(0, least(${to}::date - ${from}::date, 800)) n) d
    WHERE extract(isodow FROM d.day)::int = ANY (l.working_weekdays)
      AND NOT EXISTS (SELECT FROM lab_closing_days c WHERE c.closed_on = d.day)
      AND (NOT EXISTS (SELECT FROM valid v WHERE d.day BETWEEN v.since AND v.until)
        OR EXISTS (SELECT FROM valid v WHERE d.day BETWEEN v.since AND v.until AND v.weekday = extract(isodow FROM d.day)))
    ORDER BY d.day`);
  return rows.map(({ day }) => day);
}

/** How a person's holiday of a year stands. Leave over the turn of a year counts in each by its own days. */
export async function leaveBalance(tx: Transaction, profileId: string, year: number): Promise<LeaveBalance> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const profile = await tx.row<{ allowance: string }>(
    sql`SELECT leave_days_per_year AS allowance FROM staff_profiles WHERE id = ${profileId}`,
  );
  const worked = await workedDays(tx, profileId, first, last);
  const taken = await tx.rows<LeaveSpan & { status: string }>(sql`
    SELECT from_day AS "fromDay", to_day AS "toDay", half_first AS "halfFirst", half_last AS "halfLast", status FROM leave_requests
    WHERE staff_profile_id = ${profileId} AND kind = 'holiday' AND status IN ('requested', 'approved')
      AND from_day <= ${last}::date AND to_day >= ${first}::date`);
  const sum = (status: string) =>
    taken.filter((leave) => leave.status === status).reduce((days, leave) => days + leaveDays(leave, worked), 0);
  const allowance = Number(profile?.allowance ?? 25);
  const [approved, requested] = [sum("approved"), sum("requested")];
  return { year, allowance, approved, requested, left: allowance - approved - requested };
}
