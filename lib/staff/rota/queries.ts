import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ExceptionKind, LeaveKind } from "../vocabulary";

/** A day of the rota; `closing` names why the lab is shut, `works` is false then and on its weekdays off. */
export type RotaDay = { day: string; works: boolean; closing: string | null };
/** A shift on the day it begins; clock times of the lab. `elsewhere` names the department when it is not the person's own. */
export type RotaShift = {
  id: string;
  version: number;
  from: string;
  to: string;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  breakMinutes: number;
  departmentId: string | null;
  elsewhere: string | null;
  note: string | null;
  draft: boolean;
};
/** What a person has on a day: shifts, else their weekly time; an exception; leave (`kind` null for those who may not know). */
export type RotaCell = {
  hours: { from: string; to: string } | null;
  shifts: RotaShift[];
  exception: { kind: ExceptionKind; from: string | null; to: string | null } | null;
  leave: { kind: LeaveKind | null; part: "all" | "morning" | "afternoon"; asked: boolean } | null;
};
export type RotaRow = {
  userId: string;
  name: string;
  departmentId: string | null;
  department: string | null;
  cells: Record<string, RotaCell>;
};
export type Rota = { days: RotaDay[]; rows: RotaRow[] };

/** Whom and what a reader may see: drafts and kinds of leave of everybody, or (`ownId`) the kind of their own leave alone. */
export type RotaReader = { manages: boolean; ownId: string | null };

type Wanted = { from: string; to: string; departmentId: string | null; userId?: string };
type Of<T> = T & { profileId: string; day: string };

const emptyCell = (): RotaCell => ({ hours: null, shifts: [], exception: null, leave: null });

/** The rota of the acting lab from `from` to `to` (its days, both included), by department and name; at most 200 people. */
export async function rotaOf(tx: Transaction, wanted: Wanted, reader: RotaReader): Promise<Rota> {
  const { from, to, departmentId, userId } = wanted;
  const days = await tx.rows<RotaDay>(sql`
    SELECT d.day, extract(isodow FROM d.day)::int = ANY (l.working_weekdays) AND c.name IS NULL AS works, c.name AS closing
    FROM labs l CROSS JOIN LATERAL (SELECT ${from}::date + n AS day FROM generate_series(0, ${to}::date - ${from}::date) n) d
    LEFT JOIN LATERAL (SELECT name FROM lab_closing_days c WHERE c.closed_on = d.day LIMIT 1) c ON true ORDER BY d.day`);
  const people = await tx.rows<Omit<RotaRow, "cells"> & { profileId: string | null }>(sql`
    SELECT u.id AS "userId", p.id AS "profileId", u.name, d.id AS "departmentId", d.name AS department
    FROM memberships m JOIN users u ON u.id = m.user_id JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    LEFT JOIN staff_profiles p ON p.lab_id = m.lab_id AND p.user_id = m.user_id
    LEFT JOIN departments d ON d.lab_id = p.lab_id AND d.id = p.department_id
    WHERE m.status = 'active' AND r.kind <> 'dentist' AND coalesce(p.left_on >= ${from}::date, true)
      ${userId ? sql`AND u.id = ${userId}::uuid` : emptySql}
      ${
        departmentId
          ? sql`AND (d.id = ${departmentId}::uuid OR EXISTS (SELECT FROM shifts s WHERE s.staff_profile_id = p.id AND s.department_id = ${departmentId}::uuid
        AND s.starts_at >= ${from}::date - 1 AND s.starts_at < ${to}::date + 2))`
          : emptySql
      }
    ORDER BY d.name NULLS LAST, u.name, u.id LIMIT 200`);
  const ids = people.flatMap(({ profileId }) => profileId ?? []);
  const cells = new Map<string, Record<string, RotaCell>>(ids.map((id) => [id, {}]));
  const cell = ({ profileId, day }: { profileId: string; day: string }): RotaCell => {
    const row = cells.get(profileId) ?? {};
    row[day] ??= emptyCell();
    return row[day];
  };
  for (const { hours, ...at } of await hoursOf(tx, ids, from, to)) cell(at).hours = hours;
  for (const { profileId, day, ...shift } of await shiftsOf(tx, ids, from, to, reader.manages))
    cell({ profileId, day }).shifts.push(shift);
  for (const { profileId, day, ...exception } of await exceptionsOf(tx, ids, from, to))
    cell({ profileId, day }).exception = exception;
  const own = people.find((one) => one.userId === reader.ownId)?.profileId;
  for (const { profileId, day, kind, ...leave } of await leaveOn(tx, ids, from, to)) {
    const known = reader.manages || profileId === own;
    if (known || !leave.asked) cell({ profileId, day }).leave = { kind: known ? kind : null, ...leave };
  }
  return {
    days,
    rows: people.map(({ profileId, ...person }) => ({ ...person, cells: (profileId && cells.get(profileId)) || {} })),
  };
}

const hoursOf = (tx: Transaction, ids: string[], from: string, to: string) =>
  tx.rows<Of<{ hours: RotaCell["hours"] }>>(sql`
    SELECT s.staff_profile_id AS "profileId", d.day, jsonb_build_object('from', s.starts_at, 'to', s.ends_at) AS hours
    FROM (SELECT ${from}::date + n AS day FROM generate_series(0, ${to}::date - ${from}::date) n) d
    JOIN staff_schedules s ON s.weekday = extract(isodow FROM d.day) AND d.day BETWEEN coalesce(s.valid_from, '-infinity') AND coalesce(s.valid_to, 'infinity')
    JOIN labs l ON extract(isodow FROM d.day)::int = ANY (l.working_weekdays)
    WHERE s.staff_profile_id = ANY (${ids}::uuid[]) AND NOT EXISTS (SELECT FROM lab_closing_days c WHERE c.closed_on = d.day)`);

const shiftsOf = (tx: Transaction, ids: string[], from: string, to: string, drafts: boolean) =>
  tx.rows<Of<RotaShift>>(sql`
    SELECT s.id, s.version, s.staff_profile_id AS "profileId", (s.starts_at AT TIME ZONE l.time_zone)::date AS day,
      to_char(s.starts_at AT TIME ZONE l.time_zone, 'HH24:MI') AS "from", to_char(s.ends_at AT TIME ZONE l.time_zone, 'HH24:MI') AS "to",
      to_char(s.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "startsAt", to_char(s.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "endsAt",
      s.break_minutes AS "breakMinutes", s.department_id AS "departmentId", s.note, s.published_at IS NULL AS draft,
      CASE WHEN s.department_id IS DISTINCT FROM p.department_id THEN d.name END AS elsewhere
    FROM shifts s JOIN labs l ON l.id = s.lab_id JOIN staff_profiles p ON p.lab_id = s.lab_id AND p.id = s.staff_profile_id
    LEFT JOIN departments d ON d.lab_id = s.lab_id AND d.id = s.department_id
    WHERE s.staff_profile_id = ANY (${ids}::uuid[]) ${drafts ? emptySql : sql`AND s.published_at IS NOT NULL`}
      AND (s.starts_at AT TIME ZONE l.time_zone)::date BETWEEN ${from}::date AND ${to}::date
      AND s.starts_at >= ${from}::date - 1 AND s.starts_at < ${to}::date + 2
    ORDER BY s.starts_at`);

const exceptionsOf = (tx: Transaction, ids: string[], from: string, to: string) =>
  tx.rows<Of<NonNullable<RotaCell["exception"]>>>(sql`
    SELECT staff_profile_id AS "profileId", day, kind, starts_at AS "from", ends_at AS "to" FROM schedule_exceptions
    WHERE staff_profile_id = ANY (${ids}::uuid[]) AND day BETWEEN ${from}::date AND ${to}::date`);

const leaveOn = (tx: Transaction, ids: string[], from: string, to: string) =>
  tx.rows<Of<{ kind: LeaveKind; part: "all" | "morning" | "afternoon"; asked: boolean }>>(sql`
    SELECT r.staff_profile_id AS "profileId", d.day, r.kind, r.status = 'requested' AS asked,
      CASE WHEN r.half_first AND d.day = r.from_day THEN 'afternoon' WHEN r.half_last AND d.day = r.to_day THEN 'morning' ELSE 'all' END AS part
    FROM leave_requests r JOIN LATERAL (SELECT ${from}::date + n AS day FROM generate_series(0, ${to}::date - ${from}::date) n) d
      ON d.day BETWEEN r.from_day AND r.to_day
    WHERE r.staff_profile_id = ANY (${ids}::uuid[]) AND r.status IN ('requested', 'approved')
      AND r.from_day <= ${to}::date AND r.to_day >= ${from}::date
    ORDER BY r.status`);
