import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { conflict } from "../errors";
import { addressOf, newToken, tokenHash } from "../tokens";
import type { confirmAddressSchema } from "./schema";

/**
 * Sends a link to `email` that proves it is the user's, and makes it theirs when it is another than now; it holds a day. The links
 * sent before stop working: an address that was mistyped once must not become the account's after all.
 */
export async function sendVerification(
  tx: Transaction,
  user: { id: string; name: string },
  email: string,
  labId: string | null,
): Promise<void> {
  const { token, hash } = newToken();
  await tx.execute(
    sql`UPDATE email_verification_tokens SET used_at = now() WHERE user_id = ${user.id} AND used_at IS NULL`,
  );
  await tx.execute(sql`
    INSERT INTO email_verification_tokens (user_id, email, token_hash, expires_at)
    VALUES (${user.id}, ${email}, ${hash}, now() + interval '1 day')`);
  const href = addressOf(`/verify-email?token=${token}`);
  const letter = await writeLetter(tx, "verify_address", {
    labId,
    to: email,
    from: "Casepan",
    href,
    values: { name: user.name },
  });
  await queueMail(tx, { to: email, ...letter, confidential: true, labId });
}

/**
 * Proves the address a link was sent to and makes it the account's; links to set a password that went to the address before stop
 * working. Answers the address. Refuses `token_spent`, and
 * `address_taken` when it has become another account's since.
 */
export function confirmAddress({ token }: z.output<typeof confirmAddressSchema>): Promise<{ email: string }> {
  return asAuth(async (tx) => {
    const used = await tx.row<{ user_id: string; email: string }>(sql`
      UPDATE email_verification_tokens SET used_at = now()
      WHERE token_hash = ${tokenHash(token)} AND used_at IS NULL AND expires_at > now() RETURNING user_id, email`);
    if (!used)
      throw conflict(
        "token_spent",
        "This link has been used already or has expired. Ask for a new one in your account.",
      );
    const { user_id, email } = used;
    const taken = await tx.row(sql`SELECT id FROM users WHERE email = ${email} AND id <> ${user_id}`);
    if (taken) throw conflict("address_taken", "This address belongs to another account.");
    const moved = await tx.execute(sql`SELECT id FROM users WHERE id = ${user_id} AND email <> ${email} FOR UPDATE`);
    await tx.execute(sql`UPDATE users SET email = ${email}, email_verified_at = now() WHERE id = ${user_id}`);
    if (moved > 0)
      await tx.execute(
        sql`UPDATE password_reset_tokens SET used_at = now() WHERE user_id = ${user_id} AND used_at IS NULL`,
      );
    return { email };
  });
}
