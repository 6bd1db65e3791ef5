import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { UserRole } from "./roles";

/** A lab one may work in, and at a practice when one acts for one of several there. */
export type Place = {
  labId: string;
  practiceId: string | null;
  /** "Northlight Dental Lab", or "High Street Dental · Northlight Dental Lab" for a practice. */
  name: string;
  role: { kind: UserRole; name: string };
};

/** Every lab, and for portal roles every practice in it, that a user may choose to act in; by name. */
export function placesOf(userId: string): Promise<Place[]> {
  return asAuth((tx) =>
    tx.rows<Place>(sql`
      SELECT m.lab_id AS "labId", p.id AS "practiceId", concat_ws(' · ', p.name, l.name) AS name,
        jsonb_build_object('kind', r.kind, 'name', r.name) AS role
      FROM memberships m
      JOIN labs l ON l.id = m.lab_id
      JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
      LEFT JOIN practice_members pm ON pm.lab_id = m.lab_id AND pm.user_id = m.user_id AND pm.deleted_at IS NULL AND r.kind = 'dentist'
      LEFT JOIN practices p ON p.lab_id = pm.lab_id AND p.id = pm.practice_id AND p.deleted_at IS NULL
      WHERE m.user_id = ${userId} AND m.status = 'active' AND m.deleted_at IS NULL
        AND (r.kind <> 'dentist' OR p.id IS NOT NULL OR pm.id IS NULL)
      ORDER BY 3, 1, 2`),
  );
}

/** One place as a single value for menus and forms: `labId` or `labId/practiceId`. */
export const placeKey = ({ labId, practiceId }: Pick<Place, "labId" | "practiceId">): string =>
  practiceId ? `${labId}/${practiceId}` : labId;
