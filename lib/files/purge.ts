import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { PoolClient } from "@/lib/db/owner";
import { letGo } from "./let-go";
import { filesDirectory } from "./limits";
import type { StoreName } from "./store";

const DELETED_FOR = "30 days";
const MOST = 500;
const BROKEN_OFF_FOR_MS = 24 * 60 * 60 * 1000;

type Kept = {
  id: string;
  store: StoreName;
  store_key: string;
  preview_store: StoreName | null;
  preview_key: string | null;
};

/**
 * Removes for good, content first and then row, what was put away more than 30 days ago, by itself or with its draft; at most 500
 * files a run. The photo that a check was answered with stays. A file whose store does not let go of it is logged and left for the
 * next run. Runs on the owner's connection.
 * @returns how many files went.
 */
export async function purgeDeletedFiles(client: PoolClient): Promise<number> {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<Kept>(
      `SELECT f.id, f.store, f.store_key, f.preview_store, f.preview_key FROM case_files f LEFT JOIN case_drafts d ON d.lab_id = f.lab_id AND d.id = f.draft_id
       WHERE least(f.deleted_at, d.deleted_at) < now() - $1::interval
         AND NOT EXISTS (SELECT FROM stage_checks s WHERE s.lab_id = f.lab_id AND s.file_id = f.id)
       ORDER BY f.id LIMIT $2 FOR UPDATE OF f SKIP LOCKED`,
      [DELETED_FOR, MOST],
    );
    const gone = await letGo(
      rows.map(({ id, store, store_key, preview_store, preview_key }) => ({
        id,
        contents: [
          ...(preview_store && preview_key ? [{ store: preview_store, key: preview_key }] : []),
          { store, key: store_key },
        ],
      })),
      "a deleted file",
    );
    await client.query("DELETE FROM case_files WHERE id = ANY($1::uuid[])", [gone]);
    await client.query("COMMIT");
    return gone.length;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/**
 * Removes what uploads left behind that broke off with their process, once it is a day old.
 * @returns how many files went.
 */
export async function purgeBrokenUploads(now = Date.now()): Promise<number> {
  const arriving = path.join(filesDirectory(), "arriving");
  const names = await readdir(arriving).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  let count = 0;
  for (const name of names) {
    const place = path.join(arriving, name);
    const found = await stat(place).catch(() => null); // its upload ended meanwhile
    if (!found || now - found.mtimeMs < BROKEN_OFF_FOR_MS) continue;
    await rm(place, { force: true });
    count++;
  }
  return count;
}
