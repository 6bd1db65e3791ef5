import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Actor } from "../actor";
import { conflict, notFound } from "../errors";
import type { PracticeRight } from "./rights";

export type LockedPerson = {
  id: string;
  userId: string;
  practiceId: string;
  name: string;
  rights: PracticeRight[];
  ended: boolean;
};

/**
 * A person's place at a practice of the actor's lab, for a change; whoever changes people of one practice goes one after the other.
 * For someone of the portal it must be at the practice they act for. Refuses with `not_found`.
 */
export async function lockPerson(tx: Transaction, actor: Actor, memberId: string): Promise<LockedPerson> {
  const own = actor.audience === "portal" ? (actor.practice?.id ?? null) : null;
  const place = await tx.row<{ practiceId: string }>(sql`
    SELECT practice_id AS "practiceId" FROM practice_members WHERE lab_id = ${actor.lab.id} AND id = ${memberId}`);
  if (!place || (actor.audience === "portal" && place.practiceId !== own)) throw notFound("person");
  await lockPeople(tx, actor, place.practiceId);
  const person = await tx.row<LockedPerson>(sql`
    SELECT pm.id, pm.user_id AS "userId", pm.practice_id AS "practiceId", u.name, pm.rights, pm.deleted_at IS NOT NULL AS ended
    FROM practice_members pm JOIN users u ON u.id = pm.user_id WHERE pm.lab_id = ${actor.lab.id} AND pm.id = ${memberId}`);
  if (!person) throw notFound("person");
  return person;
}

/** Those of a practice are locked in one order, so that two who change each other at once wait instead of both succeeding. */
export async function lockPeople(tx: Transaction, actor: Actor, practiceId: string): Promise<void> {
  await tx.execute(sql`
    SELECT id FROM practice_members WHERE lab_id = ${actor.lab.id} AND practice_id = ${practiceId} AND deleted_at IS NULL ORDER BY id FOR UPDATE`);
}

/** Refuses with `last_manager` when nobody but `butFor` could change who acts for the practice. */
export async function keepAManager(tx: Transaction, actor: Actor, butFor: LockedPerson): Promise<void> {
  const others = await tx.row(sql`
    SELECT 1 FROM practice_members pm
    JOIN memberships m ON m.lab_id = pm.lab_id AND m.user_id = pm.user_id AND m.status = 'active' AND m.deleted_at IS NULL
    JOIN users u ON u.id = m.user_id AND u.status = 'active' AND u.deleted_at IS NULL
    JOIN role_permissions rp ON rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.permission_key = 'portal.people' AND rp.deleted_at IS NULL
    WHERE pm.lab_id = ${actor.lab.id} AND pm.practice_id = ${butFor.practiceId} AND pm.id <> ${butFor.id} AND pm.deleted_at IS NULL
      AND 'portal.people' = ANY(pm.rights) LIMIT 1`);
  if (!others)
    throw conflict(
      "last_manager",
      `${butFor.name} is the only one who manages people here. Give somebody else that right first.`,
    );
}

/** Refuses with `beyond_own_rights` a right that someone of a practice gives without holding it; the lab gives any. */
export function checkGiven(actor: Actor, given: readonly PracticeRight[]): void {
  if (actor.audience !== "portal") return;
  if (given.some((right) => !actor.permissions.has(right)))
    throw conflict("beyond_own_rights", "You can only give rights that you hold yourself.");
}
