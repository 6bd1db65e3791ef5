import type { PoolClient } from "@/lib/db/owner";
import { letGo } from "@/lib/files/let-go";
import type { StoreName } from "@/lib/files/store";

const MOST = 500;

/**
 * Removes for good what was attached to a message that was removed, or to none within a day: content first, then row; files of cases
 * stay with their case. At most 500 a run; one whose store does not let go is logged and left. Runs on the owner's connection.
 * @returns how many went.
 */
export async function purgeAttachments(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ id: string; store: StoreName | null; store_key: string | null }>(
    `SELECT a.id, a.store, a.store_key FROM message_attachments a LEFT JOIN messages n ON n.lab_id = a.lab_id AND n.id = a.message_id
     WHERE n.removed_at < now() - interval '1 day' OR (a.message_id IS NULL AND a.created_at < now() - interval '1 day')
     ORDER BY a.id LIMIT $1`,
    [MOST],
  );
  const gone = await letGo(
    rows.map(({ id, store, store_key }) => ({ id, contents: store && store_key ? [{ store, key: store_key }] : [] })),
    "an attachment",
  );
  await client.query("DELETE FROM message_attachments WHERE id = ANY($1::uuid[])", [gone]);
  return gone.length;
}
