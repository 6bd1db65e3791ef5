import type { Context } from "@/lib/access/action";
import { audienceOf, type UserRole } from "@/lib/access/roles";
import { type Sql, sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { enqueue } from "@/lib/outbox/outbox";
import { digestLetter, type Told } from "./letters";
import { actsFor } from "./receivers";
import { NOTIFICATIONS_PAGE } from "./vocabulary";

const LISTED = 40;

/**
 * The latest instant, not after now, at which it was the person's digest hour in the lab's zone. What came before it and is unread
 * belongs into the letter of that day; what came after waits for the next.
 */
const cutoff: Sql = sql`(
  SELECT CASE WHEN today.at <= now() THEN today.at ELSE (today.day - interval '1 day' + make_interval(hours => m.digest_hour)) AT TIME ZONE l.time_zone END
  FROM (SELECT date_trunc('day', now() AT TIME ZONE l.time_zone) AS day,
    (date_trunc('day', now() AT TIME ZONE l.time_zone) + make_interval(hours => m.digest_hour)) AT TIME ZONE l.time_zone AS at) today)`;

const waiting: Sql = sql`n.email = 'daily' AND n.mailed_at IS NULL AND n.read_at IS NULL AND (n.expires_at IS NULL OR n.expires_at > now())
  AND ${actsFor(sql`n.practice_id`)}`;

/** The job `mail_digests`, by the clock: starts the letter of each person of the lab whose hour has passed and who has something unread. */
export async function startDigests({ actor, tx }: Context): Promise<number> {
  const due = await tx.rows<{ userId: string }>(sql`
    SELECT DISTINCT n.user_id AS "userId" FROM notifications n
    JOIN labs l ON l.id = n.lab_id
    JOIN memberships m ON m.lab_id = n.lab_id AND m.user_id = n.user_id AND m.status = 'active'
    JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    WHERE ${waiting} AND n.created_at < ${cutoff}`);
  for (const { userId } of due) await enqueue(tx, "mail_digest", { labId: actor.lab.id, userId });
  return due.length;
}

/**
 * The job `mail_digest`: queues one letter with what a person has not read by their hour and marks it mailed in the same transaction.
 * A second run finds nothing and writes nothing.
 */
export async function mailDigest({ actor, tx }: Context, { userId }: { userId: string }): Promise<void> {
  const unread = await tx.rows<Told & { id: string; to: string; kind: UserRole }>(sql`
    SELECT n.id, n.title, n.body, n.href, u.email AS "to", r.kind FROM notifications n
    JOIN labs l ON l.id = n.lab_id
    JOIN memberships m ON m.lab_id = n.lab_id AND m.user_id = n.user_id AND m.status = 'active'
    JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    JOIN users u ON u.id = n.user_id AND u.status = 'active' AND u.deleted_at IS NULL
    WHERE n.user_id = ${userId} AND ${waiting} AND n.created_at < ${cutoff}
    ORDER BY n.created_at DESC, n.id DESC FOR UPDATE OF n`);
  const [first] = unread;
  if (!first) return;
  const listed = unread.slice(0, LISTED);
  await queueMail(tx, {
    to: first.to,
    ...(await digestLetter(tx, listed, unread.length - listed.length, {
      lab: actor.lab,
      to: first.to,
      listPage: NOTIFICATIONS_PAGE[audienceOf(first.kind)],
    })),
  });
  const ids = unread.map(({ id }) => id);
  await tx.execute(sql`UPDATE notifications SET mailed_at = now() WHERE id = ANY(${ids}::uuid[])`);
}
