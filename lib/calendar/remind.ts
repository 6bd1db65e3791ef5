import type { Context } from "@/lib/access/action";
import { addressOf } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { notify } from "@/lib/notifications/notify";
import { invitationAddress } from "./invitation-link";
import { spanWords } from "./lab-time";
import { appointmentLetter } from "./letters";

type Due = {
  personId: string;
  userId: string | null;
  name: string;
  email: string;
  wantsLetter: boolean;
  id: string;
  title: string;
  notes: string | null;
  where: string | null;
  organiser: string;
  startsAt: Date;
  endsAt: Date;
};

/**
 * The job `remind_of_appointments`: tells each person whose reminder is due, in the app and by letter (a guest by letter alone), once.
 * Whoever said no, and what has begun, is passed over. Answers how many were told.
 */
export async function remindOfAppointments({ actor, tx }: Context): Promise<number> {
  const due = await tx.rows<Due>(sql`
    WITH due AS (
      SELECT p.id FROM appointment_people p WHERE p.remind_at <= now() AND p.reminded_at IS NULL AND p.is_booked AND p.starts_at >= now() - interval '1 minute'
      ORDER BY p.remind_at LIMIT 200 FOR UPDATE SKIP LOCKED
    ), told AS (
      UPDATE appointment_people p SET reminded_at = now() FROM due WHERE p.id = due.id RETURNING p.*
    )
    SELECT p.id AS "personId", p.user_id AS "userId", coalesce(p.guest_name, u.name) AS name, coalesce(p.guest_email, u.email) AS email,
      coalesce(n.email, '') <> 'off' AND coalesce(u.status, 'active') = 'active' AS "wantsLetter", a.id, a.title, a.notes,
      coalesce(r.name, a.location) AS where, o.name AS organiser, a.starts_at AS "startsAt", a.ends_at AS "endsAt"
    FROM told p JOIN appointments a ON a.lab_id = p.lab_id AND a.id = p.appointment_id JOIN users o ON o.id = a.created_by_id
    LEFT JOIN users u ON u.id = p.user_id LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
    LEFT JOIN notification_preferences n ON n.lab_id = p.lab_id AND n.user_id = p.user_id AND n.type = 'appointment'
    ORDER BY a.starts_at, p.id`);
  for (const one of due) {
    const when = spanWords(one.startsAt.toISOString(), one.endsAt.toISOString(), actor.lab.timeZone, actor.lab.locale);
    if (one.userId)
      await notify(
        tx,
        { userIds: [one.userId] },
        {
          key: `appointment:${one.id}:reminder:${one.startsAt.getTime()}`,
          type: "appointment",
          priority: "high",
          title: `Soon: ${one.title}`,
          body: [when, one.where].filter(Boolean).join(", "),
          href: `/calendar/${one.id}`,
          expiresAt: one.endsAt,
        },
      );
    if (one.wantsLetter) {
      const { id, title, where, notes, organiser } = one;
      const href = one.userId ? addressOf(`/calendar/${id}`) : invitationAddress(actor.lab.slug, one.personId);
      const words = { title, where, notes, organiser, href, when: [when], answers: !one.userId };
      const letter = await appointmentLetter(tx, { kind: "reminder", lab: actor.lab, to: one.email, ...words });
      await queueMail(tx, { to: one.email, ...letter });
    }
  }
  return due.length;
}
