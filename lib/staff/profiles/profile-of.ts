import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type LockedProfile = { id: string; version: number; name: string; departmentId: string | null };

/**
 * The profile of a member of the acting lab, locked until the transaction ends; made when there is none yet. Refuses with `not_found`
 * for whom the lab does not know, and for those who act for a practice.
 */
export async function lockProfile(tx: Transaction, userId: string): Promise<LockedProfile> {
  await tx.execute(sql`
    INSERT INTO staff_profiles (user_id)
    SELECT m.user_id FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    WHERE m.user_id = ${userId} AND r.kind <> 'dentist'
    ON CONFLICT (lab_id, user_id) WHERE deleted_at IS NULL DO NOTHING`);
  const profile = await tx.row<LockedProfile>(sql`
    SELECT p.id, p.version, u.name, p.department_id AS "departmentId"
    FROM staff_profiles p JOIN users u ON u.id = p.user_id WHERE p.user_id = ${userId} FOR UPDATE OF p`);
  if (!profile) throw notFound("person");
  return profile;
}
