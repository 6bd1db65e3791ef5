import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { addressOf, newToken } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

type Of = { departmentId: string | null };

/** Ends the acting person's feed of their own rota (`departmentId` null) or of a department; its address answers 404 from then on. */
export async function endFeed({ actor, tx }: Context, { departmentId }: Of): Promise<{ ended: boolean }> {
  await tx.includeDeleted();
  const ended = await tx.execute(sql`
    UPDATE rota_feeds SET deleted_at = now()
    WHERE user_id = ${actor.userId} AND department_id IS NOT DISTINCT FROM ${departmentId}::uuid AND deleted_at IS NULL`);
  return { ended: ended > 0 };
}

/**
 * Gives the acting person a new secret address of a calendar feed, of their own rota or of a department's; the one before ends. The
 * address is answered this once, only its digest is kept. Refuses with `not_found` a department that is not the lab's.
 */
export async function renewFeed(context: Context, { departmentId }: Of): Promise<{ address: string }> {
  const { actor, tx } = context;
  if (departmentId && !(await tx.row(sql`SELECT 1 FROM departments WHERE id = ${departmentId}`)))
    throw notFound("department");
  await endFeed(context, { departmentId });
  const { token, hash } = newToken();
  await tx.execute(sql`
    INSERT INTO rota_feeds (user_id, department_id, token_hash) VALUES (${actor.userId}, ${departmentId}::uuid, ${hash})`);
  return { address: addressOf(`/api/rota/${token}`) };
}

/** Which feeds of a person are open: their own (null) and those of departments, with the instant each was made. */
export const openFeeds = (
  tx: Transaction,
  userId: string | null,
): Promise<{ departmentId: string | null; since: Date }[]> =>
  tx.rows(sql`
    SELECT department_id AS "departmentId", created_at AS since FROM rota_feeds WHERE user_id = ${userId} AND deleted_at IS NULL`);
