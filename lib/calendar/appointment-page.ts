import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { mayChange } from "./lock-appointment";
import { readableBy } from "./visible";
import type { Answer, AppointmentType, Repeat } from "./vocabulary";

export type InvitedPerson = {
  id: string;
  userId: string | null;
  name: string;
  email: string | null;
  answer: Answer | null;
  reminderMinutes: number | null;
};
type Thing = { id: string; name: string } | null;

export type Appointment = {
  id: string;
  version: number;
  type: AppointmentType;
  title: string;
  notes: string | null;
  location: string | null;
  startsAt: string;
  endsAt: string;
  isPrivate: boolean;
  cancelled: { at: string; by: string; note: string | null } | null;
  organiser: { id: string; name: string };
  room: Thing;
  department: Thing;
  machine: Thing;
  /** The maintenance plan its service is for. */
  plan: Thing;
  route: Thing;
  practice: Thing;
  case: Thing;
  series: { repeat: Repeat; until: string } | null;
  people: InvitedPerson[];
  editable: boolean;
  /** It was cancelled, and the reader may let it take place after all. */
  restorable: boolean;
};

type Row = Omit<Appointment, "startsAt" | "endsAt" | "editable" | "restorable" | "cancelled"> & {
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  cancelledBy: string | null;
  cancelNote: string | null;
};

/** One appointment with who is invited and what they answered; null when it is not there or private to others. */
export async function readAppointment(tx: Transaction, actor: Actor, id: string): Promise<Appointment | null> {
  const row = await tx.row<Row>(sql`
    SELECT a.id, a.version, a.type, a.title, a.notes, a.location, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.is_private AS "isPrivate",
      a.cancelled_at AS "cancelledAt", c.name AS "cancelledBy", a.cancel_note AS "cancelNote",
      jsonb_build_object('id', o.id, 'name', o.name) AS organiser,
      CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('id', r.id, 'name', r.name) END AS room,
      CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'name', d.name) END AS department,
      CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'name', e.name) END AS machine,
      CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', m.id, 'name', m.name) END AS plan,
      CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'name', t.name) END AS route,
      CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS practice,
      CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.id, 'name', k.number) END AS "case",
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('repeat', s.repeat, 'until', s.until) END AS series,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'userId', i.user_id, 'name', coalesce(i.guest_name, u.name), 'email', i.guest_email,
          'answer', i.answer, 'reminderMinutes', i.reminder_minutes) ORDER BY i.user_id IS NULL, coalesce(i.guest_name, u.name)), '[]')
        FROM appointment_people i LEFT JOIN users u ON u.id = i.user_id
        WHERE i.lab_id = a.lab_id AND i.appointment_id = a.id AND i.removed_at IS NULL) AS people
    FROM appointments a JOIN users o ON o.id = a.created_by_id LEFT JOIN users c ON c.id = a.cancelled_by_id
    LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
    LEFT JOIN departments d ON d.lab_id = a.lab_id AND d.id = a.department_id
    LEFT JOIN department_equipment e ON e.lab_id = a.lab_id AND e.id = a.equipment_id
    LEFT JOIN maintenance_plans m ON m.lab_id = a.lab_id AND m.id = a.maintenance_plan_id
    LEFT JOIN delivery_routes t ON t.lab_id = a.lab_id AND t.id = a.route_id
    LEFT JOIN practices p ON p.lab_id = a.lab_id AND p.id = a.practice_id
    LEFT JOIN cases k ON k.lab_id = a.lab_id AND k.id = a.case_id
    LEFT JOIN appointment_series s ON s.lab_id = a.lab_id AND s.id = a.series_id
    WHERE a.id = ${id} AND ${readableBy(actor.userId)}`);
  if (!row) return null;
  const { startsAt, endsAt, cancelledAt, cancelledBy, cancelNote, ...rest } = row;
  return {
    ...rest,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    cancelled: cancelledAt && { at: cancelledAt.toISOString(), by: cancelledBy ?? "", note: cancelNote },
    editable: !cancelledAt && mayChange(actor, row.organiser.id),
    restorable: cancelledAt !== null && endsAt.getTime() > Date.now() && mayChange(actor, row.organiser.id),
  };
}
