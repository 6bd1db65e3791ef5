import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { lockBookings, refuseTaken, type Span } from "./bookings";
import { planDowntime } from "./downtime";
import { lockAppointment } from "./lock-appointment";
import { checkedSpan } from "./planned-times";
import type { moveSchema } from "./schema";
import { LETTERS_WAIT, tellInvited } from "./tell-invited";

/**
 * Moves or stretches one appointment to other instants; of a series only this one. A machine's planned downtime goes along. Answers its
 * new version and where it was, for undoing. Refuses as `lockAppointment`, and `double_booked`.
 */
export async function moveAppointment(
  context: Context,
  { startsAt, endsAt, ...which }: z.output<typeof moveSchema>,
): Promise<{ id: string; version: number; before: Span }> {
  const { tx } = context;
  const span = checkedSpan({ startsAt, endsAt });
  const [locked] = await lockAppointment(context, which);
  await lockBookings(tx, locked);
  await refuseTaken(context, locked, [span], [locked.id]);
  await tx.execute(sql`
    UPDATE appointments SET starts_at = ${span.startsAt}, ends_at = ${span.endsAt}, sequence = sequence + 1 WHERE id = ${locked.id}`);
  if (span.startsAt !== locked.startsAt) await askAnew(context, locked.id);
  await planDowntime(context, { ...locked, ...span });
  await tellInvited(context, [locked.id], "changed", LETTERS_WAIT);
  const now = await tx.row<{ version: number }>(sql`SELECT version FROM appointments WHERE id = ${locked.id}`);
  return { id: locked.id, version: now?.version ?? 0, before: { startsAt: locked.startsAt, endsAt: locked.endsAt } };
}

/** Asks whoever had said yes or maybe once more, since it starts at another time; not its organiser, who chose it. */
export async function askAnew({ tx }: Context, id: string): Promise<void> {
  await tx.execute(sql`
    UPDATE appointment_people p SET answer = NULL, answered_at = NULL FROM appointments a
    WHERE a.id = ${id} AND p.lab_id = a.lab_id AND p.appointment_id = a.id AND p.answer IN ('yes', 'maybe')
      AND p.user_id IS DISTINCT FROM a.created_by_id`);
}
