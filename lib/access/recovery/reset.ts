import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { conflict } from "../errors";
import { forgetGuesses } from "../guesses";
import { hashPassword } from "../password";
import { addressOf, tokenHash } from "../tokens";
import type { resetSchema } from "./schema";

const spent = () =>
  conflict("token_spent", "This link has been used already or has expired. Ask for a new one under “Forgot password”.");

/** Whose password a link sets, or null when it has been used, has expired or never was. */
export async function resetSubject(token: string): Promise<{ email: string; isFirst: boolean } | null> {
  const found = await asAuth((tx) =>
    tx.row<{ email: string; is_first: boolean }>(sql`
      SELECT u.email, u.password_hash IS NULL AS is_first FROM password_reset_tokens t JOIN users u ON u.id = t.user_id
      WHERE t.token_hash = ${tokenHash(token)} AND t.used_at IS NULL AND t.expires_at > now() AND u.deleted_at IS NULL`),
  );
  return found ? { email: found.email, isFirst: found.is_first } : null;
}

/**
 * Sets the password of the account a link was sent for. The link works once, whoever is first; all sessions of the account end, its
 * other links are spent, and its address counts as proven. Refuses `token_spent`.
 */
export async function resetPassword({ token, password }: z.output<typeof resetSchema>): Promise<null> {
  if (!(await resetSubject(token))) throw spent();
  const hash = await hashPassword(password);
  const email = await asAuth(async (tx) => {
    const used = await tx.row<{ user_id: string }>(sql`
      UPDATE password_reset_tokens SET used_at = now()
      WHERE token_hash = ${tokenHash(token)} AND used_at IS NULL AND expires_at > now() RETURNING user_id`);
    if (!used) throw spent();
    const before = await tx.row<{ had_one: boolean }>(
      sql`SELECT password_hash IS NOT NULL AS had_one FROM users WHERE id = ${used.user_id} FOR UPDATE`,
    );
    const user = await tx.row<{ email: string; name: string }>(sql`
      UPDATE users SET password_hash = ${hash}, email_verified_at = coalesce(email_verified_at, now()), failed_sign_ins = 0, locked_until = NULL
      WHERE id = ${used.user_id} RETURNING email, name`);
    if (!user) throw spent();
    await tx.execute(
      sql`UPDATE password_reset_tokens SET used_at = now() WHERE user_id = ${used.user_id} AND used_at IS NULL`,
    );
    await tx.execute(sql`
      UPDATE sessions SET revoked_at = now(), revoked_reason = 'password_reset' WHERE user_id = ${used.user_id} AND revoked_at IS NULL`);
    if (before?.had_one) {
      const letter = await writeLetter(tx, "password_changed", {
        labId: null,
        to: user.email,
        from: "Casepan",
        href: addressOf("/forgot-password"),
        values: { name: user.name },
      });
      await queueMail(tx, { to: user.email, ...letter });
    }
    return user.email;
  });
  await forgetGuesses(email);
  return null;
}
