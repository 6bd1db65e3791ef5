import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { LeaveSpan } from "../day-words";
import type { LeaveKind, LeaveStatus } from "../vocabulary";
import { workedDays } from "./balance";
import { leaveDays } from "./leave-days";

export type Leave = LeaveSpan & {
  id: string;
  version: number;
  userId: string;
  profileId: string;
  name: string;
  departmentId: string | null;
  department: string | null;
  kind: LeaveKind;
  status: LeaveStatus;
  note: string | null;
  answer: string | null;
  askedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
};

const LEAVE = sql`
  SELECT r.id, r.version, p.user_id AS "userId", p.id AS "profileId", u.name, d.id AS "departmentId", d.name AS department, r.kind, r.status,
    r.from_day AS "fromDay", r.to_day AS "toDay", r.half_first AS "halfFirst", r.half_last AS "halfLast", r.note, r.answer,
    r.created_at AS "askedAt", r.decided_at AS "decidedAt", b.name AS "decidedBy"
  FROM leave_requests r JOIN staff_profiles p ON p.lab_id = r.lab_id AND p.id = r.staff_profile_id JOIN users u ON u.id = p.user_id
  LEFT JOIN departments d ON d.lab_id = p.lab_id AND d.id = p.department_id LEFT JOIN users b ON b.id = r.decided_by_id`;

/** The requests that wait for an answer, the soonest leave first; at most 100. */
export const waitingLeave = (tx: Transaction): Promise<Leave[]> =>
  tx.rows(sql`${LEAVE} WHERE r.status = 'requested' ORDER BY r.from_day, r.id LIMIT 100`);

/** A person's leave, the latest first; at most 50. */
export const leaveOf = (tx: Transaction, userId: string): Promise<Leave[]> =>
  tx.rows(sql`${LEAVE} WHERE p.user_id = ${userId} ORDER BY r.from_day DESC, r.id DESC LIMIT 50`);

/** Approved leave of anybody that is not over on `today`, the soonest first; at most 50. */
export const comingLeave = (tx: Transaction, today: string): Promise<Leave[]> =>
  tx.rows(sql`${LEAVE} WHERE r.status = 'approved' AND r.to_day >= ${today}::date ORDER BY r.from_day, r.id LIMIT 50`);

/** One day of a department with and without a leave, in units. */
export type EffectDay = { day: string; before: number; after: number };

export type LeaveToDecide = Leave & {
  /** How many of the person's working days it takes. */
  days: number;
  /** Leave of others of the department at the same time, asked for or approved. */
  others: Leave[];
  /** What the department could do on its working days, and could still do; empty where it has no bound. */
  effect: EffectDay[];
};

const MOST_DAYS_SHOWN = 60;

/** A leave request with what approving it would mean, or null. */
export async function leaveToDecide(tx: Transaction, id: string): Promise<LeaveToDecide | null> {
  const leave = await tx.row<Leave>(sql`${LEAVE} WHERE r.id = ${id}`);
  if (!leave) return null;
  const { profileId, departmentId, fromDay, toDay } = leave;
  const others = await tx.rows<Leave>(sql`
    ${LEAVE} WHERE p.department_id = ${departmentId}::uuid AND r.id <> ${id} AND r.staff_profile_id <> ${profileId}
      AND r.status IN ('requested', 'approved') AND r.from_day <= ${toDay}::date AND r.to_day >= ${fromDay}::date
    ORDER BY r.from_day, r.id LIMIT 50`);
  const effect = await tx.rows<EffectDay>(sql`
    SELECT a.day, a.capacity AS before, b.capacity AS after
    FROM department_capacity(${fromDay}::date, ${toDay}::date) a
    JOIN department_capacity(${fromDay}::date, ${toDay}::date, ${id}::uuid) b USING (department_id, day)
    WHERE department_id = ${departmentId}::uuid AND a.capacity > 0 ORDER BY a.day LIMIT ${MOST_DAYS_SHOWN}`);
  const worked = await workedDays(tx, profileId, fromDay, toDay);
  return { ...leave, days: leaveDays(leave, worked), others, effect };
}
