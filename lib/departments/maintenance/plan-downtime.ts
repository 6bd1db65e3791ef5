import { DateTime } from "luxon";
import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import type { plannedDowntimeSchema } from "./schema";

/**
 * Plans that a machine stands still from one moment to another (in the lab's zone), for a maintenance or otherwise: the capacity of those
 * days is lower from now on, and nothing is started on it meanwhile. Refuses with `not_found`, at `to` a time that is over, and with
 * `already_planned` when another planned downtime of the machine overlaps.
 */
export async function planDowntime(
  { actor, tx }: Context,
  { equipmentId, planId, from, to, note }: z.output<typeof plannedDowntimeSchema>,
): Promise<{ id: string }> {
  const instant = (local: string) => DateTime.fromISO(local, { zone: actor.lab.timeZone });
  if (instant(to) <= DateTime.now()) throw invalid("to", "This time is over.");
  const machine = await tx.row(sql`SELECT 1 FROM department_equipment WHERE id = ${equipmentId} FOR SHARE`);
  if (!machine) throw notFound("machine");
  const plan = planId
    ? await tx.row<{ name: string }>(
        sql`SELECT name FROM maintenance_plans WHERE id = ${planId} AND equipment_id = ${equipmentId}`,
      )
    : null;
  if (plan === undefined) throw notFound("plan");
  const kept = await tx.row<{ id: string }>(sql`
    INSERT INTO equipment_downtimes (equipment_id, started_at, ended_at, planned, note, maintenance_plan_id, reported_by_id)
    VALUES (${equipmentId}, ${instant(from).toISO()}, ${instant(to).toISO()}, true, ${note ?? plan?.name ?? null}, ${planId}::uuid, ${actor.userId})
    RETURNING id`);
  await announce(tx, ["queue", "board"]);
  return kept as { id: string };
}

/**
 * Takes a planned downtime back: one that lies ahead goes, one that lasts ends now. Refuses with `not_found`, and with `over` one that is
 * past. One that belongs to an appointment of the calendar is moved there, not here (`of_appointment`).
 */
export async function takeBackDowntime({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  const found = await tx.row(sql`SELECT 1 FROM equipment_downtimes WHERE id = ${id} AND planned FOR UPDATE`);
  if (!found) throw notFound("downtime");
  const appointment = await tx.row(sql`SELECT 1 FROM appointments WHERE downtime_id = ${id} AND deleted_at IS NULL`);
  if (appointment) throw conflict("of_appointment", "An appointment of the calendar made this. Change it there.");
  const taken = await tx.row<{ done: boolean }>(sql`SELECT take_back_downtime(${id}) AS done`);
  if (!taken?.done) throw conflict("over", "This downtime is over.");
  await announce(tx, ["queue", "board"]);
  return { id };
}
