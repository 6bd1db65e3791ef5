import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce, enqueueEach } from "@/lib/outbox/outbox";
import { spanWords } from "./lab-time";

/** So long letters about what may be taken back at once wait (seconds), so that nobody hears of what was. */
export const LETTERS_WAIT = 20;

type Event = "invited" | "changed" | "cancelled" | "restored";
const WORDS: Record<Event, string> = {
  invited: "Invitation",
  changed: "Changed",
  cancelled: "Cancelled",
  restored: "Takes place after all",
};

/**
 * Lets the invited know of appointments that were just made, changed, cancelled or taken back into the calendar (of one series, where they are several): a notice in
 * the app now, letters by the job `mail_appointment`, so many seconds from now at the earliest. Screens with a calendar read again.
 */
export async function tellInvited(
  { actor, tx }: Context,
  ids: readonly string[],
  event: Event,
  lettersWait = 0,
): Promise<void> {
  const first = await tx.row<{
    id: string;
    title: string;
    startsAt: Date;
    endsAt: Date;
    sequence: number;
    caseId: string | null;
    people: string[];
  }>(sql`
    SELECT a.id, a.title, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.sequence, a.case_id AS "caseId",
      ARRAY(SELECT p.user_id FROM appointment_people p WHERE p.lab_id = a.lab_id AND p.appointment_id = a.id AND p.removed_at IS NULL
        AND p.user_id IS NOT NULL AND p.answer IS DISTINCT FROM 'no') AS people
    FROM appointments a WHERE a.id = ${ids[0]}`);
  if (!first) return;
  const { id, title, startsAt, endsAt, sequence, caseId, people } = first;
  const when = spanWords(startsAt.toISOString(), endsAt.toISOString(), actor.lab.timeZone, actor.lab.locale);
  await notify(
    tx,
    { userIds: people },
    {
      key: `appointment:${id}:${event}:${sequence}`,
      type: "appointment",
      title: `${WORDS[event]}: ${title}`,
      body: ids.length > 1 ? `${when}, and ${ids.length - 1} more` : when,
      href: `/calendar/${id}`,
    },
  );
  await enqueueEach(
    tx,
    "mail_appointment",
    ids.slice(0, 1).map((appointmentId) => ({ labId: actor.lab.id, appointmentId })),
    lettersWait,
  );
  await announce(tx, ["calendar", ...ids.map((each) => `appointment:${each}`), ...(caseId ? [`case:${caseId}`] : [])]);
}
