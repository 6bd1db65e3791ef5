import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockProfile } from "../profiles/profile-of";
import type { weekSchema } from "./schema";

/**
 * Sets a person's weekly times for a stretch of days; what was said for those days before gives way to it, and holds before and after
 * them as it did. Refuses with `not_found` for whom the lab does not know.
 */
export async function setWeek({ tx }: Context, input: z.output<typeof weekSchema>): Promise<{ userId: string }> {
  const profile = await lockProfile(tx, input.userId);
  const from = input.validFrom;
  const to = input.validTo || null;
  // Hidden rows stay in the table, so what is cut off behind the stretch is written first and the rest shortened or put away after.
  await tx.includeDeleted();
  await tx.execute(sql`
    WITH touched AS (
      UPDATE staff_schedules SET deleted_at = now()
      WHERE staff_profile_id = ${profile.id} AND deleted_at IS NULL
        AND coalesce(valid_to, 'infinity') >= ${from}::date AND coalesce(valid_from, '-infinity') <= coalesce(${to}::date, 'infinity')
      RETURNING weekday, starts_at, ends_at, break_starts_at, break_ends_at, valid_from, valid_to
    )
    INSERT INTO staff_schedules (staff_profile_id, weekday, starts_at, ends_at, break_starts_at, break_ends_at, valid_from, valid_to)
    SELECT ${profile.id}::uuid, weekday, starts_at, ends_at, break_starts_at, break_ends_at, valid_from, ${from}::date - 1 FROM touched
    WHERE coalesce(valid_from, '-infinity') < ${from}::date
    UNION ALL
    SELECT ${profile.id}::uuid, weekday, starts_at, ends_at, break_starts_at, break_ends_at, ${to}::date + 1, valid_to FROM touched
    WHERE ${to}::date IS NOT NULL AND coalesce(valid_to, 'infinity') > ${to}::date`);
  const days = input.days.filter(({ works }) => works);
  await tx.execute(sql`
    INSERT INTO staff_schedules (staff_profile_id, weekday, starts_at, ends_at, break_starts_at, break_ends_at, valid_from, valid_to)
    SELECT ${profile.id}::uuid, d.weekday, d."startsAt", d."endsAt", nullif(d."breakStartsAt", ''), nullif(d."breakEndsAt", ''), ${from}::date, ${to}::date
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS d(weekday int, "startsAt" text, "endsAt" text, "breakStartsAt" text, "breakEndsAt" text)`);
  await announce(tx, ["rota", "queue"]);
  return { userId: input.userId };
}
