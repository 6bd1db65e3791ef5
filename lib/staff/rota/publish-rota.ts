import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { emptySql, sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { dayWords } from "../day-words";
import type { copyWeekSchema, publishSchema } from "./schema";
import { mondayOf } from "./shift-times";

const inWeek = (monday: string) => sql`
  (s.starts_at AT TIME ZONE l.time_zone)::date BETWEEN ${monday}::date AND ${monday}::date + 6`;
const ofDepartment = (departmentId: string | null) =>
  departmentId ? sql`AND coalesce(s.department_id, p.department_id) = ${departmentId}::uuid` : emptySql;

/**
 * Publishes the drafts of a week, of a department or of the whole lab: from then on they count for capacity, and each person is told.
 * Answers how many shifts that were; publishing again what is published does nothing.
 */
export async function publishRota(
  { actor, tx }: Context,
  { week, departmentId }: z.output<typeof publishSchema>,
): Promise<{ published: number }> {
  const monday = mondayOf(week);
  const rows = await tx.rows<{ userId: string }>(sql`
    UPDATE shifts s SET published_at = now() FROM staff_profiles p, labs l
    WHERE p.lab_id = s.lab_id AND p.id = s.staff_profile_id AND l.id = s.lab_id AND s.published_at IS NULL AND s.deleted_at IS NULL
      AND ${inWeek(monday)} ${ofDepartment(departmentId)}
    RETURNING p.user_id AS "userId"`);
  if (rows.length === 0) return { published: 0 };
  await notify(
    tx,
    { userIds: [...new Set(rows.map(({ userId }) => userId))] },
    {
      key: `rota-${monday}-${departmentId ?? "all"}-${Date.now()}`,
      type: "alert",
      title: `The rota from ${dayWords(monday, actor.lab.locale)} was published`,
      href: `/people/rota?day=${monday}`,
    },
  );
  await announce(tx, ["rota", "queue"]);
  return { published: rows.length };
}

/**
 * Copies the shifts of a week to another as drafts, at the same hours of the lab's clocks; what would overlap a shift that is there, or
 * lie on a day of approved leave, is left out, so copying twice adds nothing. Answers how many were copied and left out. Refuses at `to`
 * the week itself.
 */
export async function copyWeek(
  { tx }: Context,
  { from, to, departmentId }: z.output<typeof copyWeekSchema>,
): Promise<{ copied: number; left: number }> {
  const [source, target] = [mondayOf(from), mondayOf(to)];
  if (source === target) throw invalid("to", "This is the same week.");
  const days = Math.round((Date.parse(target) - Date.parse(source)) / 86_400_000);
  const made = await tx.row<{ copied: number; found: number }>(sql`
    WITH found AS (
      SELECT s.staff_profile_id, s.department_id, s.break_minutes, s.note, l.time_zone,
        ((s.starts_at AT TIME ZONE l.time_zone) + make_interval(days => ${days}::int)) AT TIME ZONE l.time_zone AS starts_at,
        ((s.ends_at AT TIME ZONE l.time_zone) + make_interval(days => ${days}::int)) AT TIME ZONE l.time_zone AS ends_at
      FROM shifts s JOIN staff_profiles p ON p.lab_id = s.lab_id AND p.id = s.staff_profile_id JOIN labs l ON l.id = s.lab_id
      JOIN memberships m ON m.user_id = p.user_id AND m.status = 'active'
      WHERE ${inWeek(source)} ${ofDepartment(departmentId)}
    ), copied AS (
      INSERT INTO shifts (staff_profile_id, department_id, starts_at, ends_at, break_minutes, note)
      SELECT f.staff_profile_id, f.department_id, f.starts_at, f.ends_at, f.break_minutes, f.note FROM found f
      WHERE f.ends_at > f.starts_at + make_interval(mins => f.break_minutes)
        AND NOT EXISTS (SELECT FROM shifts o WHERE o.staff_profile_id = f.staff_profile_id AND o.starts_at < f.ends_at AND o.ends_at > f.starts_at)
        AND NOT EXISTS (SELECT FROM leave_requests r WHERE r.staff_profile_id = f.staff_profile_id AND r.status = 'approved'
          AND (f.starts_at AT TIME ZONE f.time_zone)::date BETWEEN r.from_day AND r.to_day)
      RETURNING 1
    )
    SELECT (SELECT count(*)::int FROM copied) AS copied, (SELECT count(*)::int FROM found) AS found`);
  await announce(tx, ["rota"]);
  const { copied, found } = made ?? { copied: 0, found: 0 };
  return { copied, left: found - copied };
}
