import type { ReadableStream } from "node:stream/web";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { addStream } from "@/lib/files/add-file";
import { keep } from "@/lib/files/keep";
import { fileName } from "@/lib/files/name";
import { receive } from "@/lib/files/receive";
import { type KeptFile, keptFile } from "@/lib/files/serve";
import { type Conversation, conversationOf } from "./conversation";
import type { AttachmentView } from "./thread";

/**
 * Takes a file in for a message that is being written: into the case's files when the conversation is about one (for its practice too,
 * or for the lab alone, as the conversation is), else into the conversation's own. Refuses what lib/files refuses, and `not_found`.
 */
export async function addAttachment(
  actor: Actor,
  conversationId: string,
  name: string,
  stream: ReadableStream<Uint8Array> | null,
): Promise<AttachmentView> {
  const conversation = await asActor(actor, (tx) => conversationOf(tx, conversationId));
  return conversation.caseId
    ? ofCase(actor, conversation, name, stream)
    : ofConversation(actor, conversation, name, stream);
}

const columns = sql`id, name, media_type AS "mediaType", size_bytes AS "sizeBytes"`;

async function ofCase(
  actor: Actor,
  { id, caseId, practiceId }: Conversation,
  name: string,
  stream: ReadableStream<Uint8Array> | null,
): Promise<AttachmentView> {
  const audience = practiceId ? "shared" : "internal";
  const file = await addStream(actor, { caseId: caseId as string, audience }, name, stream);
  return asActor(actor, async (tx) => {
    const made = await tx.row<AttachmentView>(sql`
      INSERT INTO message_attachments (conversation_id, case_file_id, name, media_type, size_bytes, sha256, uploaded_by_id)
      SELECT ${id}::uuid, f.id, f.name, f.media_type, f.size_bytes, f.sha256, ${actor.userId}::uuid FROM case_files f WHERE f.id = ${file.id}
      RETURNING ${columns}`);
    return made as AttachmentView;
  });
}

function ofConversation(
  actor: Actor,
  { id }: Conversation,
  sent: string,
  stream: ReadableStream<Uint8Array> | null,
): Promise<AttachmentView> {
  const name = fileName(sent);
  return receive(name, stream, (received) =>
    keep({ labId: actor.lab.id, name, received }, ({ store, key, mediaType }) =>
      asActor(actor, async (tx) => {
        await conversationOf(tx, id);
        return (await tx.row<AttachmentView>(sql`
          INSERT INTO message_attachments (conversation_id, name, media_type, size_bytes, sha256, store, store_key, uploaded_by_id)
          VALUES (${id}, ${name}, ${mediaType}, ${received.size}, ${received.sha256}, ${store}, ${key}, ${actor.userId})
          RETURNING ${columns}`)) as AttachmentView;
      }),
    ),
  );
}

/**
 * The file of an attachment. Who sees the conversation may open it once it was sent, before that its sender alone; that of a removed
 * message nobody. Refuses with `not_found`.
 */
export async function attachmentFile({ actor, tx }: Context, id: string): Promise<KeptFile> {
  const found = await tx.row<KeptFile & { caseFileId: string | null }>(sql`
    SELECT a.id, a.case_file_id AS "caseFileId", a.name, a.media_type AS "mediaType", a.size_bytes AS "sizeBytes", a.sha256, a.store,
      a.store_key AS "storeKey"
    FROM message_attachments a LEFT JOIN messages n ON n.lab_id = a.lab_id AND n.id = a.message_id
    WHERE a.id = ${id} AND CASE WHEN a.message_id IS NULL THEN a.uploaded_by_id = ${actor.userId} ELSE n.removed_at IS NULL END`);
  if (!found) throw notFound("file");
  const { caseFileId, ...file } = found;
  return caseFileId ? keptFile(tx, caseFileId) : file;
}
