import type { ReadableStream } from "node:stream/web";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { invalid } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { announce, enqueue } from "@/lib/outbox/outbox";
import { FORMATS } from "./formats";
import { keep, type Placed } from "./keep";
import { fileName } from "./name";
import { type FileTarget, type Place, placeFor } from "./place";
import { type Received, receive } from "./receive";
import { type FileRow, fileColumns } from "./rows";

/**
 * Takes a stream in as a file: written to disk as it comes, recognised by its content, kept, and given its row and preview job.
 * `name` is what the sender calls it. Refuses what `fileName`, `receive`, `recognise` and `placeFor` refuse; then nothing is kept.
 */
export async function addStream(
  actor: Actor,
  target: FileTarget,
  name: string,
  stream: ReadableStream<Uint8Array> | null,
): Promise<FileRow> {
  const called = fileName(name);
  return receive(called, stream, (received) => addFile(actor, target, called, received));
}

/**
 * Keeps a received file and its row. The row, its preview's job and, for a case, the line in its timeline are written together;
 * when that fails the store lets go of the content again. Refuses as `placeFor` does, and a version of another kind than its file.
 */
export async function addFile(actor: Actor, target: FileTarget, name: string, received: Received): Promise<FileRow> {
  const { kind } = FORMATS[received.format];
  return keep({ labId: actor.lab.id, name, received }, (placed) =>
    asActor(actor, async (tx) => {
      const place = await placeFor({ actor, tx }, target);
      if (place.kind && place.kind !== kind) {
        throw invalid("file", `A new version of a ${place.kind} must be a ${place.kind} too.`);
      }
      const row = await writeFile({ actor, tx }, place, name, placed);
      if (place.caseId) await tellOfFile({ actor, tx }, { ...place, caseId: place.caseId }, row);
      return row;
    }),
  );
}

/** The line in the case's timeline, and who else is to know. */
async function tellOfFile({ actor, tx }: Context, place: Place & { caseId: string }, row: FileRow): Promise<void> {
  const { caseId, audience, practiceId } = place;
  const { id, name } = row;
  if (place.series)
    await recordEvent(
      { actor, tx },
      { caseId, audience, kind: "file_version_added", data: { name, version: place.revision } },
    );
  else await recordEvent({ actor, tx }, { caseId, audience, kind: "file_added", data: { name } });
  if (actor.audience === "portal")
    await notify(
      tx,
      { permission: "cases.receive" },
      {
        key: `file:${id}`,
        type: "case_update",
        title: `${actor.practice?.name ?? actor.name} added files to a case`,
        body: name,
        href: `/cases/${caseId}/files`,
        thread: `files:${caseId}`,
      },
    );
  await announce(tx, [`case:${caseId}`], practiceId);
}

/** Writes the row of a file that is in its store, and its preview's job, in the caller's transaction. */
export async function writeFile(
  { actor, tx }: Context,
  place: Place,
  name: string,
  { received, store, key }: Placed,
): Promise<FileRow> {
  const { mediaType, kind } = FORMATS[received.format];
  const row = (await tx.row<FileRow>(sql`
    INSERT INTO case_files AS f (practice_id, case_id, draft_id, name, kind, media_type, size_bytes, sha256, store, store_key,
      uploaded_by_id, audience, series, revision)
    VALUES (${place.practiceId}, ${place.caseId}, ${place.draftId}, ${name}, ${kind}, ${mediaType}, ${received.size}, ${received.sha256},
      ${store}, ${key}, ${actor.userId}, ${place.audience}, coalesce(${place.series}::uuid, uuid_v7()), ${place.revision})
    RETURNING ${fileColumns}`)) as FileRow;
  await enqueue(tx, "file_preview", { labId: actor.lab.id, fileId: row.id });
  return row;
}
