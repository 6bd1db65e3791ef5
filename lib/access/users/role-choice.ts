import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Actor } from "../actor";
import { invalid } from "../errors";
import type { UserRole } from "../roles";

export type ChosenRole = { id: string; name: string; kind: UserRole; practiceId: string | null };

/**
 * The role somebody is to have in the actor's lab, read on a connection that sees every lab. Refuses at `roleId` one that is not the
 * lab's, and at `practiceId` a dentist without a practice of the lab.
 */
export async function checkRole(
  tx: Transaction,
  actor: Actor,
  { roleId, practiceId }: { roleId: string; practiceId?: string | null },
): Promise<ChosenRole> {
  const role = await tx.row<Omit<ChosenRole, "practiceId">>(sql`
    SELECT id, name, kind FROM roles WHERE lab_id = ${actor.lab.id} AND id = ${roleId} AND deleted_at IS NULL`);
  if (!role) throw invalid("roleId", "Choose one of your lab's roles.");
  if (role.kind !== "dentist") return { ...role, practiceId: null };
  const practice = await tx.row<{ id: string }>(sql`
    SELECT id FROM practices WHERE lab_id = ${actor.lab.id} AND id = ${practiceId ?? null} AND deleted_at IS NULL`);
  if (!practice) throw invalid("practiceId", "Choose the practice this person acts for.");
  return { ...role, practiceId: practice.id };
}
