import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { planDowntime } from "./downtime";
import { lockAppointment } from "./lock-appointment";
import type { cancelSchema } from "./schema";
import { LETTERS_WAIT, tellInvited } from "./tell-invited";

/**
 * Cancels an appointment, or it and all later ones of its series, with a word to the invited; its people, room and machine are free
 * again. Answers its new version, for `restoreAppointment`. Refuses as `lockAppointment`.
 */
export async function cancelAppointment(
  context: Context,
  { note, ...which }: z.output<typeof cancelSchema>,
): Promise<{ id: string; version: number }> {
  const { actor, tx } = context;
  const locked = await lockAppointment(context, which);
  for (const { id, startsAt, endsAt, title } of locked) {
    await tx.execute(sql`
      UPDATE appointments SET status = 'cancelled', cancelled_at = now(), cancelled_by_id = ${actor.userId}, cancel_note = ${note},
        sequence = sequence + 1 WHERE id = ${id}`);
    await planDowntime(context, { id, startsAt, endsAt, title, equipmentId: null });
  }
  await tellInvited(
    context,
    locked.map(({ id }) => id),
    "cancelled",
    LETTERS_WAIT,
  );
  const now = await tx.row<{ version: number }>(sql`SELECT version FROM appointments WHERE id = ${which.id}`);
  return { id: which.id, version: now?.version ?? 0 };
}
