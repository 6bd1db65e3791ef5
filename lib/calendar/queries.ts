import { type Actor, may } from "@/lib/access/actor";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { mayChange } from "./lock-appointment";
import { readableBy } from "./visible";
import type { Answer, AppointmentType } from "./vocabulary";

/** The most appointments that are drawn at once. */
export const MOST_ENTRIES = 1500;

export type CalendarFilter = {
  person?: string;
  department?: string;
  room?: string;
  type?: AppointmentType;
};

/** An appointment as the calendar draws it. Of one that is private to others only the time, the room and the title "Busy" are said. */
export type CalendarEntry = {
  id: string;
  readable: boolean;
  title: string;
  type: AppointmentType | null;
  startsAt: string;
  endsAt: string;
  version: number;
  room: string | null;
  people: string[];
  answer: Answer | null;
  invited: boolean;
  editable: boolean;
  repeats: boolean;
};

type Row = Omit<CalendarEntry, "startsAt" | "endsAt" | "editable"> & {
  startsAt: Date;
  endsAt: Date;
  organiserId: string;
};

/**
 * What takes place between two instants (ISO), in order of time, at most MOST_ENTRIES. Filters by what an appointment is about pass over those
 * that the actor may not read, so that no filter tells what is private.
 */
export async function calendarEntries(
  tx: Transaction,
  actor: Actor,
  from: string,
  to: string,
  { person, department, room, type }: CalendarFilter = {},
): Promise<CalendarEntry[]> {
  const readable = readableBy(actor.userId);
  const rows = await tx.rows<Row>(sql`
    SELECT a.id, ${readable} AS readable, CASE WHEN ${readable} THEN a.title ELSE 'Busy' END AS title, CASE WHEN ${readable} THEN a.type::text END AS type,
      a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.version, r.name AS room, a.created_by_id AS "organiserId", a.series_id IS NOT NULL AS repeats,
      CASE WHEN ${readable} THEN ARRAY(SELECT coalesce(u.name, p.guest_name) FROM appointment_people p LEFT JOIN users u ON u.id = p.user_id
        WHERE p.lab_id = a.lab_id AND p.appointment_id = a.id AND p.removed_at IS NULL ORDER BY 1 LIMIT 12) ELSE '{}' END AS people,
      own.answer, own.id IS NOT NULL AS invited
    FROM appointments a LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
    LEFT JOIN appointment_people own ON own.lab_id = a.lab_id AND own.appointment_id = a.id AND own.user_id = ${actor.userId} AND own.removed_at IS NULL
    WHERE a.starts_at < ${to}::timestamptz AND a.starts_at > ${from}::timestamptz - interval '7 days' AND a.ends_at > ${from}::timestamptz
      AND a.status <> 'cancelled'
      ${room ? sql`AND a.room_id = ${room}` : emptySql}
      ${department ? sql`AND a.department_id = ${department} AND ${readable}` : emptySql}
      ${type ? sql`AND a.type = ${type}::text AND ${readable}` : emptySql}
      ${
        person
          ? sql`AND EXISTS (SELECT FROM appointment_people w WHERE w.lab_id = a.lab_id AND w.appointment_id = a.id AND w.user_id = ${person} AND w.is_booked)`
          : emptySql
      }
    ORDER BY a.starts_at, a.id LIMIT ${MOST_ENTRIES}`);
  return rows.map(({ organiserId, startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    editable: row.readable && mayChange(actor, organiserId),
  }));
}

/** What lies behind the appointments: days on which the lab is shut, who is away, and how many open cases are due on each day. */
export type Backdrop = {
  closings: { day: string; name: string }[];
  away: { name: string; from: string; to: string }[];
  due: { day: string; count: number }[];
};

/** The backdrop of days of the lab (`YYYY-MM-DD`, both in it). Who is away is told to whoever sees the rota, cases to whoever sees them. */
export async function backdropOf(
  tx: Transaction,
  actor: Actor,
  from: string,
  to: string,
  { person, department }: CalendarFilter = {},
): Promise<Backdrop> {
  const closings = await tx.rows<Backdrop["closings"][number]>(sql`
    SELECT closed_on AS day, name FROM lab_closing_days WHERE closed_on BETWEEN ${from} AND ${to} ORDER BY closed_on LIMIT 100`);
  const away = may(actor, "rota.view")
    ? await tx.rows<Backdrop["away"][number]>(sql`
        SELECT u.name, l.from_day AS from, l.to_day AS to
        FROM leave_requests l JOIN staff_profiles s ON s.lab_id = l.lab_id AND s.id = l.staff_profile_id JOIN users u ON u.id = s.user_id
        WHERE l.status = 'approved' AND l.from_day <= ${to} AND l.to_day >= ${from}
          ${person ? sql`AND s.user_id = ${person}` : emptySql} ${department ? sql`AND s.department_id = ${department}` : emptySql}
        ORDER BY l.from_day, u.name LIMIT 100`)
    : [];
  const due = may(actor, "cases.view")
    ? await tx.rows<Backdrop["due"][number]>(sql`
        SELECT due_on AS day, count(*)::int AS count FROM cases
        WHERE due_on BETWEEN ${from} AND ${to} AND status NOT IN ('delivered', 'cancelled') GROUP BY 1 ORDER BY 1`)
    : [];
  return { closings, away, due };
}

/** Appointments that name a case, for its page: what is to come first, then the latest that were; at most 10. */
export async function appointmentsOfCase(tx: Transaction, actor: Actor, caseId: string) {
  const rows = await tx.rows<{
    id: string;
    title: string;
    type: AppointmentType;
    startsAt: Date;
    endsAt: Date;
    room: string | null;
    cancelled: boolean;
  }>(sql`
    SELECT a.id, a.title, a.type, a.starts_at AS "startsAt", a.ends_at AS "endsAt", r.name AS room, a.status = 'cancelled' AS cancelled
    FROM appointments a LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
    WHERE a.case_id = ${caseId} AND ${readableBy(actor.userId)}
    ORDER BY a.ends_at < now(), CASE WHEN a.ends_at < now() THEN now() - a.starts_at ELSE a.starts_at - now() END LIMIT 10`);
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}
