import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { dayWords } from "../day-words";
import { clockOf } from "./shift-times";

/** Takes a shift off the rota; the person of a published one is told. `restoreShift` puts it back. Refuses with `not_found`. */
export async function removeShift({ actor, tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const gone = await tx.row<{ userId: string; startsAt: Date; published: boolean; version: number }>(sql`
    UPDATE shifts s SET deleted_at = now() FROM staff_profiles p
    WHERE s.id = ${id} AND s.deleted_at IS NULL AND p.lab_id = s.lab_id AND p.id = s.staff_profile_id
    RETURNING p.user_id AS "userId", s.starts_at AS "startsAt", s.published_at IS NOT NULL AS published, s.version`);
  if (!gone) throw notFound("shift");
  await announce(tx, ["rota", "queue"]);
  const { day } = clockOf(gone.startsAt, actor.lab.timeZone);
  if (gone.published)
    await notify(
      tx,
      { userIds: [gone.userId] },
      {
        key: `shift-${id}-${gone.version}`,
        type: "alert",
        title: `Your shift on ${dayWords(day, actor.lab.locale)} was taken off the rota`,
        href: `/people/rota?day=${day}`,
      },
    );
  return { id };
}

/** Puts a shift back on the rota. Refuses with `not_found`, and with `shift_overlaps` when its time was given away. */
export async function restoreShift({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const back = await tx.execute(sql`UPDATE shifts SET deleted_at = NULL WHERE id = ${id} AND deleted_at IS NOT NULL`);
  if (back === 0) throw notFound("shift");
  await announce(tx, ["rota", "queue"]);
  return { id };
}
