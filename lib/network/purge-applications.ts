import type { PoolClient } from "@/lib/db/owner";
import { letGo } from "@/lib/files/let-go";
import type { StoreName } from "@/lib/files/store";

const MOST = 500;

/**
 * Removes for good the documents of applications that came to nothing, content first: of those never confirmed for a week, and of those
 * rejected or withdrawn 90 days ago. Applications never confirmed go with their documents. Runs on the owner's connection.
 * @returns how many documents and applications went.
 */
export async function purgeApplications(client: PoolClient): Promise<number> {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<{ id: string; store: StoreName; store_key: string }>(
      `SELECT f.id, f.store, f.store_key FROM dentist_application_files f
       JOIN dentist_applications a ON a.lab_id = f.lab_id AND a.id = f.application_id
       WHERE (a.confirmed_at IS NULL AND a.created_at < now() - interval '7 days')
         OR (a.status IN ('rejected', 'withdrawn') AND a.updated_at < now() - interval '90 days')
       ORDER BY f.id LIMIT $1 FOR UPDATE OF f SKIP LOCKED`,
      [MOST],
    );
    const gone = await letGo(
      rows.map(({ id, store, store_key }) => ({ id, contents: [{ store, key: store_key }] })),
      "an application's document",
    );
    await client.query("DELETE FROM dentist_application_files WHERE id = ANY($1::uuid[])", [gone]);
    const { rowCount } = await client.query(
      `DELETE FROM dentist_applications a WHERE a.confirmed_at IS NULL AND a.created_at < now() - interval '7 days'
       AND NOT EXISTS (SELECT FROM dentist_application_files f WHERE f.lab_id = a.lab_id AND f.application_id = a.id)`,
    );
    await client.query("COMMIT");
    return gone.length + (rowCount ?? 0);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}
