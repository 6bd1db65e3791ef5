import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import { dayWords } from "../day-words";

const DAYS_BEFORE = 30;

/**
 * Tells the person and those who look after people, once, of each certificate that runs out within 30 days or has run out. A job by the
 * clock; running it again tells nobody twice. Answers how many were announced.
 */
export async function alertExpiry({ actor, tx }: Context): Promise<number> {
  const { locale, timeZone } = actor.lab;
  const today = labToday(timeZone);
  const due = await tx.rows<{ id: string; name: string; expiresOn: string; userId: string; person: string }>(sql`
    UPDATE staff_certificates c SET alerted_at = now() FROM staff_profiles p
    JOIN users u ON u.id = p.user_id JOIN memberships m ON m.lab_id = p.lab_id AND m.user_id = p.user_id AND m.status = 'active'
    WHERE p.lab_id = c.lab_id AND p.id = c.staff_profile_id AND c.alerted_at IS NULL AND c.expires_on <= ${today}::date + ${DAYS_BEFORE}::int
      AND coalesce(p.left_on >= ${today}::date, true)
    RETURNING c.id, c.name, c.expires_on AS "expiresOn", u.id AS "userId", u.name AS person`);
  for (const { id, name, expiresOn, userId, person } of due) {
    const runsOut = `${expiresOn < today ? "ran out on" : "runs out on"} ${dayWords(expiresOn, locale)}`;
    const notice = { type: "alert" as const, href: `/people/${userId}?tab=certificates` };
    const key = `certificate-${id}-${expiresOn}`;
    await notify(tx, { userIds: [userId] }, { ...notice, key, title: `Your certificate ${name} ${runsOut}` });
    const title = `${person}'s certificate ${name} ${runsOut}`;
    await notify(tx, { permission: "staff.manage" }, { ...notice, key: `${key}-lab`, title });
  }
  return due.length;
}
