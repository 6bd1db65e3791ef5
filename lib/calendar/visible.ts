import { type Sql, sql } from "@/lib/db/sql";

/**
 * That a person may read what appointment `a` is about: everybody, unless it is private; then who called it and who is invited. All
 * that others learn of it is that the time is taken. Every query that answers words of appointments asks this.
 */
export const readableBy = (userId: string | null): Sql => sql`
  (NOT a.is_private OR a.created_by_id = ${userId}::uuid OR EXISTS (SELECT FROM appointment_people v
    WHERE v.lab_id = a.lab_id AND v.appointment_id = a.id AND v.user_id = ${userId}::uuid AND v.removed_at IS NULL))`;
