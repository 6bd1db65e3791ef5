import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { type Conversation, tellConversation } from "./conversation";
import type { ConversationEvent } from "./events";

type Said =
  | { kind: "text"; body: string; mentions: string[]; clientKey: string }
  | { kind: "event"; event: ConversationEvent };

/**
 * Adds the next message, or line about what happened, to a conversation that the caller has locked; the author has read up to it. Whoever
 * writes is in the conversation from then on.
 */
export async function say(
  { actor, tx }: Context,
  conversation: Conversation,
  said: Said,
): Promise<{ id: string; position: number }> {
  const position = (
    await tx.row<{ position: number }>(sql`
      UPDATE conversations SET last_position = last_position + 1, last_message_at = clock_timestamp() WHERE id = ${conversation.id}
      RETURNING last_position AS position`)
  )?.position as number;
  if (said.kind === "text") await join({ actor, tx }, conversation.id, position);
  const text = said.kind === "text" ? said : null;
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO messages (conversation_id, position, kind, author_id, body, data, client_key, mentions, created_at)
    VALUES (${conversation.id}, ${position}, ${said.kind}, ${actor.userId}, ${text?.body ?? ""},
      ${said.kind === "event" ? JSON.stringify(said.event) : null}::jsonb, ${text?.clientKey ?? null}, ${text?.mentions ?? []}::uuid[],
      clock_timestamp())
    RETURNING id`);
  await tellConversation(tx, conversation, "counts");
  return { id: made?.id as string, position };
}

/** The acting person is in the conversation and has read up to a position. */
async function join({ actor, tx }: Context, conversationId: string, position: number): Promise<void> {
  await tx.execute(sql`
    INSERT INTO conversation_participants AS p (conversation_id, user_id, read_position, last_read_at)
    VALUES (${conversationId}, ${actor.userId}, ${position}, now())
    ON CONFLICT (lab_id, conversation_id, user_id) WHERE deleted_at IS NULL
    DO UPDATE SET read_position = greatest(p.read_position, excluded.read_position), last_read_at = now(), left_at = NULL`);
}
