import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { dayWords } from "../day-words";
import { type LockedProfile, lockProfile } from "../profiles/profile-of";
import type { shiftChangeSchema, shiftMoveSchema, shiftSchema } from "./schema";
import { clockOf, shiftInstants } from "./shift-times";

type Times = { day: string; from: string; to: string; breakMinutes: number };

/** The instants of a shift; refuses at `to` one that is all break or longer than 16 hours. */
function instantsOf({ day, from, to, breakMinutes }: Times, zone: string) {
  const { startsAt, endsAt } = shiftInstants(day, from, to, zone);
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (minutes <= breakMinutes) throw invalid("to", "This leaves no time to work.");
  if (minutes > 16 * 60) throw invalid("to", "A shift has at most 16 hours.");
  return { startsAt, endsAt };
}

/** Refuses with `on_leave` a shift on a day on which the person is away all day by approved leave. */
export async function refuseOnLeave({ actor, tx }: Context, person: LockedProfile, day: string): Promise<void> {
  const away = await tx.row(sql`
    SELECT 1 FROM leave_requests WHERE staff_profile_id = ${person.id} AND status = 'approved' AND ${day}::date BETWEEN from_day AND to_day
      AND NOT (half_first AND from_day = ${day}::date) AND NOT (half_last AND to_day = ${day}::date)`);
  if (away) throw conflict("on_leave", `${person.name} is on leave on ${dayWords(day, actor.lab.locale)}.`);
}

/**
 * Plans a shift as a draft, which its person sees once the rota is published. Refuses with `shift_overlaps` (the database's own rule)
 * beside another shift of theirs, `on_leave`, at `to` an impossible length, and `not_found` for whom the lab does not know.
 */
export async function planShift(context: Context, input: z.output<typeof shiftSchema>): Promise<{ id: string }> {
  const { actor, tx } = context;
  const person = await lockProfile(tx, input.userId);
  const { startsAt, endsAt } = instantsOf(input, actor.lab.timeZone);
  await refuseOnLeave(context, person, input.day);
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO shifts (staff_profile_id, department_id, starts_at, ends_at, break_minutes, note)
    VALUES (${person.id}, ${input.departmentId || null}::uuid, ${startsAt}, ${endsAt}, ${input.breakMinutes}, ${input.note || null}) RETURNING id`);
  await announce(tx, ["rota"]);
  return made as { id: string };
}

type LockedShift = {
  id: string;
  version: number;
  userId: string;
  startsAt: Date;
  endsAt: Date;
  breakMinutes: number;
  published: boolean;
};

async function lockShift({ tx }: Context, { id, version }: { id: string; version: number }): Promise<LockedShift> {
  const shift = await tx.row<LockedShift>(sql`
    SELECT s.id, s.version, p.user_id AS "userId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.break_minutes AS "breakMinutes",
      s.published_at IS NOT NULL AS published
    FROM shifts s JOIN staff_profiles p ON p.lab_id = s.lab_id AND p.id = s.staff_profile_id WHERE s.id = ${id} FOR UPDATE OF s`);
  if (!shift) throw notFound("shift");
  if (shift.version !== version) throw stale("shift");
  return shift;
}

/** Changes a shift in any of its particulars; an offer of it ends. Refuses as `planShift`, and with `stale`. */
export async function changeShift(
  context: Context,
  input: z.output<typeof shiftChangeSchema>,
): Promise<{ id: string }> {
  const { actor, tx } = context;
  const person = await lockProfile(tx, input.userId);
  const shift = await lockShift(context, input);
  const { startsAt, endsAt } = instantsOf(input, actor.lab.timeZone);
  await refuseOnLeave(context, person, input.day);
  await tx.execute(sql`
    UPDATE shifts SET staff_profile_id = ${person.id}, department_id = ${input.departmentId || null}::uuid, starts_at = ${startsAt},
      ends_at = ${endsAt}, break_minutes = ${input.breakMinutes}, note = ${input.note || null},
      offered_to_id = NULL, taken_at = NULL WHERE id = ${shift.id}`);
  await tellOfChange(context, shift, input.userId, input.day);
  return { id: shift.id };
}

/** Carries a shift to another person or day, at the same hours of the lab's clocks; an offer of it ends. Refuses as `planShift`, and with `stale`. */
export async function moveShift(context: Context, input: z.output<typeof shiftMoveSchema>): Promise<{ id: string }> {
  const { actor, tx } = context;
  const zone = actor.lab.timeZone;
  const person = await lockProfile(tx, input.userId);
  const shift = await lockShift(context, input);
  const { startsAt, endsAt } = instantsOf(
    {
      day: input.day,
      from: clockOf(shift.startsAt, zone).clock,
      to: clockOf(shift.endsAt, zone).clock,
      breakMinutes: shift.breakMinutes,
    },
    zone,
  );
  await refuseOnLeave(context, person, input.day);
  await tx.execute(sql`
    UPDATE shifts SET staff_profile_id = ${person.id}, starts_at = ${startsAt}, ends_at = ${endsAt}, offered_to_id = NULL, taken_at = NULL
    WHERE id = ${shift.id}`);
  await tellOfChange(context, shift, input.userId, input.day);
  return { id: shift.id };
}

async function tellOfChange({ actor, tx }: Context, before: LockedShift, userId: string, day: string): Promise<void> {
  await announce(tx, ["rota", "queue"]);
  if (!before.published) return;
  const { locale, timeZone } = actor.lab;
  const was = dayWords(clockOf(before.startsAt, timeZone).day, locale);
  await notify(
    tx,
    { userIds: [...new Set([before.userId, userId])] },
    {
      key: `shift-${before.id}-${before.version}`,
      type: "alert",
      title: `A shift of ${was} was changed; it is on ${dayWords(day, locale)} now`,
      href: `/people/rota?day=${day}`,
    },
  );
}
