import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Acting } from "../action";
import type { Actor } from "../actor";
import { conflict, notFound } from "../errors";
import { joinPractice } from "./invite";
import { checkRole } from "./role-choice";
import type { changeRoleSchema, userSchema } from "./schema";

/** Gives a person another role in the actor's lab; it counts on their next request. Refuses to demote the last admin. */
export async function changeRole({ actor }: Acting, input: z.output<typeof changeRoleSchema>): Promise<null> {
  return asAuth(async (tx) => {
    await lockAdmins(tx, actor);
    const role = await checkRole(tx, actor, input);
    if (role.kind !== "admin") await keepAnAdmin(tx, actor, input.userId);
    const changed = await tx.execute(sql`
      UPDATE memberships SET role_id = ${role.id} WHERE lab_id = ${actor.lab.id} AND user_id = ${input.userId} AND deleted_at IS NULL`);
    if (changed === 0) throw notFound("user");
    if (role.practiceId) await joinPractice(tx, actor, input.userId, role.practiceId);
    return null;
  }, actor);
}

type Changed = { userId: string; name: string };

/** Shuts the lab to a person; every request after this is refused. Refuses to shut out the last admin. */
export async function disableUser({ actor }: Acting, { userId }: z.output<typeof userSchema>): Promise<Changed> {
  return asAuth(async (tx) => {
    await lockAdmins(tx, actor);
    await keepAnAdmin(tx, actor, userId);
    return setStatus(tx, actor, userId, "disabled");
  }, actor);
}

/** Opens the lab to a person again, in the role they had. */
export async function enableUser({ actor }: Acting, { userId }: z.output<typeof userSchema>): Promise<Changed> {
  return asAuth((tx) => setStatus(tx, actor, userId, "active"), actor);
}

async function setStatus(
  tx: Transaction,
  actor: Actor,
  userId: string,
  status: "active" | "disabled",
): Promise<Changed> {
  const changed = await tx.row<Changed>(sql`
    UPDATE memberships m SET status = ${status} FROM users u
    WHERE m.lab_id = ${actor.lab.id} AND m.user_id = ${userId} AND m.deleted_at IS NULL AND u.id = m.user_id
    RETURNING u.id AS "userId", u.name`);
  if (!changed) throw notFound("user");
  return changed;
}

/** One at a time: two admins who demote each other at once must not both succeed. */
async function lockAdmins(tx: Transaction, actor: Actor): Promise<void> {
  await tx.execute(sql`
    SELECT m.id FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    WHERE m.lab_id = ${actor.lab.id} AND r.kind = 'admin' AND m.deleted_at IS NULL ORDER BY m.id FOR UPDATE OF m`);
}

async function keepAnAdmin(tx: Transaction, actor: Actor, butFor: string): Promise<void> {
  const admins = await tx.rows<{ user_id: string }>(sql`
    SELECT m.user_id FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    JOIN users u ON u.id = m.user_id AND u.status = 'active' AND u.deleted_at IS NULL
    WHERE m.lab_id = ${actor.lab.id} AND r.kind = 'admin' AND m.status = 'active' AND m.deleted_at IS NULL`);
  if (admins.some(({ user_id }) => user_id === butFor) && admins.length === 1)
    throw conflict("last_admin", "This is the lab's only admin. Make somebody else an admin first.");
}
