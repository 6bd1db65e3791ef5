import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";

type Service = { id: string; startsAt: string; endsAt: string; title: string; equipmentId: string | null };

/**
 * Makes the planned downtime of a machine what its service appointment says: written, moved, or taken back when the appointment is of
 * no machine any more (`equipmentId` null). It counts for the maintenance plan the appointment is for. The caller has found the machine free.
 */
export async function planDowntime({ actor, tx }: Context, service: Service): Promise<void> {
  const { id, startsAt, endsAt, title, equipmentId } = service;
  const moved = await tx.execute(sql`
    UPDATE equipment_downtimes d SET started_at = ${startsAt}::timestamptz, ended_at = ${endsAt}::timestamptz, note = ${title}, maintenance_plan_id = a.maintenance_plan_id
    FROM appointments a WHERE a.id = ${id} AND d.lab_id = a.lab_id AND d.id = a.downtime_id AND d.equipment_id = ${equipmentId}::uuid`);
  if (moved > 0) return;
  await tx.execute(sql`
    WITH before AS (SELECT downtime_id FROM appointments WHERE id = ${id} AND downtime_id IS NOT NULL)
    SELECT take_back_downtime(downtime_id) FROM before`);
  if (!equipmentId) {
    await tx.execute(sql`UPDATE appointments SET downtime_id = NULL WHERE id = ${id} AND downtime_id IS NOT NULL`);
    return;
  }
  await tx.execute(sql`
    WITH made AS (
      INSERT INTO equipment_downtimes (equipment_id, started_at, ended_at, note, reported_by_id, planned, maintenance_plan_id)
      SELECT ${equipmentId}, ${startsAt}, ${endsAt}, ${title}, ${actor.userId}, true, a.maintenance_plan_id FROM appointments a WHERE a.id = ${id} RETURNING id)
    UPDATE appointments SET downtime_id = made.id FROM made WHERE appointments.id = ${id}`);
}
