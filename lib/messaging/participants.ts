import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { contactsFor } from "./contacts";
import { type Conversation, lockConversation } from "./conversation";
import { say } from "./say";
import type { addPeopleSchema, leaveSchema, removePersonSchema, renameSchema } from "./schema";

/** Puts people into a conversation; those who are in it already stay. They find what was said before, as read. */
export async function putIn(tx: Transaction, conversationId: string, userIds: readonly string[]): Promise<void> {
  for (const userId of userIds)
    await tx.execute(sql`
      INSERT INTO conversation_participants (conversation_id, user_id, read_position)
      SELECT ${conversationId}::uuid, ${userId}::uuid, last_position FROM conversations WHERE id = ${conversationId}
      ON CONFLICT (lab_id, conversation_id, user_id) WHERE deleted_at IS NULL DO NOTHING`);
}

/** Adds people to a group or a case's conversation. Refuses people the acting person may not write to, and a direct one. */
export async function addPeople(
  context: Context,
  { conversationId, userIds }: z.output<typeof addPeopleSchema>,
): Promise<null> {
  const { tx } = context;
  const conversation = await notDirect(tx, conversationId);
  const known = await contactsFor(context, conversation.practiceId);
  const chosen = [...new Set(userIds)].map((id) => known.find(({ userId }) => userId === id));
  const added: string[] = [];
  for (const person of chosen) {
    if (!person) throw invalid("userIds", "One of these people cannot take part in this conversation.");
    if (await rejoin(tx, conversation, person.userId)) added.push(person.name);
  }
  if (added.length > 0) await say(context, conversation, { kind: "event", event: { event: "added", names: added } });
  return null;
}

/** Puts one person in, anew or again. Answers whether they were not in it. */
async function rejoin(tx: Transaction, { id, lastPosition }: Conversation, userId: string): Promise<boolean> {
  const before = await tx.row<{ leftAt: Date | null }>(
    sql`SELECT left_at AS "leftAt" FROM conversation_participants WHERE conversation_id = ${id} AND user_id = ${userId} AND deleted_at IS NULL`,
  );
  if (!before) {
    await putIn(tx, id, [userId]);
    return true;
  }
  if (!before.leftAt) return false;
  await tx.withLabRights(() =>
    tx.execute(
      sql`UPDATE conversation_participants SET left_at = NULL, read_position = ${lastPosition} WHERE conversation_id = ${id} AND user_id = ${userId}`,
    ),
  );
  return true;
}

/** Takes somebody out of a group or a case's conversation; the lab's people alone may. Refuses a direct one. */
export async function removePerson(
  context: Context,
  { conversationId, userId }: z.output<typeof removePersonSchema>,
): Promise<null> {
  const { actor, tx } = context;
  if (actor.audience !== "lab") throw new Refusal("forbidden", "Ask the lab to take somebody out.");
  const conversation = await notDirect(tx, conversationId);
  const person = await tx.row<{ name: string }>(sql`
    SELECT u.name FROM conversation_participants p JOIN users u ON u.id = p.user_id
    WHERE p.conversation_id = ${conversationId} AND p.user_id = ${userId} AND p.left_at IS NULL`);
  if (!person) throw notFound("person");
  await say(context, conversation, { kind: "event", event: { event: "removed", name: person.name } });
  await out(tx, conversationId, userId);
  return null;
}

/** The acting person leaves a group or stops following a case's conversation. Refuses a direct one. */
export async function leave(context: Context, { conversationId }: z.output<typeof leaveSchema>): Promise<null> {
  const { actor, tx } = context;
  const conversation = await notDirect(tx, conversationId);
  const isIn = await tx.row(sql`
    SELECT FROM conversation_participants WHERE conversation_id = ${conversationId} AND user_id = ${actor.userId} AND left_at IS NULL`);
  if (!isIn) return null;
  await say(context, conversation, { kind: "event", event: { event: "left" } });
  await out(tx, conversationId, actor.userId as string);
  return null;
}

const out = (tx: Transaction, conversationId: string, userId: string) =>
  tx.execute(
    sql`UPDATE conversation_participants SET left_at = now() WHERE conversation_id = ${conversationId} AND user_id = ${userId}`,
  );

/** Gives a group a name, or takes it away. Refuses any other conversation. */
export async function rename(
  context: Context,
  { conversationId, subject }: z.output<typeof renameSchema>,
): Promise<null> {
  const conversation = await lockConversation(context.tx, conversationId);
  if (conversation.type !== "group") throw conflict("not_a_group", "Only a group has a name.");
  if ((conversation.subject ?? "") === subject) return null;
  await context.tx.execute(sql`UPDATE conversations SET subject = ${subject || null} WHERE id = ${conversationId}`);
  await say(context, conversation, { kind: "event", event: { event: "renamed", subject } });
  return null;
}

async function notDirect(tx: Transaction, id: string): Promise<Conversation> {
  const conversation = await lockConversation(tx, id);
  if (conversation.type === "direct") throw conflict("direct", "This conversation is between two. Begin a group.");
  return conversation;
}
