import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import type { NoticeJob } from "./notify";
import { type Receiver, receiversOf } from "./receivers";

/**
 * The job `notify`: makes the notification of each person it is for, once however often it runs, and, where one wants the e-mail at
 * once, the job that writes it when it is due (lib/notifications/mail-one.ts). All in the caller's transaction.
 */
export async function deliver({ tx }: Context, { to, notice, actorId }: Omit<NoticeJob, "labId">): Promise<void> {
  if (notice.expiresAt && Date.parse(notice.expiresAt) <= Date.now()) return;
  const receivers = await receiversOf(tx, to, notice.type, actorId);
  const told: string[] = [];
  for (const receiver of receivers) {
    if (!receiver.inApp && receiver.email === "off") continue;
    if (await make(tx, receiver, notice)) told.push(receiver.userId);
  }
  if (told.length > 0)
    await announce(
      tx,
      told.map((userId) => `user:${userId}`),
    );
}

/** Answers whether there was not one already. */
async function make(tx: Transaction, receiver: Receiver, notice: NoticeJob["notice"]): Promise<boolean> {
  const { userId, practiceId, inApp, email } = receiver;
  const { key, thread = null, always = false, mailAfterMinutes = 0 } = notice;
  if (thread) await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${userId} ${thread}`}, 0))`); // or two at once would both find none
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO notifications (user_id, practice_id, key, thread, type, priority, title, body, href, expires_at, is_shown, email, mail_due_at)
    SELECT ${userId}::uuid, ${practiceId}::uuid, ${key}, ${thread}::text, ${notice.type}, ${notice.priority ?? "medium"},
      ${notice.title.slice(0, 300)}, ${notice.body?.slice(0, 1000) ?? null}, ${notice.href}, ${notice.expiresAt ?? null}::timestamptz,
      ${inApp}, ${email}::text, CASE WHEN ${email}::text = 'at_once' THEN now() + make_interval(mins => ${mailAfterMinutes}) END
    WHERE ${always} OR NOT EXISTS (SELECT FROM notifications n WHERE n.user_id = ${userId}::uuid AND n.thread = ${thread}::text
      AND n.read_at IS NULL AND n.created_at > now() - interval '1 day' AND (n.expires_at IS NULL OR n.expires_at > now()))
    ON CONFLICT (lab_id, user_id, key) DO NOTHING RETURNING id`);
  if (!made) return false;
  if (email === "at_once")
    await tx.execute(sql`
      INSERT INTO outbox (lab_id, topic, payload, available_at)
      SELECT lab_id, 'mail_notification', jsonb_build_object('labId', lab_id, 'notificationId', id), mail_due_at FROM notifications WHERE id = ${made.id}`);
  return true;
}
