import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { joinSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { spanWords } from "./lab-time";
import { readableBy } from "./visible";
import { type AppointmentType, TYPE_LABEL } from "./vocabulary";

/** A stretch of time, as instants (ISO). */
export type Span = { startsAt: string; endsAt: string };
/** What an appointment takes: people (user ids), a room and a machine. */
export type Takes = { people: readonly string[]; roomId: string | null; equipmentId: string | null };

type Taken = {
  who: string;
  startsAt: Date;
  endsAt: Date;
  title: string | null;
  type: AppointmentType | null;
};

/**
 * Lets nobody else book these people, this room and this machine until the transaction ends, so that what is found free stays so. In
 * one order, so that two bookings never wait for each other.
 */
export async function lockBookings(tx: Transaction, { people, roomId, equipmentId }: Takes): Promise<void> {
  const ids = [...new Set([...people, roomId, equipmentId].filter((id) => id !== null))].toSorted();
  for (const id of ids) await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`booking ${id}`}, 0))`);
}

/**
 * Refuses `double_booked` with who or what is taken when, where one of the people, the room or the machine is in any of the spans.
 * `except` are appointments that make room themselves. What a private appointment is about is not said to others.
 */
export async function refuseTaken(
  { actor, tx }: Context,
  { people, roomId, equipmentId }: Takes,
  spans: readonly Span[],
  except: readonly string[] = [],
): Promise<void> {
  if (spans.length === 0) return;
  const wanted = sql`(VALUES ${joinSql(spans.map((s) => sql`(${s.startsAt}::timestamptz, ${s.endsAt}::timestamptz)`))}) AS w(s, e)`;
  const said = sql`CASE WHEN ${readableBy(actor.userId)} THEN a.title END AS title, CASE WHEN ${readableBy(actor.userId)} THEN a.type::text END AS type`;
  const found = await tx.rows<Taken>(sql`
    SELECT * FROM (
      SELECT u.name AS who, p.starts_at AS "startsAt", p.ends_at AS "endsAt", ${said}
      FROM ${wanted} JOIN appointment_people p ON p.starts_at < w.e AND p.ends_at > w.s AND p.starts_at > w.s - interval '7 days'
      JOIN appointments a ON a.lab_id = p.lab_id AND a.id = p.appointment_id JOIN users u ON u.id = p.user_id
      WHERE p.is_booked AND p.user_id = ANY(${people}::uuid[]) AND p.appointment_id <> ALL(${except}::uuid[])
      UNION ALL
      SELECT r.name, a.starts_at, a.ends_at, ${said}
      FROM ${wanted} JOIN appointments a ON a.starts_at < w.e AND a.ends_at > w.s AND a.starts_at > w.s - interval '7 days'
      JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
      WHERE a.room_id = ${roomId}::uuid AND a.status <> 'cancelled' AND a.id <> ALL(${except}::uuid[])
      UNION ALL
      SELECT q.name, d.started_at, d.ended_at, d.note, NULL
      FROM ${wanted} JOIN equipment_downtimes d ON d.started_at < w.e AND d.ended_at > w.s
      JOIN department_equipment q ON q.lab_id = d.lab_id AND q.id = d.equipment_id
      WHERE d.equipment_id = ${equipmentId}::uuid AND d.planned
        AND NOT EXISTS (SELECT FROM appointments a WHERE a.lab_id = d.lab_id AND a.downtime_id = d.id AND a.id = ANY(${except}::uuid[]))
    ) t ORDER BY "startsAt", who LIMIT 4`);
  if (found.length === 0) return;
  const { timeZone, locale } = actor.lab;
  const words = found.slice(0, 3).map(({ who, startsAt, endsAt, title, type }) => {
    const what = title ?? (type ? TYPE_LABEL[type] : "busy");
    return `${who} is booked ${spanWords(startsAt.toISOString(), endsAt.toISOString(), timeZone, locale)} (${what}).`;
  });
  throw conflict("double_booked", `${words.join(" ")}${found.length > 3 ? " And more." : ""} Choose another time.`);
}
