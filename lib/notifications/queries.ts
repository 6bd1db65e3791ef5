import type { Context } from "@/lib/access/action";
import { emptySql, type Sql, sql } from "@/lib/db/sql";
import type { NotificationPriority, NotificationType } from "./vocabulary";

const PAGE_SIZE = 50;
const PANEL_SIZE = 12;

export type NotificationRow = {
  id: string;
  type: NotificationType;
  priority: NotificationPriority;
  title: string;
  body: string | null;
  href: string;
  createdAt: Date;
  isRead: boolean;
};
export type NotificationFilters = { type: NotificationType | null; after: string | null };

/** What is shown to a person: what is theirs, wanted in the app and not expired. */
const mine = (userId: string | null): Sql =>
  sql`n.user_id = ${userId} AND n.is_shown AND (n.expires_at IS NULL OR n.expires_at > now())`;
const columns = sql`n.id, n.type, n.priority, n.title, n.body, coalesce(n.href, '/') AS href, n.created_at AS "createdAt", n.read_at IS NOT NULL AS "isRead"`;

/** A page of the acting person's notifications, the newest first, at most 50; `after` is the id of the last one of the page before. */
export async function listNotifications(
  { actor, tx }: Context,
  { type, after }: NotificationFilters,
): Promise<{ rows: NotificationRow[]; hasMore: boolean }> {
  const found = await tx.rows<NotificationRow>(sql`
    SELECT ${columns} FROM notifications n
    WHERE ${mine(actor.userId)} ${type ? sql`AND n.type = ${type}` : emptySql} ${after ? sql`AND n.id < ${after}::uuid` : emptySql}
    ORDER BY n.id DESC LIMIT ${PAGE_SIZE + 1}`);
  return { rows: found.slice(0, PAGE_SIZE), hasMore: found.length > PAGE_SIZE };
}

/** How many notifications the acting person has not read; counts no further than 100. */
export async function unreadCount({ actor, tx }: Context): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM (SELECT FROM notifications n WHERE ${mine(actor.userId)} AND n.read_at IS NULL LIMIT 100) unread`);
  return row?.count ?? 0;
}

/** What the bell shows: the newest few, the unread ones before the read. */
export function newestNotifications({ actor, tx }: Context): Promise<NotificationRow[]> {
  return tx.rows<NotificationRow>(sql`
    SELECT * FROM (
      (SELECT ${columns} FROM notifications n WHERE ${mine(actor.userId)} AND n.read_at IS NULL ORDER BY n.created_at DESC LIMIT ${PANEL_SIZE})
      UNION ALL
      (SELECT ${columns} FROM notifications n WHERE ${mine(actor.userId)} AND n.read_at IS NOT NULL ORDER BY n.created_at DESC LIMIT ${PANEL_SIZE})
    ) newest ORDER BY "isRead", "createdAt" DESC LIMIT ${PANEL_SIZE}`);
}
