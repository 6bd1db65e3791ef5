import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockProfile } from "../profiles/profile-of";
import type { exceptionSchema } from "./schema";

/** Says that one day of a person is not as their week; what was said of that day before gives way. Refuses with `not_found`. */
export async function setException(
  { tx }: Context,
  { userId, day, kind, startsAt, endsAt, note }: z.output<typeof exceptionSchema>,
): Promise<{ id: string }> {
  const profile = await lockProfile(tx, userId);
  const hours = kind === "other_hours" ? { startsAt, endsAt } : { startsAt: null, endsAt: null };
  await tx.includeDeleted();
  await tx.execute(sql`
    UPDATE schedule_exceptions SET deleted_at = now() WHERE staff_profile_id = ${profile.id} AND day = ${day} AND deleted_at IS NULL`);
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO schedule_exceptions (staff_profile_id, day, kind, starts_at, ends_at, note)
    VALUES (${profile.id}, ${day}, ${kind}, ${hours.startsAt}, ${hours.endsAt}, ${note || null}) RETURNING id`);
  await announce(tx, ["rota", "queue"]);
  return made as { id: string };
}

/** Takes an exception back, so that the day is as the week says; `restoreException` undoes it. Refuses with `not_found`. */
export async function removeException({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const gone = await tx.execute(
    sql`UPDATE schedule_exceptions SET deleted_at = now() WHERE id = ${id} AND deleted_at IS NULL`,
  );
  if (gone === 0) throw notFound("exception");
  await announce(tx, ["rota", "queue"]);
  return { id };
}

/** Puts an exception back that was taken away. Refuses with `not_found`, and `day_taken` when the day has another by now. */
export async function restoreException({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const taken = await tx.row(sql`
    SELECT 1 FROM schedule_exceptions o JOIN schedule_exceptions e ON e.staff_profile_id = o.staff_profile_id AND e.day = o.day
    WHERE o.id = ${id} AND e.id <> o.id AND e.deleted_at IS NULL`);
  if (taken) throw conflict("day_taken", "This day has another exception by now.");
  const back = await tx.execute(
    sql`UPDATE schedule_exceptions SET deleted_at = NULL WHERE id = ${id} AND deleted_at IS NOT NULL`,
  );
  if (back === 0) throw notFound("exception");
  await announce(tx, ["rota", "queue"]);
  return { id };
}
