import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";

export type ConversationType = "direct" | "group" | "case";

export type Conversation = {
  id: string;
  type: ConversationType;
  caseId: string | null;
  /** Null for one that is the lab's alone. */
  practiceId: string | null;
  subject: string | null;
  lastPosition: number;
};

const columns = sql`id, type, case_id AS "caseId", practice_id AS "practiceId", subject, last_position AS "lastPosition"`;

/** A conversation that the acting person may see; refuses with `not_found` for any other. */
export async function conversationOf(tx: Transaction, id: string): Promise<Conversation> {
  const found = await tx.row<Conversation>(sql`SELECT ${columns} FROM conversations WHERE id = ${id}`);
  if (!found) throw notFound("conversation");
  return found;
}

/**
 * The same, locked until the transaction ends: whoever adds a message or a person holds it, so that messages get their positions in the
 * order in which they become visible.
 */
export async function lockConversation(tx: Transaction, id: string): Promise<Conversation> {
  const found = await tx.row<Conversation>(sql`SELECT ${columns} FROM conversations WHERE id = ${id} FOR UPDATE`);
  if (!found) throw notFound("conversation");
  return found;
}

/** The live topic of a conversation for one person's screens; that of a case is `conversation:<id>`, for all who may see the case. */
export const personalTopic = (userId: string, conversationId: string) =>
  `user:${userId}:conversation:${conversationId}`;
export const caseTopic = (conversationId: string) => `conversation:${conversationId}`;

/** What the notifications of the message at a position go by. */
export const messageKey = (conversationId: string, position: number) => `message:${conversationId}:${position}`;

/** Has the open screens of a conversation read again, and, with `counts`, the unread counts of the people in it. */
export async function tellConversation(
  tx: Transaction,
  { id, caseId, practiceId }: Pick<Conversation, "id" | "caseId" | "practiceId">,
  counts: "counts" | "thread",
): Promise<void> {
  const people = await tx.rows<{ userId: string }>(
    sql`SELECT user_id AS "userId" FROM conversation_participants WHERE conversation_id = ${id} AND left_at IS NULL AND deleted_at IS NULL`,
  );
  const topics = people.flatMap(({ userId }) => [
    ...(caseId ? [] : [personalTopic(userId, id)]),
    ...(counts === "counts" ? [`user:${userId}`] : []),
  ]);
  if (caseId) topics.push(caseTopic(id));
  if (topics.length > 0) await announce(tx, topics, practiceId ?? undefined);
}
