import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { reword } from "@/lib/notifications/reword";
import { conversationOf, messageKey, tellConversation } from "./conversation";
import { CHANGE_MINUTES } from "./limits";
import type { editSchema, removeSchema } from "./schema";
import { excerptOf } from "./send";

/** Changes what one's own message says, within 15 minutes; it is shown as edited, and notifications of it say the same. Refuses with `not_found` or `too_late`. */
export async function edit(context: Context, { messageId, body }: z.output<typeof editSchema>): Promise<null> {
  const message = await changeable(context, messageId);
  await context.tx.execute(sql`UPDATE messages SET body = ${body}, edited_at = now() WHERE id = ${messageId}`);
  await retell(context, message, excerptOf(body));
  await tellConversation(context.tx, await conversationOf(context.tx, message.conversationId), "thread");
  return null;
}

/** Removes what one's own message says, within 15 minutes; a line says that there was one, and nobody is told of it any more. Refuses as `edit` does. */
export async function remove(context: Context, { messageId }: z.output<typeof removeSchema>): Promise<null> {
  const message = await changeable(context, messageId);
  await context.tx.execute(
    sql`UPDATE messages SET body = '', mentions = '{}', removed_at = now() WHERE id = ${messageId}`,
  );
  await retell(context, message, null);
  await tellConversation(context.tx, await conversationOf(context.tx, message.conversationId), "counts");
  return null;
}

type Changeable = { conversationId: string; position: number; isFresh: boolean };

async function changeable({ actor, tx }: Context, messageId: string): Promise<Changeable> {
  const found = await tx.row<Changeable>(sql`
    SELECT conversation_id AS "conversationId", position, created_at > now() - make_interval(mins => ${CHANGE_MINUTES}) AS "isFresh"
    FROM messages WHERE id = ${messageId} AND author_id = ${actor.userId} AND kind = 'text' AND removed_at IS NULL FOR UPDATE`);
  if (!found) throw notFound("message");
  if (!found.isFresh)
    throw conflict("too_late", `A message can be changed for ${CHANGE_MINUTES} minutes. Write another one.`);
  return found;
}

async function retell({ tx }: Context, { conversationId, position }: Changeable, body: string | null): Promise<void> {
  const people = await tx.rows<{ userId: string }>(
    sql`SELECT user_id AS "userId" FROM conversation_participants WHERE conversation_id = ${conversationId}`,
  );
  await reword(tx, { userIds: people.map(({ userId }) => userId), key: messageKey(conversationId, position) }, body);
}
