import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { deviceName } from "./device";
import { Refusal } from "./errors";
import { countWrongGuess, forgetGuesses, LOCKED_SECONDS, lockedAfterGuess, MAX_GUESSES } from "./guesses";
import { passwordFits } from "./password";

export type Origin = { ip: string | null; userAgent: string | null };

/** A session ends this long after sign-in, however busy it was (days). */
export const SESSION_DAYS = 30;

/**
 * Opens a session for whoever knows the password of `email`. Answers its id.
 * Refuses with `wrong_password` (also for an unknown or disabled account, in the same words and time) or `locked`.
 */
export async function signIn(input: { email: string; password: string }, origin: Origin): Promise<string> {
  const email = input.email.trim().toLowerCase();
  if (await lockedAfterGuess(email, origin.ip)) throw locked();
  const user = await asAuth((tx) =>
    tx.row<{ id: string; password_hash: string | null; active: boolean }>(sql`
      SELECT id, password_hash, status = 'active' AS active FROM users WHERE email = ${email} AND deleted_at IS NULL`),
  );
  const fits = await passwordFits(user?.password_hash, input.password);
  if (!user || !fits || !user.active) {
    await countWrongGuess(origin.ip);
    await asAuth((tx) => noteFailure(tx, user?.id ?? null));
    throw new Refusal("not_signed_in", "This e-mail and password do not match.", "wrong_password");
  }
  await forgetGuesses(email);
  return asAuth((tx) => openSession(tx, user.id, origin));
}

const locked = () =>
  new Refusal(
    "too_many",
    "Too many wrong passwords. Wait a quarter of an hour, or set a new password with “Forgot password”.",
    "locked",
  );

/** Kept with the account for its lab's admins to see; what decides is the counter of guesses. */
async function noteFailure(tx: Transaction, userId: string | null): Promise<void> {
  await tx.execute(sql`
    UPDATE users SET failed_sign_ins = failed_sign_ins + 1,
      locked_until = CASE WHEN failed_sign_ins + 1 >= ${MAX_GUESSES}::int THEN now() + make_interval(secs => ${LOCKED_SECONDS}) END
    WHERE id = ${userId}`);
}

/**
 * Writes the session of a user who has proven who they are. Their lab is set when it is the only one, their practice when they
 * have a default one or only one there.
 */
async function openSession(tx: Transaction, userId: string, origin: Origin): Promise<string> {
  await tx.execute(
    sql`UPDATE users SET failed_sign_ins = 0, locked_until = NULL, last_sign_in_at = now() WHERE id = ${userId}`,
  );
  const labs = await tx.rows<{ lab_id: string }>(sql`
    SELECT lab_id FROM memberships WHERE user_id = ${userId} AND status = 'active' AND deleted_at IS NULL LIMIT 2`);
  const labId = labs.length === 1 ? (labs[0]?.lab_id ?? null) : null;
  const practiceId = labId ? await startingPractice(tx, userId, labId) : null;
  const session = await tx.row<{ id: string }>(sql`
    INSERT INTO sessions (user_id, lab_id, practice_id, device, user_agent, ip, expires_at)
    VALUES (${userId}, ${labId}, ${practiceId}, ${deviceName(origin.userAgent)}, ${origin.userAgent}, ${origin.ip},
      now() + make_interval(days => ${SESSION_DAYS})) RETURNING id`);
  return (session as { id: string }).id;
}

/** The practice a portal user starts at in a lab: the default one, else the first by name. */
async function startingPractice(tx: Transaction, userId: string, labId: string): Promise<string | null> {
  const practice = await tx.row<{ id: string }>(sql`
    SELECT p.id FROM practice_members pm JOIN practices p ON p.lab_id = pm.lab_id AND p.id = pm.practice_id AND p.deleted_at IS NULL
    WHERE pm.lab_id = ${labId} AND pm.user_id = ${userId} AND pm.deleted_at IS NULL ORDER BY pm.is_default DESC, p.name, p.id LIMIT 1`);
  return practice?.id ?? null;
}
