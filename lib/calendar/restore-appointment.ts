import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, Refusal, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockBookings, refuseTaken } from "./bookings";
import { planDowntime } from "./downtime";
import { mayChange } from "./lock-appointment";
import type { restoreSchema } from "./schema";
import { LETTERS_WAIT, tellInvited } from "./tell-invited";
import { readableBy } from "./visible";

type Cancelled = {
  id: string;
  version: number;
  status: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  organiserId: string;
  roomId: string | null;
  equipmentId: string | null;
  people: string[];
};

/**
 * Lets an appointment that was cancelled take place after all, with those of its series that were cancelled by the same act and are not
 * over; its people, room and machine are booked anew and the invited hear of it. Answers how many take place again. Refuses 404,
 * `forbidden`, `stale`, `not_cancelled`, `over`, and `double_booked` when somebody or something has been booked since.
 */
export async function restoreAppointment(
  context: Context,
  { id, version }: z.output<typeof restoreSchema>,
): Promise<{ id: string; count: number }> {
  const { tx } = context;
  const rows = (await lockCancelled(context, id, version)).map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }));
  const ids = rows.map((row) => row.id);
  const taken = rows.flatMap(({ people, roomId, equipmentId }) => [...people, roomId, equipmentId]);
  await lockBookings(tx, { people: taken.filter((each) => each !== null), roomId: null, equipmentId: null });
  for (const row of rows) {
    await refuseTaken(context, row, [row], ids);
    await tx.execute(sql`
      UPDATE appointments SET status = 'scheduled', cancelled_at = NULL, cancelled_by_id = NULL, cancel_note = NULL, sequence = sequence + 1
      WHERE id = ${row.id}`);
    await planDowntime(context, row);
  }
  await tellInvited(context, ids, "restored", LETTERS_WAIT);
  return { id, count: rows.length };
}

async function lockCancelled({ actor, tx }: Context, id: string, version: number): Promise<Cancelled[]> {
  const rows = await tx.rows<Cancelled>(sql`
    SELECT a.id, a.version, a.status, a.title, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.created_by_id AS "organiserId",
      a.room_id AS "roomId", a.equipment_id AS "equipmentId", ARRAY(SELECT p.user_id FROM appointment_people p WHERE p.lab_id = a.lab_id
        AND p.appointment_id = a.id AND p.user_id IS NOT NULL AND p.removed_at IS NULL AND p.answer IS DISTINCT FROM 'no') AS people
    FROM appointments a
    WHERE (a.id = ${id} OR (a.series_id, a.cancelled_at) = (SELECT o.series_id, o.cancelled_at FROM appointments o WHERE o.id = ${id}))
      AND ${readableBy(actor.userId)}
    ORDER BY a.starts_at, a.id FOR UPDATE OF a`);
  const own = rows.find((row) => row.id === id);
  if (!own) throw notFound("appointment");
  if (!mayChange(actor, own.organiserId))
    throw new Refusal("forbidden", "Only its organiser, or who runs the people or departments, may change this.");
  if (own.version !== version) throw stale("appointment");
  if (own.status !== "cancelled") throw conflict("not_cancelled", "This appointment takes place.");
  if (own.endsAt.getTime() < Date.now()) throw conflict("over", "This appointment is over.");
  return rows.filter((row) => row.endsAt.getTime() >= Date.now());
}
