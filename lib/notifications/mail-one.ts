import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { oneLetter, type Told } from "./letters";
import { actsFor } from "./receivers";

/**
 * The job `mail_notification`: queues the letter of one notification and marks it mailed in the same transaction, so that it is written
 * once however often the job runs. Writes none when it was read meanwhile, has expired, or the person is no longer of the lab or the practice it is
 * about.
 */
export async function mailOne({ actor, tx }: Context, { notificationId }: { notificationId: string }): Promise<void> {
  const due = await tx.row<Told & { to: string }>(sql`
    SELECT n.title, n.body, n.href, u.email AS "to" FROM notifications n
    JOIN memberships m ON m.lab_id = n.lab_id AND m.user_id = n.user_id AND m.status = 'active'
    JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    JOIN users u ON u.id = n.user_id AND u.status = 'active' AND u.deleted_at IS NULL
    WHERE n.id = ${notificationId} AND n.email = 'at_once' AND n.mailed_at IS NULL AND n.read_at IS NULL
      AND (n.expires_at IS NULL OR n.expires_at > now()) AND ${actsFor(sql`n.practice_id`)}
    FOR UPDATE OF n`);
  if (!due) return;
  await queueMail(tx, { to: due.to, ...(await oneLetter(tx, due, { lab: actor.lab, to: due.to })) });
  await tx.execute(sql`UPDATE notifications SET mailed_at = now() WHERE id = ${notificationId}`);
}
