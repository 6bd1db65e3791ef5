import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Particulars } from "./schema";
import { GUEST_REMINDER, USUAL_REMINDER } from "./vocabulary";

type Invited = Pick<Particulars, "type" | "people" | "guests">;

/**
 * Takes off an appointment whoever is not invited any more. Goes before a change of its times, which would book them anew. Each kind is
 * asked about by itself: an address that is null differs from all of none, and would take every colleague off where no guest is invited.
 */
export async function dropOthers({ tx }: Context, id: string, { people, guests }: Invited): Promise<void> {
  const addresses = guests.map(({ email }) => email);
  await tx.execute(sql`
    UPDATE appointment_people SET removed_at = now() WHERE appointment_id = ${id} AND removed_at IS NULL
      AND CASE WHEN user_id IS NULL THEN lower(guest_email) <> ALL(${addresses}::text[]) ELSE user_id <> ALL(${people}::uuid[]) END`);
}

/** Puts people of the lab and guests on an appointment; who calls it has said yes. Whoever is on it already keeps their answer. */
export async function addInvited({ tx }: Context, id: string, { type, people, guests }: Invited): Promise<void> {
  await tx.execute(sql`
    INSERT INTO appointment_people (appointment_id, user_id, reminder_minutes, answer, answered_at)
    SELECT ${id}::uuid, who, ${USUAL_REMINDER[type]}, CASE WHEN who = a.created_by_id THEN 'yes' END, CASE WHEN who = a.created_by_id THEN now() END
    FROM (SELECT DISTINCT unnest(${people}::uuid[]) AS who) w JOIN appointments a ON a.id = ${id} ORDER BY who
    ON CONFLICT (lab_id, appointment_id, user_id) DO UPDATE SET removed_at = NULL, answer = NULL, answered_at = NULL
      WHERE appointment_people.removed_at IS NOT NULL`);
  await tx.execute(sql`
    INSERT INTO appointment_people (appointment_id, guest_name, guest_email, reminder_minutes)
    SELECT ${id}::uuid, g.name, g.email, ${GUEST_REMINDER}
    FROM (SELECT DISTINCT ON (email) name, email FROM jsonb_to_recordset(${JSON.stringify(guests)}::jsonb) AS x(name text, email text) ORDER BY email) g
    ON CONFLICT (lab_id, appointment_id, lower(guest_email)) WHERE guest_email IS NOT NULL
      DO UPDATE SET removed_at = NULL, guest_name = EXCLUDED.guest_name`);
}
