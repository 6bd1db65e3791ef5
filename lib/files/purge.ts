import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { PoolClient } from "@/lib/db/owner";
import { log } from "@/lib/log";
import { filesDirectory } from "./limits";
import { type StoreName, storeNamed } from "./store";

const DELETED_FOR = "30 days";
const MOST = 500;
const BROKEN_OFF_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Removes for good, content first and then row, what was put away more than 30 days ago, by itself or with its draft; at most 500
 * files a run. A file whose store does not let go of it is logged and left for the next run. Runs on the owner's connection.
 * @returns how many files went.
 */
export async function purgeDeletedFiles(client: PoolClient): Promise<number> {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<{ id: string; store: StoreName; store_key: string }>(
      `SELECT f.id, f.store, f.store_key FROM case_files f LEFT JOIN case_drafts d ON d.lab_id = f.lab_id AND d.id = f.draft_id
       WHERE least(f.deleted_at, d.deleted_at) < now() - $1::interval
       ORDER BY f.id LIMIT $2 FOR UPDATE OF f SKIP LOCKED`,
      [DELETED_FOR, MOST],
    );
    const gone: string[] = [];
    for (const { id, store, store_key } of rows) {
      try {
        await storeNamed(store).remove(store_key);
        gone.push(id);
      } catch (error) {
        log.warn({ file: id, error: (error as Error).message }, "a deleted file's content could not be removed");
      }
    }
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
