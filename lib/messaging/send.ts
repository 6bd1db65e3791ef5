import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { enqueue } from "@/lib/outbox/outbox";
import { lockConversation } from "./conversation";
import { say } from "./say";
import type { sendSchema } from "./schema";

const EXCERPT = 240;

/** What a notification says of a message. */
export const excerptOf = (body: string): string => body.slice(0, EXCERPT) || "sent a file";

export type Sent = { id: string; position: number };

/** What the job `tell_of_message` is given. */
export type MessageJob = {
  labId: string;
  conversationId: string;
  position: number;
  authorId: string;
  authorName: string;
  caseId: string | null;
  practiceId: string | null;
  excerpt: string;
  mentions: string[];
};

/**
 * Says something in a conversation, with what was attached to it. Mentions count of people who are in it. Refuses with `not_found`
 * where the acting person has no part, and attachments that are not theirs or were sent already.
 */
export async function send(context: Context, input: z.output<typeof sendSchema>): Promise<Sent> {
  const { actor, tx } = context;
  const conversation = await lockConversation(tx, input.conversationId);
  const { id: conversationId, caseId, practiceId } = conversation;
  const people = await tx.rows<{ userId: string }>(sql`
    SELECT user_id AS "userId" FROM conversation_participants
    WHERE conversation_id = ${conversationId} AND left_at IS NULL AND user_id = ANY(${input.mentions}::uuid[]) AND user_id <> ${actor.userId}`);
  const mentions = people.map(({ userId }) => userId);
  const said = { kind: "text", body: input.body, mentions, clientKey: input.idempotencyKey } as const;
  const { id, position } = await say(context, conversation, said);
  await attach(context, conversationId, id, input.attachmentIds);
  await enqueue(tx, "tell_of_message", {
    labId: actor.lab.id,
    conversationId,
    position,
    authorId: actor.userId,
    authorName: actor.name,
    caseId,
    practiceId,
    excerpt: excerptOf(input.body),
    mentions,
  });
  return { id, position };
}

async function attach({ actor, tx }: Context, conversationId: string, messageId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const attached = await tx.execute(sql`
    UPDATE message_attachments SET message_id = ${messageId}
    WHERE id = ANY(${ids}::uuid[]) AND conversation_id = ${conversationId} AND uploaded_by_id = ${actor.userId} AND message_id IS NULL`);
  if (attached !== new Set(ids).size)
    throw invalid("attachmentIds", "One of the files is no longer there. Add it again.");
}
