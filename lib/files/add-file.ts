import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { conflict, notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { announce } from "@/lib/outbox/outbox";
import { FORMATS } from "./formats";
import type { Received } from "./receive";
import type { FileRow } from "./rows";
import { currentStore, storeNamed } from "./store";

/** Where a file goes: a draft of one's own, or a case one sees. */
export type FileTarget = { draftId: string } | { caseId: string };

const MOST_FILES = 50;

type Place = { practiceId: string; caseId: string | null; draftId: string | null };

/** The place behind a target. Refuses with `not_found` for what is not the actor's, and when a draft became a case or is full. */
export async function placeFor({ actor, tx }: Context, target: FileTarget): Promise<Place> {
  const found =
    "draftId" in target
      ? await tx.row<Place & { submitted: string | null; files: number }>(sql`
          SELECT practice_id AS "practiceId", NULL AS "caseId", id AS "draftId", submitted_case_id AS submitted,
            (SELECT count(*)::int FROM case_files f WHERE f.draft_id = d.id AND f.deleted_at IS NULL) AS files
          FROM case_drafts d WHERE id = ${target.draftId} AND user_id = ${actor.userId} AND deleted_at IS NULL FOR UPDATE`)
      : await tx.row<Place & { submitted: string | null; files: number }>(sql`
          SELECT practice_id AS "practiceId", id AS "caseId", NULL AS "draftId", NULL AS submitted,
            (SELECT count(*)::int FROM case_files f WHERE f.case_id = c.id AND f.deleted_at IS NULL) AS files
          FROM cases c WHERE id = ${target.caseId}`);
  if (!found) throw notFound("draftId" in target ? "draft" : "case");
  if (found.submitted) throw conflict("draft_submitted", "This prescription was submitted already.");
  if (found.files >= MOST_FILES) throw conflict("too_many_files", `There are ${MOST_FILES} files here already.`);
  return found;
}

/**
 * Keeps a received file and its row. The row and, for a case, the line in its timeline are written together; when that fails the
 * store lets go of the content again.
 */
export async function addFile(actor: Actor, target: FileTarget, name: string, received: Received): Promise<FileRow> {
  const { mediaType, kind } = FORMATS[received.format];
  const storeName = currentStore();
  const store = storeNamed(storeName);
  const key = await store.keep({ path: received.path, labId: actor.lab.id, name, mediaType });
  try {
    return await asActor(actor, async (tx) => {
      const place = await placeFor({ actor, tx }, target);
      const row = await tx.row<FileRow>(sql`
        INSERT INTO case_files (practice_id, case_id, draft_id, name, kind, media_type, size_bytes, sha256, store, store_key, uploaded_by_id)
        VALUES (${place.practiceId}, ${place.caseId}, ${place.draftId}, ${name}, ${kind}, ${mediaType}, ${received.size}, ${received.sha256},
          ${storeName}, ${key}, ${actor.userId})
        RETURNING id, name, kind, media_type AS "mediaType", size_bytes AS "sizeBytes", created_at AS "createdAt"`);
      if (place.caseId) {
        await recordEvent(
          { actor, tx },
          { caseId: place.caseId, kind: "file_added", data: { name }, audience: "shared" },
        );
        await announce(tx, [`case:${place.caseId}`], place.practiceId);
      }
      return row as FileRow;
    });
  } catch (error) {
    await store.remove(key);
    throw error;
  }
}
