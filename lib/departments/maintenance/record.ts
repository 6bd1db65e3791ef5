import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import type { recordSchema } from "./schema";

/**
 * Writes down what was done to a machine. Its plan, when it was by one, counts anew from that day; its cost (decimal string in the lab's
 * currency, null for none) is the department's that has the machine now. Refuses with `not_found`, at `doneOn` a day that is yet to come.
 */
export async function recordMaintenance(
  { actor, tx }: Context,
  input: z.output<typeof recordSchema>,
): Promise<{ id: string }> {
  const { equipmentId, planId, doneOn, what, doneBy, parts, cost } = input;
  if (doneOn > labToday(actor.lab.timeZone))
    throw invalid("doneOn", "This day is yet to come. Plan a downtime for it.");
  const machine = await tx.row<{ departmentId: string }>(sql`
    SELECT department_id AS "departmentId" FROM department_equipment WHERE id = ${equipmentId} FOR UPDATE`);
  if (!machine) throw notFound("machine");
  if (
    planId &&
    !(await tx.row(sql`SELECT 1 FROM maintenance_plans WHERE id = ${planId} AND equipment_id = ${equipmentId}`))
  )
    throw notFound("plan");
  const kept = await tx.row<{ id: string }>(sql`
    INSERT INTO maintenance_log (equipment_id, maintenance_plan_id, department_id, done_on, what, done_by, parts, cost)
    VALUES (${equipmentId}, ${planId}::uuid, ${machine.departmentId}, ${doneOn}::date, ${what}, ${doneBy}, ${parts}, coalesce(${cost}::numeric, 0))
    RETURNING id`);
  await followLog(tx, equipmentId);
  return kept as { id: string };
}

/** Takes a line of the log away, with its cost and its effect on the plan; `restoreEntry` brings it back. Refuses with `not_found`. */
export async function removeEntry({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  return mark(tx, id, true);
}

/** Brings a line of the log back that was taken away. Refuses with `not_found`. */
export async function restoreEntry({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  return mark(tx, id, false);
}

async function mark(tx: Transaction, id: string, gone: boolean): Promise<{ id: string }> {
  await tx.includeDeleted();
  const found = await tx.row<{ equipmentId: string }>(sql`
    UPDATE maintenance_log SET deleted_at = CASE WHEN ${gone}::boolean THEN now() END WHERE id = ${id} RETURNING equipment_id AS "equipmentId"`);
  if (!found) throw notFound("entry");
  await followLog(tx, found.equipmentId);
  return { id };
}

async function followLog(tx: Transaction, equipmentId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE department_equipment e SET last_maintained_on = (
      SELECT max(m.done_on) FROM maintenance_log m WHERE m.equipment_id = e.id AND m.deleted_at IS NULL) WHERE e.id = ${equipmentId}`);
}
