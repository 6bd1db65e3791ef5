import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ExceptionKind } from "../vocabulary";

/** A weekly time; clock times of the lab, days `YYYY-MM-DD`, null for without end. */
export type WeekLine = {
  weekday: number;
  startsAt: string;
  endsAt: string;
  breakStartsAt: string | null;
  breakEndsAt: string | null;
  validFrom: string | null;
  validTo: string | null;
};
export type Exception = {
  id: string;
  day: string;
  kind: ExceptionKind;
  startsAt: string | null;
  endsAt: string | null;
  note: string | null;
};

/** A person's weekly times that are not over on `today`, by validity and weekday, and their exceptions from then on. */
export async function scheduleOf(
  tx: Transaction,
  userId: string,
  today: string,
): Promise<{ week: WeekLine[]; exceptions: Exception[] }> {
  const week = await tx.rows<WeekLine>(sql`
    SELECT s.weekday, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.break_starts_at AS "breakStartsAt", s.break_ends_at AS "breakEndsAt",
      s.valid_from AS "validFrom", s.valid_to AS "validTo"
    FROM staff_schedules s JOIN staff_profiles p ON p.lab_id = s.lab_id AND p.id = s.staff_profile_id
    WHERE p.user_id = ${userId} AND coalesce(s.valid_to, 'infinity') >= ${today}::date
    ORDER BY s.valid_from NULLS FIRST, s.weekday LIMIT 200`);
  const exceptions = await tx.rows<Exception>(sql`
    SELECT e.id, e.day, e.kind, e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.note
    FROM schedule_exceptions e JOIN staff_profiles p ON p.lab_id = e.lab_id AND p.id = e.staff_profile_id
    WHERE p.user_id = ${userId} AND e.day >= ${today}::date ORDER BY e.day LIMIT 100`);
  return { week, exceptions };
}
