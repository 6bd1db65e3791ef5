import type { ReadableStream } from "node:stream/web";
import { TransformStream } from "node:stream/web";
import type { Actor } from "@/lib/access/actor";
import { conflict, notFound, Refusal } from "@/lib/access/errors";
import { tokenHash } from "@/lib/access/tokens";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { keep } from "@/lib/files/keep";
import { fileName } from "@/lib/files/name";
import { receive } from "@/lib/files/receive";
import type { KeptFile } from "@/lib/files/serve";
import { announce } from "@/lib/outbox/outbox";
import { DOCUMENT_EXTENSIONS, LARGEST_DOCUMENT, MOST_DOCUMENTS } from "./vocabulary";

const tooLarge = () => {
  const message = `A document may have at most ${LARGEST_DOCUMENT / 1024 / 1024} MB.`;
  return new Refusal("too_large", message, "too_large", { file: [message] });
};

/**
 * Takes in a document of an application as it streams, recognised by its content, for whoever holds one of its links. Refuses
 * `link_spent`, `too_many_documents`, `decided`, `too_large` and `file_refused`.
 * @param declared the Content-Length header.
 */
export async function addDocument(
  stranger: Actor,
  token: string,
  sent: { name: string; declared: string | null; body: ReadableStream<Uint8Array> | null },
): Promise<{ id: string; name: string }> {
  const name = fileName(sent.name);
  if (!DOCUMENT_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension))) {
    const message = "Documents are PDF, JPEG or PNG.";
    throw new Refusal("invalid", message, "file_refused", { file: [message] });
  }
  if (sent.declared && Number(sent.declared) > LARGEST_DOCUMENT) throw tooLarge();
  await asActor(stranger, (tx) => applicationFor(tx, token));
  return receive(name, sent.body && bounded(sent.body), (received) =>
    keep({ labId: stranger.lab.id, name, received }, ({ store, key, mediaType }) =>
      asActor(stranger, async (tx) => {
        const applicationId = await applicationFor(tx, token);
        const row = await tx.row<{ id: string; name: string }>(sql`
          INSERT INTO dentist_application_files (application_id, name, media_type, size_bytes, sha256, store, store_key)
          VALUES (${applicationId}, ${name}, ${mediaType}, ${received.size}, ${received.sha256}, ${store}, ${key}) RETURNING id, name`);
        await announce(tx, ["applications"]);
        return row as { id: string; name: string };
      }),
    ),
  );
}

/** The stream, broken off beyond the largest size whatever its sender declared. */
function bounded(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let size = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > LARGEST_DOCUMENT) controller.error(tooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
}

/** The application that a link adds documents to, locked so that simultaneous ones do not exceed their number. */
async function applicationFor(tx: Transaction, token: string): Promise<string> {
  const found = await tx.row<{ id: string; open: boolean }>(sql`
    SELECT a.id, a.status IN ('unconfirmed', 'submitted', 'in_review', 'question') AS open
    FROM dentist_application_links k JOIN dentist_applications a ON a.id = k.application_id
    WHERE k.token_hash = ${tokenHash(token)} AND k.expires_at > now() FOR UPDATE OF a`);
  if (!found) throw conflict("link_spent", "This link does not work any more. Open the newest letter, or apply again.");
  if (!found.open) throw conflict("decided", "Nothing can be added to this application any more.");
  // Counted after the lock: a statement that waited for it would still count what it saw before.
  const there = await tx.row<{ documents: number }>(sql`
    SELECT count(*)::int AS documents FROM dentist_application_files WHERE application_id = ${found.id}`);
  if (there && there.documents >= MOST_DOCUMENTS)
    throw conflict("too_many_documents", `An application has at most ${MOST_DOCUMENTS} documents.`);
  return found.id;
}

/** A document for a reviewer of its lab. Refuses with `not_found` for any other, and for one that is not of the application. */
export async function keptDocument(tx: Transaction, applicationId: string, id: string): Promise<KeptFile> {
  const file = await tx.row<KeptFile>(sql`
    SELECT f.id, f.name, f.media_type AS "mediaType", f.size_bytes AS "sizeBytes", f.sha256, f.store, f.store_key AS "storeKey"
    FROM dentist_application_files f JOIN dentist_applications a ON a.id = f.application_id
    WHERE f.id = ${id} AND f.application_id = ${applicationId} AND a.confirmed_at IS NOT NULL`);
  if (!file) throw notFound("document");
  return file;
}
