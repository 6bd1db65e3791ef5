import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { conflict, Refusal } from "@/lib/access/errors";
import { mayTryLink } from "@/lib/access/guesses";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import type { Origin } from "@/lib/access/sign-in";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { keepAnswer, lockPlace } from "./answer-appointment";
import { placeOfLink } from "./invitation-link";
import type { invitationSchema } from "./schema";
import type { Answer } from "./vocabulary";

const spent = () => conflict("link_spent", "This link does not work any more. Look into the newest letter.");

/**
 * Keeps a guest's answer to an invitation by the signed link of their letter, signed in or not; the organiser hears of it. Refuses
 * `link_spent`, `too_many`, `cancelled` and `over`.
 */
export async function answerInvitation(
  { lab, token, answer }: z.output<typeof invitationSchema>,
  origin: Origin,
): Promise<{ answer: Answer }> {
  if (!(await mayTryLink(origin.ip)))
    throw new Refusal("too_many", "Too many answers came from your network. Please try again in an hour.");
  const personId = placeOfLink(token);
  const place = personId && (await publicLab(lab));
  if (!place) throw spent();
  const actor: Actor = { ...strangerAt(place.lab, origin), name: "Guest" };
  return asActor(actor, async (tx) => {
    const found = await lockPlace({ tx }, sql`p.id = ${personId} AND p.user_id IS NULL`);
    if (!found) throw spent();
    return keepAnswer({ actor, tx }, found, answer);
  });
}

export type Invitation = {
  title: string;
  notes: string | null;
  where: string | null;
  startsAt: Date;
  endsAt: Date;
  organiser: string;
  name: string;
  answer: Answer | null;
  cancelled: boolean;
  cancelNote: string | null;
};

/** What a guest sees by the link of their letter, or null when it does not work. */
export async function invitationByLink(tx: Transaction, token: string): Promise<Invitation | null> {
  const personId = placeOfLink(token);
  if (!personId) return null;
  const found = await tx.row<Invitation>(sql`
    SELECT a.title, a.notes, coalesce(r.name, a.location) AS where, a.starts_at AS "startsAt", a.ends_at AS "endsAt", o.name AS organiser,
      p.guest_name AS name, p.answer, a.status = 'cancelled' AS cancelled, a.cancel_note AS "cancelNote"
    FROM appointment_people p JOIN appointments a ON a.lab_id = p.lab_id AND a.id = p.appointment_id JOIN users o ON o.id = a.created_by_id
    LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
    WHERE p.id = ${personId} AND p.user_id IS NULL AND p.removed_at IS NULL`);
  return found ?? null;
}
