import type { PoolClient } from "@/lib/db/owner";
import { purgeBrokenUploads, purgeDeletedFiles } from "@/lib/files/purge";
import { purgeAttachments } from "@/lib/messaging/purge";

/** How long each kind is kept once it has served: long enough to look into a complaint, or to answer a late repeat. */
const expired = [
  "delete from idempotency_keys where created_at < now() - interval '2 days'",
  "delete from password_reset_tokens where expires_at < now() - interval '7 days'",
  "delete from email_verification_tokens where expires_at < now() - interval '7 days'",
  "delete from outbox where dispatched_at < now() - interval '7 days'",
  "delete from notifications where expires_at < now() - interval '30 days' or read_at < now() - interval '1 year'",
  "delete from worker_heartbeats where seen_at < now() - interval '1 day'",
  "delete from rate_limits where expire < extract(epoch from now()) * 1000",
];

/**
 * Deletes what has expired, deleted files and what broken uploads left among it.
 * @returns how many rows and files went.
 */
export async function purgeExpired(client: PoolClient): Promise<number> {
  let count = 0;
  for (const statement of expired) count += (await client.query(statement)).rowCount ?? 0;
  return count + (await purgeAttachments(client)) + (await purgeDeletedFiles(client)) + (await purgeBrokenUploads());
}
