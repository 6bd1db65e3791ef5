import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { conflict } from "./errors";

type Command = { userId: string | null; key: string; command: string; requestHash: string };

/**
 * Runs a command once per person and key. A repetition waits for the first to end and gets its answer; the same key with another
 * request is refused (409, `key_reused`). The answer must survive JSON.
 */
export async function answerOnce<Data>(
  tx: Transaction,
  { userId, key, command, requestHash }: Command,
  run: () => Promise<Data>,
): Promise<Data> {
  const first = await tx.execute(sql`
    INSERT INTO idempotency_keys (user_id, key, command, request_hash) VALUES (${userId}, ${key}, ${command}, ${requestHash})
    ON CONFLICT (lab_id, user_id, key) DO NOTHING`);
  if (first === 0) {
    const earlier = await tx.row<{ command: string; request_hash: string; response: Data }>(sql`
      SELECT command, request_hash, response FROM idempotency_keys WHERE user_id = ${userId} AND key = ${key}`);
    if (earlier?.command !== command || earlier.request_hash !== requestHash) {
      throw conflict("key_reused", "This was already sent with other contents. Reload the page and try again.");
    }
    return earlier.response;
  }
  const data = await run();
  await tx.execute(
    sql`UPDATE idempotency_keys SET response = ${JSON.stringify(data ?? null)}::jsonb WHERE user_id = ${userId} AND key = ${key}`,
  );
  return data;
}
