import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/**
 * Changes what people were told of an event by its key, also in a letter that still waits; with `null` they are told nothing of it any
 * more. The caller has found the event to be the acting person's own.
 */
export async function reword(
  tx: Transaction,
  { userIds, key }: { userIds: readonly string[]; key: string },
  body: string | null,
): Promise<void> {
  const change = body === null ? sql`expires_at = now()` : sql`body = ${body}`;
  await tx.withLabRights(() =>
    tx.execute(sql`UPDATE notifications SET ${change} WHERE user_id = ANY(${[...userIds]}::uuid[]) AND key = ${key}`),
  );
}
