import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Actor } from "../actor";
import { invalid, Refusal } from "../errors";
import { forgetGuesses, lockedAfterGuess } from "../guesses";
import { passwordFits } from "../password";

/**
 * Lets pass whoever knows the acting person's present password. A wrong one is refused at `currentPassword` and counts as a guess
 * at the account, so that someone at an open screen cannot try them all.
 */
export async function provePassword(actor: Actor, password: string): Promise<void> {
  const user = await asAuth((tx) =>
    tx.row<{ email: string; password_hash: string | null }>(
      sql`SELECT email, password_hash FROM users WHERE id = ${actor.userId}`,
    ),
  );
  if (!user) throw new Refusal("not_signed_in", "You are signed out.");
  if (await lockedAfterGuess(user.email, actor.ip))
    throw new Refusal("too_many", "Too many wrong passwords. Wait a quarter of an hour and try again.", "locked");
  if (!(await passwordFits(user.password_hash, password)))
    throw invalid("currentPassword", "This is not your present password.");
  await forgetGuesses(user.email);
}
