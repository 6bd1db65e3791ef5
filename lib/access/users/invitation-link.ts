import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Acting } from "../action";
import { addressOf, newToken } from "../tokens";
import { stillInvited } from "./invite";
import type { userSchema } from "./schema";

/**
 * A link with which an invited person sets their password (7 days), to be handed over otherwise than by letter; the links before stop
 * working. Refuses as `resendInvitation` whoever has a password, or whom another lab has let in too: the link would open that one.
 */
export async function invitationLink(
  { actor }: Acting,
  { userId }: z.output<typeof userSchema>,
): Promise<{ href: string; name: string }> {
  const { token, hash } = newToken();
  const user = await asAuth(async (tx) => {
    const invited = await stillInvited(tx, actor, userId);
    await tx.execute(
      sql`UPDATE password_reset_tokens SET used_at = now() WHERE user_id = ${userId} AND used_at IS NULL`,
    );
    await tx.execute(sql`
      INSERT INTO password_reset_tokens (user_id, token_hash, expires_at) VALUES (${userId}, ${hash}, now() + interval '7 days')`);
    return invited;
  }, actor);
  return { href: addressOf(`/reset-password?token=${token}`), name: user.name };
}
