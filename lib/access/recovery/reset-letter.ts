import type { PoolClient } from "@/lib/db/owner";
import { sql } from "@/lib/db/sql";
import { Transaction } from "@/lib/db/transaction";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { addressOf, newToken } from "../tokens";

type Account = { id: string; name: string; only_lab: string | null };

/**
 * Writes the letter with a link to set a new password, if `email` has an account that may sign in; the link holds an hour. Runs as
 * a job on the owner's connection. A run that is repeated writes another letter with another link, which does no harm.
 */
export async function writeResetLetter(client: PoolClient, email: string): Promise<void> {
  const tx = new Transaction(client);
  const account = await tx.row<Account>(accountOf(email));
  if (!account) return;
  const { token, hash } = newToken();
  const href = addressOf(`/reset-password?token=${token}`);
  const letter = await writeLetter(tx, "password_reset", {
    labId: account.only_lab,
    to: email,
    from: "Casepan",
    href,
    values: { name: account.name },
  });
  await client.query("BEGIN");
  try {
    await tx.execute(sql`
      INSERT INTO password_reset_tokens (user_id, token_hash, expires_at) VALUES (${account.id}, ${hash}, now() + interval '1 hour')`);
    await queueMail(tx, { to: email, ...letter, confidential: true, labId: account.only_lab });
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** With the lab whose admins may read the letter where no mail is sent: the account's only one, since it opens all its labs. */
const accountOf = (email: string) => sql`
  SELECT u.id, u.name, CASE WHEN count(m.id) = 1 THEN min(m.lab_id::text) END AS only_lab
  FROM users u LEFT JOIN memberships m ON m.user_id = u.id AND m.deleted_at IS NULL
  WHERE u.email = ${email} AND u.status = 'active' AND u.deleted_at IS NULL GROUP BY u.id, u.name`;
