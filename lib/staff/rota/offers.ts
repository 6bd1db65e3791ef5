import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A shift that is offered to a colleague; day and clock times of the lab. `taken`: they agreed, and it waits to be approved. */
export type ShiftOffer = {
  id: string;
  version: number;
  day: string;
  from: string;
  to: string;
  userId: string;
  name: string;
  toUserId: string;
  toName: string;
  taken: boolean;
};

/** The offers of shifts that have not begun, the soonest first, at most 50: those of and to a person, or (`userId` null) of everybody. */
export const openOffers = (tx: Transaction, userId: string | null): Promise<ShiftOffer[]> =>
  tx.rows<ShiftOffer>(sql`
    SELECT s.id, s.version, (s.starts_at AT TIME ZONE l.time_zone)::date AS day, to_char(s.starts_at AT TIME ZONE l.time_zone, 'HH24:MI') AS "from",
      to_char(s.ends_at AT TIME ZONE l.time_zone, 'HH24:MI') AS "to", u.id AS "userId", u.name, v.id AS "toUserId", v.name AS "toName",
      s.taken_at IS NOT NULL AS taken
    FROM shifts s JOIN labs l ON l.id = s.lab_id JOIN staff_profiles p ON p.lab_id = s.lab_id AND p.id = s.staff_profile_id
    JOIN users u ON u.id = p.user_id JOIN staff_profiles q ON q.lab_id = s.lab_id AND q.id = s.offered_to_id JOIN users v ON v.id = q.user_id
    WHERE s.starts_at > now() AND s.published_at IS NOT NULL ${userId ? sql`AND (u.id = ${userId}::uuid OR v.id = ${userId}::uuid)` : emptySql}
    ORDER BY s.starts_at, s.id LIMIT 50`);
