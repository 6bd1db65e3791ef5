import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { filesDirectory } from "@/lib/files/limits";
import { currentStore, storeNamed } from "@/lib/files/store";
import { log } from "@/lib/log";
import { announce } from "@/lib/outbox/outbox";
import { EXPORTS_TOPIC } from "./ask-export";
import { writeExportLetter } from "./export-letter";
import { type Archive, type Progress, writeArchive } from "./write-archive";

/** Runs work in a transaction of the export's lab, in the name of the person who asked for it. */
export type InLab = <T>(
  work: (context: Context) => Promise<T>,
  person?: { userId: string; name: string },
) => Promise<T | undefined>;

const DAYS_KEPT = 7;
const TELL_EVERY_MS = 700;

/**
 * Makes an export that was asked for: begins anew when an earlier process died over it, does nothing when it is made already. What goes
 * wrong is kept with it and thrown on, for the job to be tried again.
 */
export async function runExport(inLab: InLab, exportId: string): Promise<void> {
  const asked = await inLab(({ tx }) =>
    tx.row<{ userId: string; name: string }>(sql`
      UPDATE data_exports e SET status = 'running', started_at = now(), parts_done = 0, error = NULL FROM users u
      WHERE e.id = ${exportId} AND e.status IN ('waiting', 'running', 'failed') AND u.id = e.asked_by_id RETURNING u.id AS "userId", u.name`),
  );
  if (!asked) return;
  const folder = path.join(filesDirectory(), "arriving");
  const place = path.join(folder, `export-${exportId}.zip`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const actor = await inLab(async (context) => context.actor, asked);
    if (!actor) return;
    await finish(inLab, exportId, asked, place, await writeArchive(actor, place, progressOf(inLab, exportId)));
  } catch (error) {
    log.error({ err: error, exportId }, "an export could not be made");
    await inLab(async ({ tx }) => {
      await tx.execute(
        sql`UPDATE data_exports SET status = 'failed', finished_at = now(), error = 'It could not be written whole.' WHERE id = ${exportId}`,
      );
      await announce(tx, [EXPORTS_TOPIC]);
    });
    throw error;
  } finally {
    await rm(place, { force: true });
  }
}

function progressOf(inLab: InLab, exportId: string): Progress {
  let toldAt = 0;
  return async (done, total) => {
    if (performance.now() - toldAt < TELL_EVERY_MS && done < total) return;
    toldAt = performance.now();
    await inLab(async ({ tx }) => {
      await tx.execute(
        sql`UPDATE data_exports SET parts_done = ${done}, parts_total = ${total} WHERE id = ${exportId}`,
      );
      await announce(tx, [EXPORTS_TOPIC]);
    });
  };
}

async function finish(
  inLab: InLab,
  exportId: string,
  asked: { userId: string; name: string },
  place: string,
  { manifest, bytes, sha256 }: Archive,
): Promise<void> {
  const store = currentStore();
  const name = `export-${manifest.lab.slug}-${manifest.takenAt.slice(0, 10)}.zip`;
  const key = await storeNamed(store).keep({ path: place, labId: manifest.lab.id, name, mediaType: "application/zip" });
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  try {
    await inLab(async ({ actor, tx }) => {
      await tx.execute(sql`
        UPDATE data_exports SET status = 'ready', store = ${store}, store_key = ${key}, size_bytes = ${bytes}, sha256 = ${sha256}, row_count = ${rows},
          file_count = ${Object.keys(manifest.files).length}, finished_at = now(), expires_at = now() + make_interval(days => ${DAYS_KEPT}) WHERE id = ${exportId}`);
      await writeExportLetter(tx, { lab: actor.lab, userId: asked.userId, daysKept: DAYS_KEPT });
      await announce(tx, [EXPORTS_TOPIC]);
    });
  } catch (error) {
    await storeNamed(store).remove(key);
    throw error;
  }
}
