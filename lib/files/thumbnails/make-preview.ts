import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { log } from "@/lib/log";
import { announce } from "@/lib/outbox/outbox";
import { filesDirectory } from "../limits";
import { MeshFault } from "../mesh/mesh";
import { meshFormat } from "../mesh/read-mesh";
import { currentStore, type StoreName, storeNamed } from "../store";
import { drawMesh } from "./draw-mesh";
import { PictureFault, PREVIEW_HEIGHT, PREVIEW_WIDTH, shrinkPicture, shrinkPixels } from "./shrink";

const MOST_TRIES = 3;

type Waiting = { id: string; mediaType: string; store: StoreName; storeKey: string };
/** Runs work in one transaction as the file's lab (lib/jobs/for-lab.ts). */
type AsLab = <T>(work: (context: Context) => Promise<T>) => Promise<T | undefined>;

/**
 * Makes a file's small picture and keeps it beside the file. What has no look or cannot be read gets none, and so does what was
 * tried three times: a file that takes its process down with it, or that the store cannot find, is not tried for ever. No transaction is open while it draws;
 * doing it twice, or dying midway, leaves one picture.
 */
export async function makePreview(asLab: AsLab, fileId: string): Promise<void> {
  const file = await asLab((context) => takeUp(context, fileId));
  if (!file) return;
  const small = await pictureOf(file);
  if (!small) return void (await asLab((context) => settle(context, fileId, null)));
  const store = currentStore();
  const kept = await keep(asLab, store, fileId, small);
  if (kept && !(await asLab((context) => settle(context, fileId, { store, key: kept })))) {
    await storeNamed(store).remove(kept);
  }
}

/** Notes a try, before it can do harm. Answers the file, or undefined when there is nothing to do. */
async function takeUp({ tx }: Context, id: string): Promise<Waiting | undefined> {
  const found = await tx.row<Waiting & { tries: number }>(sql`
    UPDATE case_files SET preview_tries = preview_tries + 1, preview = CASE WHEN preview_tries >= ${MOST_TRIES} THEN 'none' ELSE preview END
    WHERE id = ${id} AND preview = 'waiting'
    RETURNING id, media_type AS "mediaType", store, store_key AS "storeKey", preview_tries AS tries`);
  return found && found.tries <= MOST_TRIES ? found : undefined;
}

async function pictureOf({ id, mediaType, store, storeKey }: Waiting): Promise<Buffer | null> {
  const mesh = meshFormat(mediaType);
  const picture = /^image\/(jpeg|png|webp)$/.exec(mediaType)?.[1];
  if (!mesh && !picture) return null;
  try {
    const small = await storeNamed(store).lend(storeKey, async (place) =>
      mesh
        ? shrinkPixels(await drawMesh(place, mesh, PREVIEW_WIDTH * 2, PREVIEW_HEIGHT * 2))
        : shrinkPicture(place, picture as string),
    );
    if (!small) throw new Error("The store does not have this file.");
    return small;
  } catch (error) {
    if (!(error instanceof MeshFault || error instanceof PictureFault)) throw error;
    log.info({ file: id, reason: error.message }, "a file gets no preview");
    return null;
  }
}

async function keep(asLab: AsLab, store: StoreName, fileId: string, small: Buffer): Promise<string | undefined> {
  const arriving = path.join(filesDirectory(), "arriving");
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  const place = path.join(arriving, randomUUID());
  try {
    await writeFile(place, small, { mode: 0o600 });
    return await asLab(({ actor }) =>
      storeNamed(store).keep({
        path: place,
        labId: actor.lab.id,
        name: `preview of ${fileId}.webp`,
        mediaType: "image/webp",
      }),
    );
  } finally {
    await rm(place, { force: true });
  }
}

/** Writes what came of it, and tells the open screens. Answers whether the file still waited for it. */
async function settle({ tx }: Context, id: string, kept: { store: StoreName; key: string } | null): Promise<boolean> {
  const file = await tx.row<{ caseId: string | null; practiceId: string; audience: string }>(sql`
    UPDATE case_files SET preview = ${kept ? "made" : "none"}, preview_store = ${kept?.store ?? null}, preview_key = ${kept?.key ?? null}
    WHERE id = ${id} AND preview = 'waiting' RETURNING case_id AS "caseId", practice_id AS "practiceId", audience`);
  if (file?.caseId) {
    await announce(tx, [`case:${file.caseId}`], file.audience === "shared" ? file.practiceId : undefined);
  }
  return file !== undefined;
}
