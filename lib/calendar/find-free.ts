import { DateTime } from "luxon";
import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { closingDaysFrom, labHours } from "@/lib/labs/calendar/queries";
import { freeSlots, type Taken } from "./free-slots";
import { dayAfter, startOfDay } from "./lab-time";
import type { freeSchema } from "./schema";

const DAYS_AHEAD = 28;
const MOST = 6;

/**
 * The next six stretches within the lab's hours in which all these people, the room and the machine are free, in the four weeks from a
 * day on; none that has begun. Also who on approved leave is away: a whole day of it counts as taken.
 */
export async function findFree(
  { actor, tx }: Context,
  { people, roomId, equipmentId, day, minutes, except }: z.output<typeof freeSchema>,
): Promise<{ slots: Taken[] }> {
  const zone = actor.lab.timeZone;
  const to = dayAfter(day, DAYS_AHEAD);
  const [begins, ends] = [startOfDay(day, zone), startOfDay(dayAfter(to), zone)];
  const rows = await tx.rows<{ startsAt: Date; endsAt: Date }>(sql`
    SELECT p.starts_at AS "startsAt", p.ends_at AS "endsAt" FROM appointment_people p
    WHERE p.user_id = ANY(${people}::uuid[]) AND p.is_booked AND p.starts_at < ${ends} AND p.ends_at > ${begins}
      AND p.starts_at > ${begins}::timestamptz - interval '7 days' AND p.appointment_id IS DISTINCT FROM ${except}::uuid
    UNION ALL
    SELECT a.starts_at, a.ends_at FROM appointments a
    WHERE a.room_id = ${roomId}::uuid AND a.status <> 'cancelled' AND a.starts_at < ${ends} AND a.ends_at > ${begins}
      AND a.starts_at > ${begins}::timestamptz - interval '7 days' AND a.id IS DISTINCT FROM ${except}::uuid
    UNION ALL
    SELECT d.started_at, coalesce(d.ended_at, 'infinity'::timestamptz) FROM equipment_downtimes d
    WHERE d.equipment_id = ${equipmentId}::uuid AND d.planned AND d.started_at < ${ends} AND d.ended_at > ${begins}
      AND NOT EXISTS (SELECT FROM appointments a WHERE a.lab_id = d.lab_id AND a.downtime_id = d.id AND a.id = ${except}::uuid)`);
  const away = await tx.rows<{ from: string; to: string }>(sql`
    SELECT l.from_day AS from, l.to_day AS to FROM leave_requests l JOIN staff_profiles s ON s.lab_id = l.lab_id AND s.id = l.staff_profile_id
    WHERE s.user_id = ANY(${people}::uuid[]) AND l.status = 'approved' AND l.from_day <= ${to} AND l.to_day >= ${day}`);
  const taken = [
    ...rows.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })),
    ...away.map((leave) => ({
      startsAt: startOfDay(leave.from, zone),
      endsAt: startOfDay(dayAfter(leave.to), zone),
    })),
  ];
  const hours = await labHours(tx);
  const closedOn = new Set((await closingDaysFrom(tx, day)).map((closing) => closing.closedOn));
  const wanted = { minutes, notBefore: DateTime.utc().toISO(), from: day, to, most: MOST };
  return { slots: freeSlots(taken, { ...hours, closedOn }, wanted, zone) };
}
