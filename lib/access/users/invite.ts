import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import type { Acting } from "../action";
import type { Actor } from "../actor";
import { conflict, invalid, notFound, Refusal } from "../errors";
import { mayAskForLetter } from "../guesses";
import { addressOf, newToken } from "../tokens";
import { checkRole } from "./role-choice";
import type { inviteSchema, userSchema } from "./schema";

type Invited = { id: string; name: string; is_new: boolean };

/**
 * Lets a person into the actor's lab: a new account gets a letter with a link to set its password (7 days), someone who has
 * an account a letter that says so. Refuses at `email` whoever belongs to the lab already.
 */
export function inviteUser({ actor }: Acting, input: z.output<typeof inviteSchema>): Promise<{ userId: string }> {
  return asAuth(async (tx) => {
    const role = await checkRole(tx, actor, input);
    const user = await accountFor(tx, input);
    const joined = await tx.execute(sql`
      INSERT INTO memberships (lab_id, user_id, role_id) VALUES (${actor.lab.id}, ${user.id}, ${role.id})
      ON CONFLICT (lab_id, user_id) DO UPDATE SET role_id = excluded.role_id, status = 'active', deleted_at = NULL
      WHERE memberships.deleted_at IS NOT NULL`);
    if (joined === 0)
      throw invalid("email", "This person belongs to your lab already; change their role or status in the list.");
    if (role.practiceId) await joinPractice(tx, actor, user.id, role.practiceId);
    if (user.is_new) await sendInvitation(tx, actor, { id: user.id, name: user.name, email: input.email }, role.name);
    else {
      const letter = await writeLetter(tx, "added_to_lab", {
        labId: actor.lab.id,
        to: input.email,
        from: actor.lab.name,
        href: addressOf("/sign-in"),
        values: { name: user.name, lab: actor.lab.name, role: role.name, inviter: actor.name },
      });
      await queueMail(tx, { to: input.email, ...letter });
    }
    return { userId: user.id };
  }, actor);
}

/** Sends the link to set a first password again; the links sent before stop working. */
export async function resendInvitation(
  { actor }: Acting,
  { userId }: z.output<typeof userSchema>,
): Promise<{ sentTo: string }> {
  const user = await asAuth((tx) => stillInvited(tx, actor, userId));
  if (!(await mayAskForLetter(user.email, null)))
    throw new Refusal("too_many", "Several letters went to this address already. Try again in an hour.");
  await asAuth(async (tx) => {
    await tx.execute(
      sql`UPDATE password_reset_tokens SET used_at = now() WHERE user_id = ${userId} AND used_at IS NULL`,
    );
    await sendInvitation(tx, actor, { id: userId, name: user.name, email: user.email }, user.role);
  }, actor);
  return { sentTo: user.email };
}

/** A person of the lab who has not set a password yet. Refuses anyone else, and whoever another lab has let in too. */
export async function stillInvited(
  tx: Transaction,
  actor: Actor,
  userId: string,
): Promise<{ name: string; email: string; role: string }> {
  const user = await tx.row<{ name: string; email: string; has_password: boolean; labs: number; role: string }>(sql`
    SELECT u.name, u.email, u.password_hash IS NOT NULL AS has_password, r.name AS role,
      (SELECT count(*) FROM memberships o WHERE o.user_id = u.id AND o.deleted_at IS NULL) AS labs
    FROM memberships m JOIN users u ON u.id = m.user_id JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    WHERE m.lab_id = ${actor.lab.id} AND m.user_id = ${userId} AND m.deleted_at IS NULL AND m.status = 'active'`);
  if (!user) throw notFound("user");
  if (user.has_password) throw conflict("already_joined", "This person has set a password already.");
  if (user.labs > 1)
    throw conflict("other_lab", "Another lab has let this person in too: they set a password with “Forgot password”.");
  return user;
}

/** The account of an address, made when there is none; two invitations at once make one. */
async function accountFor(tx: Transaction, { email, name }: { email: string; name: string }): Promise<Invited> {
  const made = await tx.row<Invited>(sql`
    INSERT INTO users (email, name) VALUES (${email}, ${name}) ON CONFLICT (email) DO NOTHING RETURNING id, name, true AS is_new`);
  const user = made ?? (await tx.row<Invited>(sql`SELECT id, name, false AS is_new FROM users WHERE email = ${email}`));
  return user as Invited;
}

/** Makes a practice one that the user acts for in the lab; the first becomes the one they start at. */
export async function joinPractice(tx: Transaction, actor: Actor, userId: string, practiceId: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO practice_members (lab_id, practice_id, user_id, is_default)
    SELECT ${actor.lab.id}::uuid, ${practiceId}::uuid, ${userId}::uuid,
      NOT EXISTS (SELECT FROM practice_members pm WHERE pm.lab_id = ${actor.lab.id} AND pm.user_id = ${userId} AND pm.deleted_at IS NULL)
    ON CONFLICT (lab_id, user_id, practice_id) WHERE deleted_at IS NULL DO NOTHING`);
}

async function sendInvitation(
  tx: Transaction,
  actor: Actor,
  user: { id: string; name: string; email: string },
  role: string,
): Promise<void> {
  const { token, hash } = newToken();
  await tx.execute(sql`
    INSERT INTO password_reset_tokens (user_id, token_hash, expires_at) VALUES (${user.id}, ${hash}, now() + interval '7 days')`);
  const letter = await writeLetter(tx, "invitation", {
    labId: actor.lab.id,
    to: user.email,
    from: actor.lab.name,
    href: addressOf(`/reset-password?token=${token}`),
    values: { name: user.name, lab: actor.lab.name, role, inviter: actor.name },
  });
  await queueMail(tx, { to: user.email, ...letter, confidential: true });
}
