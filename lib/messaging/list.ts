import type { Context } from "@/lib/access/action";
import { emptySql, type Sql, sql } from "@/lib/db/sql";
import type { ConversationType } from "./conversation";
import { peopleOf, titleOf } from "./people";

const PAGE_SIZE = 30;
const MOST_COUNTED = 100;

/** A conversation as the list shows it. `at` is when something was last said. */
export type ConversationLine = {
  id: string;
  type: ConversationType;
  title: string;
  /** The practice it is with, for the lab; null for the lab's own. */
  practice: string | null;
  isInternal: boolean;
  last: string;
  at: Date;
  /** Messages of others that the acting person has not seen; at most 100. */
  unread: number;
};

type Row = Omit<ConversationLine, "title" | "last"> & {
  subject: string | null;
  number: string | null;
  lastBody: string | null;
  lastAuthor: string | null;
};

const unread: Sql = sql`(SELECT count(*)::int FROM (SELECT FROM messages n WHERE n.lab_id = c.lab_id AND n.conversation_id = c.id
  AND n.position > p.read_position AND n.author_id <> p.user_id AND n.kind = 'text' AND n.removed_at IS NULL LIMIT ${MOST_COUNTED}) x)`;

/**
 * A page of the conversations the acting person is in, the one last spoken in first, at most 30. `after` is the id of the last one of
 * the page before.
 */
export async function listConversations(
  { actor, tx }: Context,
  after: string | null,
): Promise<{ lines: ConversationLine[]; hasMore: boolean }> {
  const me = actor.userId;
  const bound = after
    ? sql`AND (c.last_message_at, c.id) < (SELECT last_message_at, id FROM conversations WHERE id = ${after})`
    : emptySql;
  const rows = await tx.rows<Row>(sql`
    SELECT c.id, c.type, c.subject, k.number, r.name AS practice, c.practice_id IS NULL AS "isInternal", c.last_message_at AS at,
      ${unread} AS unread, m.author_id AS "lastAuthor",
      CASE WHEN m.removed_at IS NOT NULL THEN 'Message removed' WHEN m.body = '' THEN 'A file' ELSE left(m.body, 140) END AS "lastBody"
    FROM conversation_participants p
    JOIN conversations c ON c.lab_id = p.lab_id AND c.id = p.conversation_id
    LEFT JOIN cases k ON k.lab_id = c.lab_id AND k.id = c.case_id
    LEFT JOIN practices r ON r.lab_id = c.lab_id AND r.id = c.practice_id
    LEFT JOIN LATERAL (SELECT n.body, n.author_id, n.removed_at FROM messages n WHERE n.lab_id = c.lab_id AND n.conversation_id = c.id
      AND n.kind = 'text' ORDER BY n.position DESC LIMIT 1) m ON true
    WHERE p.user_id = ${me} AND p.left_at IS NULL AND c.last_message_at IS NOT NULL ${bound}
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${PAGE_SIZE + 1}`);
  const shown = rows.slice(0, PAGE_SIZE);
  const people = await peopleOf(
    tx,
    shown.map(({ id }) => id),
  );
  const lines = shown.map(({ subject, number, lastBody, lastAuthor, ...line }) => {
    const own = people.filter(({ conversationId }) => conversationId === line.id);
    const author = lastAuthor === me ? "You" : own.find(({ userId }) => userId === lastAuthor)?.name;
    return {
      ...line,
      practice: actor.audience === "portal" ? null : line.practice,
      title: titleOf({ type: line.type, subject, number }, own, me),
      last: lastBody === null ? "Nothing said yet" : author ? `${author}: ${lastBody}` : lastBody,
    };
  });
  return { lines, hasMore: rows.length > PAGE_SIZE };
}

/** In how many conversations somebody else said something the acting person has not seen; counts no further than 100. */
export async function unreadConversations({ actor, tx }: Context): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM conversation_participants p JOIN conversations c ON c.lab_id = p.lab_id AND c.id = p.conversation_id
      WHERE p.user_id = ${actor.userId} AND p.left_at IS NULL AND c.last_position > p.read_position AND ${unread} > 0
      LIMIT ${MOST_COUNTED}) x`);
  return row?.count ?? 0;
}
