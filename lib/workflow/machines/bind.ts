import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { MovedStage } from "../clock";
import { lockForMove } from "../lock-stages";
import { tellScreens } from "../tell";
import type { BindMachineInput } from "./schema";
import { lockUsable } from "./usable";

/**
 * Says on which machine work is made (null: none), so that it pauses when the machine stands still. Refuses with `machine_down`, at
 * `equipmentId` for a machine of another department, with `in_load` for what a machine runs with, and as `lockForMove` does.
 */
export async function bindMachine(
  context: Context,
  { stages, equipmentId }: BindMachineInput,
): Promise<{ stages: MovedStage[] }> {
  const { tx } = context;
  const machine = equipmentId ? await lockUsable(tx, equipmentId) : null;
  const locked = await lockForMove(context, "bind_machine", stages);
  if (locked.stages.some(({ load }) => load))
    throw conflict("in_load", "What lies in a running load stays on its machine.");
  const ids = locked.stages.map(({ id }) => id);
  if (machine) {
    const away = await tx.row(sql`
      SELECT 1 FROM workflow_stages w, department_equipment e
      WHERE w.id = ANY(${ids}::uuid[]) AND e.id = ${machine.id} AND w.department_id IS NOT NULL AND w.department_id <> e.department_id`);
    if (away) throw invalid("equipmentId", `${machine.code} is a machine of another department.`);
  }
  const moved = await tx.rows<MovedStage>(sql`
    UPDATE workflow_stages SET equipment_id = ${machine?.id ?? null}::uuid WHERE id = ANY(${ids}::uuid[]) RETURNING id, version`);
  await tellScreens(tx, locked.cases, "internal");
  return { stages: moved };
}
