import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { lockBookings, refuseTaken } from "./bookings";
import { spanWords } from "./lab-time";
import type { answerSchema, reminderSchema } from "./schema";
import { ANSWER_LABEL, type Answer } from "./vocabulary";

type Place = {
  id: string;
  personId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  status: string;
  organiserId: string;
  answer: Answer | null;
  userId: string | null;
  name: string;
};

/**
 * Keeps the acting person's answer to an invitation; a no frees their time, and taking it back books it again. The organiser hears of
 * it. Refuses 404 to whoever is not invited, `cancelled`, `over`, and `double_booked` when their time has been taken since the no.
 */
export async function answerAppointment(
  context: Context,
  { id, answer }: z.output<typeof answerSchema>,
): Promise<{ answer: Answer }> {
  const place = await lockPlace(context, sql`a.id = ${id} AND p.user_id = ${context.actor.userId}`);
  if (!place) throw notFound("appointment");
  return keepAnswer(context, place, answer);
}

/** The place of an invited person, locked with its appointment, or undefined. `which` speaks of `a` and `p`. */
export const lockPlace = ({ tx }: Pick<Context, "tx">, which: ReturnType<typeof sql>): Promise<Place | undefined> =>
  tx.row<Place>(sql`
    SELECT a.id, p.id AS "personId", a.title, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.status, a.created_by_id AS "organiserId",
      p.answer, p.user_id AS "userId", coalesce(p.guest_name, u.name) AS name
    FROM appointments a JOIN appointment_people p ON p.lab_id = a.lab_id AND p.appointment_id = a.id AND p.removed_at IS NULL
    LEFT JOIN users u ON u.id = p.user_id
    WHERE ${which} FOR UPDATE OF a`);

/** Writes the answer of a person whose place is locked, and tells the organiser. Refuses as `answerAppointment`. */
export async function keepAnswer(context: Context, place: Place, answer: Answer): Promise<{ answer: Answer }> {
  const { actor, tx } = context;
  if (place.status === "cancelled") throw conflict("cancelled", "This appointment was cancelled.");
  if (place.endsAt.getTime() < Date.now()) throw conflict("over", "This appointment is over.");
  if (place.answer === answer) return { answer };
  const span = { startsAt: place.startsAt.toISOString(), endsAt: place.endsAt.toISOString() };
  if (place.userId && place.answer === "no") {
    const takes = { people: [place.userId], roomId: null, equipmentId: null };
    await lockBookings(tx, takes);
    await refuseTaken(context, takes, [span], [place.id]);
  }
  await tx.execute(
    sql`UPDATE appointment_people SET answer = ${answer}, answered_at = now() WHERE id = ${place.personId}`,
  );
  await notify(
    tx,
    { userIds: [place.organiserId] },
    {
      key: `appointment:${place.id}:answer:${place.personId}:${Date.now()}`,
      type: "appointment",
      title: `${place.name}: ${ANSWER_LABEL[answer].toLowerCase()} to ${place.title}`,
      body: spanWords(span.startsAt, span.endsAt, actor.lab.timeZone, actor.lab.locale),
      href: `/calendar/${place.id}`,
    },
  );
  await announce(tx, ["calendar", `appointment:${place.id}`]);
  return { answer };
}

/** Sets how long before the acting person is reminded, in minutes; null for not at all. Refuses 404 to whoever is not invited. */
export async function setReminder(
  { actor, tx }: Context,
  { id, minutes }: z.output<typeof reminderSchema>,
): Promise<{ minutes: number | null }> {
  const set = await tx.execute(sql`
    UPDATE appointment_people SET reminder_minutes = ${minutes} WHERE appointment_id = ${id} AND user_id = ${actor.userId} AND removed_at IS NULL`);
  if (set === 0) throw notFound("appointment");
  return { minutes };
}
