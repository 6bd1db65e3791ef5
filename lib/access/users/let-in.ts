import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { queueMail } from "@/lib/mail/queue";
import type { WrittenLetter } from "@/lib/mail/templates/write-letter";
import type { Actor } from "../actor";
import { conflict } from "../errors";
import type { PracticeRight } from "../people/rights";
import { addressOf, newToken } from "../tokens";

/** Someone who is to act for a practice of the actor's lab. */
export type NewPerson = {
  email: string;
  name: string;
  practiceId: string;
  /** The lab's role for those who have none there yet. */
  roleKey: "dentist" | "practice_staff";
  rights: readonly PracticeRight[];
};

/** Writes the letter: `href` sets a first password (7 days) when the account is new, and leads to sign-in otherwise. */
export type LetterOf = (to: { href: string; isNew: boolean; role: string }) => Promise<WrittenLetter>;

/**
 * Lets a person act for a practice, in the caller's transaction of the same lab: account, place in the lab, place at the practice
 * with rights, and the letter. Answers who it is and the id of their place at the practice. Refuses `works_at_lab` for one of the
 * lab's own people, `shut_out` for whom the lab has disabled, and `already_member`.
 */
export function letIn(
  tx: Transaction,
  actor: Actor,
  person: NewPerson,
  write: LetterOf,
): Promise<{ userId: string; memberId: string; isNew: boolean }> {
  return tx.withSignInRights(async () => {
    const account = await accountOf(tx, person);
    const role = await placeInLab(tx, actor, account.id, person.roleKey);
    const memberId = await placeAtPractice(tx, actor, account.id, person);
    const isNew = account.unset;
    const { token, hash } = newToken();
    if (isNew)
      await tx.execute(sql`
        INSERT INTO password_reset_tokens (user_id, token_hash, expires_at) VALUES (${account.id}, ${hash}, now() + interval '7 days')`);
    const href = addressOf(isNew ? `/reset-password?token=${token}` : "/sign-in");
    await queueMail(tx, { to: person.email, ...(await write({ href, isNew, role })), confidential: isNew });
    return { userId: account.id, memberId, isNew };
  });
}

/**
 * The account of an address, made when there is none. `unset` tells that it may be given a link to set its first password: it has
 * none, and no other lab has let it in.
 */
async function accountOf(tx: Transaction, { email, name }: NewPerson): Promise<{ id: string; unset: boolean }> {
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO users (email, name) VALUES (${email}, ${name}) ON CONFLICT (email) DO NOTHING RETURNING id`);
  if (made) return { id: made.id, unset: true };
  const known = await tx.row<{ id: string; unset: boolean }>(sql`
    SELECT u.id, u.password_hash IS NULL AND NOT EXISTS (
      SELECT FROM memberships m WHERE m.user_id = u.id AND m.lab_id <> app_lab_id() AND m.deleted_at IS NULL) AS unset
    FROM users u WHERE u.email = ${email} AND u.deleted_at IS NULL FOR UPDATE`);
  if (!known) throw conflict("shut_out", "This address cannot be used. Ask the lab.");
  return known;
}

async function placeInLab(tx: Transaction, actor: Actor, userId: string, roleKey: string): Promise<string> {
  await tx.execute(sql`
    INSERT INTO memberships (lab_id, user_id, role_id)
    SELECT ${actor.lab.id}::uuid, ${userId}::uuid, r.id FROM roles r
    WHERE r.lab_id = ${actor.lab.id} AND r.deleted_at IS NULL AND r.kind = 'dentist' ORDER BY r.key = ${roleKey} DESC, r.is_system DESC LIMIT 1
    ON CONFLICT (lab_id, user_id) DO UPDATE SET role_id = excluded.role_id, status = 'active', deleted_at = NULL
    WHERE memberships.deleted_at IS NOT NULL`);
  const place = await tx.row<{ kind: string; name: string; status: string }>(sql`
    SELECT r.kind, r.name, m.status FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    WHERE m.lab_id = ${actor.lab.id} AND m.user_id = ${userId} AND m.deleted_at IS NULL FOR UPDATE OF m`);
  if (place?.kind !== "dentist")
    throw conflict(
      "works_at_lab",
      "This address belongs to someone who works with the lab in another way. Ask the lab.",
    );
  if (place.status !== "active") throw conflict("shut_out", "The lab has closed this person's account. Ask the lab.");
  return place.name;
}

async function placeAtPractice(tx: Transaction, actor: Actor, userId: string, person: NewPerson): Promise<string> {
  const member = await tx.row<{ id: string }>(sql`
    INSERT INTO practice_members (lab_id, practice_id, user_id, is_default, rights)
    SELECT ${actor.lab.id}::uuid, p.id, ${userId}::uuid,
      NOT EXISTS (SELECT FROM practice_members pm WHERE pm.lab_id = ${actor.lab.id} AND pm.user_id = ${userId}::uuid AND pm.deleted_at IS NULL),
      ${person.rights}::text[]
    FROM practices p WHERE p.lab_id = ${actor.lab.id} AND p.id = ${person.practiceId} AND p.deleted_at IS NULL
    ON CONFLICT (lab_id, user_id, practice_id) WHERE deleted_at IS NULL DO NOTHING RETURNING id`);
  if (!member) throw conflict("already_member", "This person acts for the practice already.");
  return member.id;
}
