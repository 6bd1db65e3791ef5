import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockBookings, refuseTaken, type Span } from "./bookings";
import { planDowntime } from "./downtime";
import { addInvited } from "./invited";
import { dayAfter, daysBetween } from "./lab-time";
import { type Named, namedThings } from "./named-things";
import { plannedSpan } from "./planned-times";
import { type Closing, daysOfSeries, withoutClosings } from "./repeat";
import type { makeSchema } from "./schema";
import { tellInvited } from "./tell-invited";
import { MOST_IN_SERIES } from "./vocabulary";

type Input = z.output<typeof makeSchema>;

/**
 * Puts an appointment, or all of a series, into the calendar, with its people, its room and, for a service, the machine's planned
 * downtime; the invited hear of it by mail. Times are the lab's clocks. A series leaves out the lab's closing days. Answers the first
 * one's id, how many were made, and the days left out. Refuses `double_booked` with who or what is taken when, and at its field whatever
 * is not there or makes no sense.
 */
export async function makeAppointment(
  context: Context,
  input: Input,
): Promise<{ id: string; count: number; leftOut: Closing[] }> {
  const { tx } = context;
  const { spans, leftOut } = await spansOf(context, input);
  const named = await namedThings(context, input);
  const takes = { people: input.people, roomId: named.roomId, equipmentId: named.equipmentId };
  await lockBookings(tx, takes);
  await refuseTaken(context, takes, spans);
  const seriesId = input.repeat === "none" ? null : await newSeries(context, input);
  const ids: string[] = [];
  for (const span of spans) {
    const id = await insert(context, named, span, seriesId);
    await addInvited(context, id, input);
    if (named.equipmentId)
      await planDowntime(context, { id, ...span, title: named.title, equipmentId: named.equipmentId });
    ids.push(id);
  }
  await tellInvited(context, ids, "invited");
  return { id: ids[0] as string, count: ids.length, leftOut };
}

async function spansOf({ actor, tx }: Context, input: Input): Promise<{ spans: Span[]; leftOut: Closing[] }> {
  const zone = actor.lab.timeZone;
  const first = plannedSpan(input, zone);
  if (input.repeat === "none") return { spans: [first], leftOut: [] };
  if (!input.until) throw invalid("until", "Say the last day of the series.");
  if (input.until < input.day) throw invalid("until", "The series ends before it begins.");
  const all = daysOfSeries(input.day, input.repeat, input.until);
  if (all.length > MOST_IN_SERIES) throw invalid("until", `A series has at most ${MOST_IN_SERIES} appointments.`);
  const closings = await tx.rows<Closing>(
    sql`SELECT closed_on AS day, name FROM lab_closing_days WHERE closed_on = ANY(${all}::date[]) ORDER BY closed_on`,
  );
  const { days, leftOut } = withoutClosings(all, closings);
  if (days.length === 0) throw invalid("until", "The lab is shut on every day of this series.");
  const lasts = daysBetween(input.day, input.endDay);
  return { spans: days.map((day) => plannedSpan({ ...input, day, endDay: dayAfter(day, lasts) }, zone)), leftOut };
}

async function newSeries({ tx }: Context, { repeat, day, until }: Input): Promise<string> {
  const made = await tx.row<{ id: string }>(
    sql`INSERT INTO appointment_series (repeat, starts_on, until) VALUES (${repeat}, ${day}, ${until}) RETURNING id`,
  );
  return made?.id as string;
}

async function insert(
  { actor, tx }: Context,
  named: Named,
  { startsAt, endsAt }: Span,
  seriesId: string | null,
): Promise<string> {
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO appointments (type, title, notes, location, room_id, department_id, case_id, practice_id, route_id, equipment_id, maintenance_plan_id, is_private,
      starts_at, ends_at, created_by_id, series_id, slot_at)
    VALUES (${named.type}, ${named.title}, ${named.notes}, ${named.location}, ${named.roomId}, ${named.departmentId}, ${named.caseId},
      ${named.practiceId}, ${named.routeId}, ${named.equipmentId}, ${named.planId}, ${named.isPrivate}, ${startsAt}, ${endsAt}, ${actor.userId},
      ${seriesId}, ${seriesId && startsAt}) RETURNING id`);
  return made?.id as string;
}
