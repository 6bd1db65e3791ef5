import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { lockBookings, refuseTaken, type Span } from "./bookings";
import { planDowntime } from "./downtime";
import { addInvited, dropOthers } from "./invited";
import { dayAfter, daysBetween, labClock } from "./lab-time";
import { type Locked, lockAppointment } from "./lock-appointment";
import { askAnew } from "./move-appointment";
import { type Named, namedThings } from "./named-things";
import { plannedSpan } from "./planned-times";
import type { changeSchema } from "./schema";
import { tellInvited } from "./tell-invited";

type Input = z.output<typeof changeSchema>;

/**
 * Changes an appointment; with `following` all later ones of its series too, which take its clock and move by as many days as it does.
 * Refuses as `lockAppointment`, `double_booked`, and at its field what is not there or makes no sense.
 */
export async function changeAppointment(context: Context, input: Input): Promise<{ id: string }> {
  const { actor, tx } = context;
  const zone = actor.lab.timeZone;
  const locked = await lockAppointment(context, input);
  const named = await namedThings(context, input);
  const spans = spansOf(locked, input, zone);
  const takes = { people: input.people, roomId: named.roomId, equipmentId: named.equipmentId };
  const away = await saidNo(context, input.id);
  await lockBookings(tx, takes);
  const except = locked.map(({ id }) => id);
  await refuseTaken(
    context,
    { ...takes, people: input.people.filter((id) => !away.includes(id)) },
    [...spans.values()],
    except,
  );
  // Moved from the far end, no appointment of a series lands on one that has yet to move.
  const later = (spans.get(input.id) as Span).startsAt > locked[0].startsAt;
  for (const one of later ? locked.toReversed() : locked) {
    await dropOthers(context, one.id, input);
    await write(context, one, named, spans.get(one.id) as Span);
    await addInvited(context, one.id, input);
  }
  await tellInvited(context, except, "changed");
  return { id: input.id };
}

function spansOf(locked: readonly [Locked, ...Locked[]], input: Input, zone: string): Map<string, Span> {
  const moved = daysBetween(labClock(locked[0].startsAt, zone).day, input.day);
  const lasts = daysBetween(input.day, input.endDay);
  return new Map(
    locked.map(({ id, startsAt }) => {
      const day = dayAfter(labClock(startsAt, zone).day, moved);
      return [id, plannedSpan({ ...input, day, endDay: dayAfter(day, lasts) }, zone)];
    }),
  );
}

/** Who of the lab has said no keeps the time free, also when the appointment changes. */
async function saidNo({ tx }: Context, id: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT user_id AS id FROM appointment_people WHERE appointment_id = ${id} AND answer = 'no' AND removed_at IS NULL AND user_id IS NOT NULL`,
  );
  return rows.map((row) => row.id);
}

async function write(context: Context, one: Locked, named: Named, { startsAt, endsAt }: Span): Promise<void> {
  await context.tx.execute(sql`
    UPDATE appointments SET type = ${named.type}, title = ${named.title}, notes = ${named.notes}, location = ${named.location},
      room_id = ${named.roomId}, department_id = ${named.departmentId}, case_id = ${named.caseId}, practice_id = ${named.practiceId},
      route_id = ${named.routeId}, equipment_id = ${named.equipmentId}, maintenance_plan_id = ${named.planId}, is_private = ${named.isPrivate}, starts_at = ${startsAt},
      ends_at = ${endsAt}, sequence = sequence + 1 WHERE id = ${one.id}`);
  if (startsAt !== one.startsAt) await askAnew(context, one.id);
  await planDowntime(context, { id: one.id, startsAt, endsAt, title: named.title, equipmentId: named.equipmentId });
}
