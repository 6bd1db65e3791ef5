import type { Context } from "@/lib/access/action";
import { type Actor, may } from "@/lib/access/actor";
import { conflict, notFound, Refusal, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { readableBy } from "./visible";
import type { AppointmentType } from "./vocabulary";

export type Locked = {
  id: string;
  version: number;
  status: string;
  type: AppointmentType;
  title: string;
  startsAt: string;
  endsAt: string;
  organiserId: string;
  seriesId: string | null;
  roomId: string | null;
  equipmentId: string | null;
  /** Those of the lab whose time it takes. */
  people: string[];
};

/** Whether an actor may change an appointment: its organiser, and whoever runs the people or the departments. */
export const mayChange = (actor: Actor, organiserId: string): boolean =>
  actor.userId === organiserId || may(actor, "staff.manage") || may(actor, "departments.manage");

type Rows = Omit<Locked, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date };

/**
 * Loads an appointment to change it and, with `following`, those of its series that come after it and take place, in order of time;
 * nobody else changes them until the transaction ends. Refuses 404, `forbidden` to whoever may not change it, `stale`, and `cancelled`.
 */
export async function lockAppointment(
  { actor, tx }: Context,
  { id, version, scope = "this" }: { id: string; version: number; scope?: "this" | "following" },
): Promise<[Locked, ...Locked[]]> {
  const rows = await tx.rows<Rows>(sql`
    SELECT a.id, a.version, a.status, a.type, a.title, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.created_by_id AS "organiserId",
      a.series_id AS "seriesId", a.room_id AS "roomId", a.equipment_id AS "equipmentId",
      ARRAY(SELECT p.user_id FROM appointment_people p WHERE p.lab_id = a.lab_id AND p.appointment_id = a.id AND p.is_booked AND p.user_id IS NOT NULL) AS people
    FROM appointments a
    WHERE (a.id = ${id} OR (${scope === "following"} AND a.status <> 'cancelled' AND (a.series_id, true) =
        (SELECT o.series_id, a.starts_at > o.starts_at FROM appointments o WHERE o.id = ${id})))
      AND ${readableBy(actor.userId)}
    ORDER BY a.starts_at, a.id FOR UPDATE OF a`);
  const found = rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }));
  const own = found.find((row) => row.id === id);
  if (!own) throw notFound("appointment");
  if (!mayChange(actor, own.organiserId))
    throw new Refusal("forbidden", "Only its organiser, or who runs the people or departments, may change this.");
  if (own.version !== version) throw stale("appointment");
  if (own.status === "cancelled") throw conflict("cancelled", "This appointment was cancelled.");
  return [own, ...found.filter((row) => row.id !== id)];
}
