import { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { practicesToWriteTo } from "./contacts";
import { type ConversationLine, listConversations } from "./list";
import { type MessagesView, readMessages, readThread, type ThreadView } from "./thread";

export type OpenThread = { thread: ThreadView; messages: MessagesView };

/** A conversation with its newest messages; null for what is none, or not the acting person's to see, so that the page answers 404. */
export async function openThread(context: Context, id: string): Promise<OpenThread | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const known = await context.tx.row(sql`SELECT FROM conversations WHERE id = ${id}`);
  if (!known) return null;
  return { thread: await readThread(context, id), messages: await readMessages(context, id, {}) };
}

/** All that the page of conversations shows: a page of them (those `after` an id) and whom one can write to. */
export async function readMailbox(
  context: Context,
  after: string | null,
): Promise<{ lines: ConversationLine[]; hasMore: boolean; practices: { id: string; name: string }[] | null }> {
  return { ...(await listConversations(context, after)), practices: await practicesToWriteTo(context) };
}
