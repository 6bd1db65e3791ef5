import type { Context } from "@/lib/access/action";
import { addressOf } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { queueMail } from "@/lib/mail/queue";
import { cancelFile, requestFile, seriesFile, type Told } from "./ics";
import { invitationAddress } from "./invitation-link";
import { spanWords } from "./lab-time";
import { appointmentLetter, type LetterKind } from "./letters";
import { leftOutOf } from "./repeat";
import type { Answer, Repeat } from "./vocabulary";

/** A person's place in one appointment: as they last heard of it (`told`), and as it is now (`state`). */
type Place = Omit<Told, "slotAt" | "startsAt" | "endsAt" | "organiser"> & {
  personId: string;
  userId: string | null;
  name: string;
  email: string;
  answer: Answer | null;
  told: string | null;
  state: string;
  slotAt: Date | null;
  startsAt: Date;
  endsAt: Date;
  organiserName: string;
  organiserEmail: string;
  note: string | null;
  silent: boolean;
  repeat: Repeat | null;
  until: string | null;
};

const OFF = "off";

/**
 * The job `mail_appointment`: writes each invited person what they do not know yet of an appointment and of its series, one letter for
 * all that is on and one for all that is off, with the calendar file. Run again it finds nothing to tell. Whoever called it, and
 * whoever wants no letters about appointments, gets none.
 */
export async function mailAppointment(context: Context, { appointmentId }: { appointmentId: string }): Promise<void> {
  const { tx } = context;
  const places = await placesOf(tx, appointmentId);
  const whose = ({ userId, email }: Place) => userId ?? email;
  for (const person of new Set(places.map(whose))) {
    const own = places.filter((place) => whose(place) === person);
    const news = own.filter(({ told, state }) => told !== state && (told !== null || state !== OFF));
    if (news.length === 0) continue;
    if (!own[0]?.silent) {
      await write(
        context,
        own,
        news.filter(({ state }) => state !== OFF),
      );
      await write(
        context,
        own,
        news.filter(({ state }) => state === OFF),
      );
    }
    await tx.execute(sql`
      UPDATE appointment_people p SET told = n.state
      FROM jsonb_to_recordset(${JSON.stringify(news.map(({ personId, state }) => ({ id: personId, state })))}::jsonb) AS n(id uuid, state text)
      WHERE p.id = n.id`);
  }
}

const placesOf = (tx: Transaction, appointmentId: string): Promise<Place[]> =>
  tx.rows<Place>(sql`
    SELECT a.id, a.series_id AS "seriesId", a.slot_at AS "slotAt", a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.sequence, a.title, a.notes,
      coalesce(r.name, a.location) AS where, o.name AS "organiserName", o.email AS "organiserEmail", a.cancel_note AS note,
      p.id AS "personId", p.user_id AS "userId", coalesce(p.guest_name, u.name) AS name, coalesce(p.guest_email, u.email) AS email, p.answer, p.told,
      CASE WHEN a.status = 'cancelled' OR p.removed_at IS NOT NULL THEN ${OFF}
        ELSE md5(concat_ws('|', extract(epoch FROM a.starts_at), extract(epoch FROM a.ends_at), a.title, r.name, a.location)) END AS state,
      p.user_id IS NOT DISTINCT FROM a.created_by_id OR coalesce(n.email, '') = 'off' OR coalesce(u.status, 'active') <> 'active' AS silent,
      s.repeat, to_char(s.until, 'YYYY-MM-DD') AS until
    FROM appointments a JOIN appointment_people p ON p.lab_id = a.lab_id AND p.appointment_id = a.id
    JOIN users o ON o.id = a.created_by_id LEFT JOIN users u ON u.id = p.user_id
    LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
    LEFT JOIN appointment_series s ON s.lab_id = a.lab_id AND s.id = a.series_id
    LEFT JOIN notification_preferences n ON n.lab_id = p.lab_id AND n.user_id = p.user_id AND n.type = 'appointment'
    WHERE a.ends_at > now() AND (a.id = ${appointmentId}
      OR a.series_id = (SELECT i.series_id FROM appointments i WHERE i.id = ${appointmentId}))
    ORDER BY a.starts_at, p.id FOR UPDATE OF p`);

async function write({ actor, tx }: Context, own: readonly Place[], news: readonly Place[]): Promise<void> {
  const [first] = news;
  if (!first) return;
  const { lab } = actor;
  const off = first.state === OFF;
  const kind: LetterKind = off
    ? "cancelled"
    : news.every(({ told }) => told === null || told === OFF)
      ? "invited"
      : "changed";
  const href = first.userId ? addressOf(`/calendar/${first.id}`) : invitationAddress(lab.slug, first.personId);
  const { subject, text, html } = await appointmentLetter(tx, {
    kind,
    title: first.title,
    when: news.map((one) => spanWords(one.startsAt.toISOString(), one.endsAt.toISOString(), lab.timeZone, lab.locale)),
    where: first.where,
    notes: off ? first.note : first.notes,
    lab,
    to: first.email,
    organiser: first.organiserName,
    href,
    answers: !first.userId,
  });
  const to = { name: first.name, email: first.email, answer: first.answer, href };
  const file = off ? cancelFile(news.map(toldOf), to) : fileOf(own, news, to, lab.timeZone);
  const base64 = Buffer.from(file).toString("base64");
  const mediaType = `text/calendar; charset=utf-8; method=${off ? "CANCEL" : "REQUEST"}`;
  await queueMail(tx, {
    to: first.email,
    subject,
    text,
    html,
    attachments: [{ name: "invite.ics", mediaType, base64 }],
  });
}

/** A person who hears for the first time of all that takes place of a series gets its rule; of less, each by itself. */
function fileOf(
  own: readonly Place[],
  news: readonly Place[],
  to: Parameters<typeof requestFile>[1],
  zone: string,
): string {
  const [first] = news;
  const whole = news.length > 1 && news.every(({ told }) => told === null);
  const living = own.filter(({ state }) => state !== OFF);
  if (!first?.repeat || !first.until || !whole || living.length !== news.length)
    return requestFile(news.map(toldOf), to);
  const slots = news.flatMap(({ slotAt }) => slotAt?.toISOString() ?? []).toSorted();
  const exclude = leftOutOf(slots as [string, ...string[]], first.repeat, first.until, zone);
  const [one, ...others] = news.map(toldOf);
  return seriesFile([one as Told, ...others], { repeat: first.repeat, until: first.until, zone, exclude }, to);
}

const toldOf = ({ id, seriesId, slotAt, startsAt, endsAt, sequence, title, notes, where, ...rest }: Place): Told => ({
  id,
  seriesId,
  slotAt: slotAt?.toISOString() ?? null,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  sequence,
  title,
  notes,
  where,
  organiser: { name: rest.organiserName, email: rest.organiserEmail },
});
