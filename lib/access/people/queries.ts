import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Actor } from "../actor";
import type { PracticeRight } from "./rights";

export type PersonAtPractice = {
  /** Of the person's place at the practice. */
  id: string;
  userId: string;
  name: string;
  email: string;
  role: string;
  /** What they were given and their role allows. */
  rights: PracticeRight[];
  /** Rights that their role leaves no room for. */
  beyondRole: PracticeRight[];
  isDefault: boolean;
  /** Has set no password yet. */
  invited: boolean;
  disabled: boolean;
  lastSignInAt: Date | null;
};

/** The people who act for a practice of the actor's lab, by name. Read as sign-in: a practice sees no users but itself otherwise. */
export function peopleOf(actor: Actor, practiceId: string): Promise<PersonAtPractice[]> {
  return asAuth((tx) =>
    tx.rows<PersonAtPractice>(sql`
      SELECT pm.id, u.id AS "userId", u.name, u.email, r.name AS role, pm.is_default AS "isDefault", u.password_hash IS NULL AS invited,
        m.status <> 'active' OR u.status <> 'active' AS disabled, u.last_sign_in_at AS "lastSignInAt",
        ARRAY(SELECT x FROM unnest(pm.rights) x WHERE x IN (SELECT rp.permission_key FROM role_permissions rp
          WHERE rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.deleted_at IS NULL)) AS rights,
        ARRAY(SELECT x FROM unnest(pm.rights) x WHERE x NOT IN (SELECT rp.permission_key FROM role_permissions rp
          WHERE rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.deleted_at IS NULL)) AS "beyondRole"
      FROM practice_members pm
      JOIN memberships m ON m.lab_id = pm.lab_id AND m.user_id = pm.user_id AND m.deleted_at IS NULL
      JOIN users u ON u.id = m.user_id AND u.deleted_at IS NULL
      JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
      WHERE pm.lab_id = ${actor.lab.id} AND pm.practice_id = ${practiceId} AND pm.deleted_at IS NULL AND r.kind = 'dentist'
      ORDER BY u.name, pm.id LIMIT 200`),
  );
}
