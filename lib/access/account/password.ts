import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import type { Acting } from "../action";
import { hashPassword } from "../password";
import { addressOf } from "../tokens";
import { provePassword } from "./proof";
import type { changePasswordSchema } from "./schema";

/** Changes the acting person's password, ends their other sessions and tells them by letter. */
export async function changePassword(
  { actor }: Acting,
  { currentPassword, newPassword }: z.output<typeof changePasswordSchema>,
): Promise<null> {
  await provePassword(actor, currentPassword);
  const hash = await hashPassword(newPassword);
  await asAuth(async (tx) => {
    await tx.execute(sql`UPDATE users SET password_hash = ${hash} WHERE id = ${actor.userId}`);
    await tx.execute(
      sql`UPDATE password_reset_tokens SET used_at = now() WHERE user_id = ${actor.userId} AND used_at IS NULL`,
    );
    await tx.execute(sql`
      UPDATE sessions SET revoked_at = now(), revoked_reason = 'password_changed'
      WHERE user_id = ${actor.userId} AND id IS DISTINCT FROM ${actor.sessionId}::uuid AND revoked_at IS NULL`);
    if (!actor.email) return;
    const letter = await writeLetter(tx, "password_changed", {
      labId: actor.lab.id,
      to: actor.email,
      from: "Casepan",
      href: addressOf("/forgot-password"),
      values: { name: actor.name },
    });
    await queueMail(tx, { to: actor.email, ...letter });
  }, actor);
  return null;
}
