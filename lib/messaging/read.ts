import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { markThreadRead } from "@/lib/notifications/read";
import { announce } from "@/lib/outbox/outbox";
import { conversationOf, tellConversation } from "./conversation";
import type { readSchema } from "./schema";

/**
 * The acting person has seen a conversation up to a position; never counts backwards. What they were told of it is read with that.
 * Someone who is not in it (a case's conversation of others) leaves no trace.
 */
export async function markRead(
  { actor, tx }: Context,
  { conversationId, position }: z.output<typeof readSchema>,
): Promise<null> {
  const conversation = await conversationOf(tx, conversationId);
  const upTo = Math.min(position, conversation.lastPosition);
  const moved = await tx.execute(sql`
    UPDATE conversation_participants SET read_position = ${upTo}, last_read_at = now()
    WHERE conversation_id = ${conversationId} AND user_id = ${actor.userId} AND left_at IS NULL AND read_position < ${upTo}`);
  const unnoticed = await markThreadRead({ actor, tx }, `conversation:${conversationId}`);
  if (moved > 0) await tellConversation(tx, conversation, "thread");
  if (moved + unnoticed > 0) await announce(tx, [`user:${actor.userId}`]);
  return null;
}
