import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { emptySql, type Sql, sql } from "@/lib/db/sql";
import { type ConversationType, caseTopic, personalTopic } from "./conversation";
import type { ConversationEvent } from "./events";
import { peopleOf, titleOf } from "./people";

const PAGE_SIZE = 50;
const MOST_AT_ONCE = 200;

export type AttachmentView = { id: string; name: string; mediaType: string; sizeBytes: number };

/** A message as the screen shows it; `at` and `editedAt` are ISO instants. A removed one has no body. */
export type MessageView = {
  id: string;
  position: number;
  authorId: string;
  body: string;
  event: ConversationEvent | null;
  mentions: string[];
  at: string;
  isEdited: boolean;
  isRemoved: boolean;
  /** What its sender's screen called it before it was kept. */
  clientKey: string | null;
  attachments: AttachmentView[];
};

export type PersonView = { userId: string; name: string; isLab: boolean; isIn: boolean; readPosition: number };

/** A conversation with the newest of its messages, or those asked for. */
export type ThreadView = {
  id: string;
  type: ConversationType;
  title: string;
  subject: string | null;
  practice: { id: string; name: string } | null;
  case: { id: string; number: string } | null;
  people: PersonView[];
  lastPosition: number;
  /** What this person's screen listens to. */
  topics: string[];
};

export type MessagesView = { messages: MessageView[]; people: PersonView[]; lastPosition: number };

/** The head of a conversation that the acting person may see. Refuses with `not_found`. */
export async function readThread({ actor, tx }: Context, id: string): Promise<ThreadView> {
  const found = await tx.row<Omit<ThreadView, "people" | "title" | "topics">>(sql`
    SELECT c.id, c.type, c.subject, c.last_position AS "lastPosition",
      CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('id', r.id, 'name', r.name) END AS practice,
      CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.id, 'number', k.number) END AS case
    FROM conversations c
    LEFT JOIN cases k ON k.lab_id = c.lab_id AND k.id = c.case_id
    LEFT JOIN practices r ON r.lab_id = c.lab_id AND r.id = c.practice_id
    WHERE c.id = ${id}`);
  if (!found) throw notFound("conversation");
  const people = await viewsOf({ actor, tx }, id);
  const title = titleOf({ ...found, number: found.case?.number ?? null }, people, actor.userId);
  const topics = found.case ? [caseTopic(id)] : [personalTopic(actor.userId ?? "", id)];
  return { ...found, title, people, topics };
}

type Asked = { before?: number; after?: number };

/**
 * Messages of a conversation in their order: the newest 50, the 50 before a position, or up to 200 after one together with those that
 * were edited or removed lately (so that a screen that was away catches up). Refuses with `not_found`.
 */
export async function readMessages({ actor, tx }: Context, id: string, asked: Asked): Promise<MessagesView> {
  const head = await tx.row<{ lastPosition: number }>(
    sql`SELECT last_position AS "lastPosition" FROM conversations WHERE id = ${id}`,
  );
  if (!head) throw notFound("conversation");
  const { before, after } = asked;
  const messages =
    after === undefined
      ? (
          await messagesWhere(tx, id, before ? sql`AND n.position < ${before}` : emptySql, sql`DESC`, PAGE_SIZE)
        ).reverse()
      : [
          ...(await messagesWhere(tx, id, changedLately(after), sql`ASC`, PAGE_SIZE)),
          ...(await messagesWhere(tx, id, sql`AND n.position > ${after}`, sql`ASC`, MOST_AT_ONCE)),
        ];
  return { messages, people: await viewsOf({ actor, tx }, id), lastPosition: head.lastPosition };
}

const changedLately = (upTo: number): Sql =>
  sql`AND n.position <= ${upTo} AND n.position > ${upTo - MOST_AT_ONCE} AND greatest(n.edited_at, n.removed_at) > now() - interval '1 hour'`;

async function messagesWhere(
  tx: Context["tx"],
  id: string,
  where: Sql,
  direction: Sql,
  most: number,
): Promise<MessageView[]> {
  const rows = await tx.rows<Omit<MessageView, "at"> & { at: Date }>(sql`
    SELECT n.id, n.position, n.author_id AS "authorId", n.body, n.data AS event, n.mentions, n.created_at AS at,
      n.edited_at IS NOT NULL AS "isEdited", n.removed_at IS NOT NULL AS "isRemoved", n.client_key AS "clientKey",
      CASE WHEN n.removed_at IS NULL THEN coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type,
        'sizeBytes', a.size_bytes) ORDER BY a.created_at, a.id) FROM message_attachments a
        WHERE a.lab_id = n.lab_id AND a.conversation_id = n.conversation_id AND a.message_id = n.id), '[]') ELSE '[]' END AS attachments
    FROM messages n WHERE n.conversation_id = ${id} ${where} ORDER BY n.position ${direction} LIMIT ${most}`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function viewsOf({ tx }: Context, id: string): Promise<PersonView[]> {
  return (await peopleOf(tx, [id])).map(({ conversationId: _, ...person }) => person);
}
