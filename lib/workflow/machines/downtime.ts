import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { announce } from "@/lib/outbox/outbox";
import { startClock, stopClock } from "../clock";
import { lockCasesOf, type MovedCase, readLocked, refuseForbidden } from "../lock-stages";
import { reasonByCode } from "../reasons";
import { tellScreens } from "../tell";
import type { MachineDownInput, MachineUpInput } from "./schema";
import { lockMachine } from "./usable";

/**
 * Reports that a machine stands still, since `minutesAgo`. The attempts made on it, alone or in a load, pause from that moment with the
 * reason "Machine down": neither the person's nor the machine's clock counts it. Refuses with `already_down`; a time that reaches
 * into an earlier standstill is refused by the database with the same reason.
 */
export async function reportDown(context: Context, input: MachineDownInput): Promise<{ paused: number }> {
  const { actor, tx } = context;
  refuseForbidden(actor, "pause");
  const machine = await lockMachine(tx, input.equipmentId, "update");
  const standing = await tx.row(sql`
    SELECT 1 FROM equipment_downtimes WHERE equipment_id = ${machine.id} AND ended_at IS NULL`);
  if (standing) throw conflict("already_down", `${machine.code} was reported down already.`);
  const down = await tx.row<{ since: Date }>(sql`
    INSERT INTO equipment_downtimes (equipment_id, started_at, note, reported_by_id)
    VALUES (${machine.id}, statement_timestamp() - make_interval(mins => ${input.minutesAgo}), ${input.note || null}, ${actor.userId})
    RETURNING started_at AS since`);
  await tx.execute(sql`UPDATE department_equipment SET status = 'broken' WHERE id = ${machine.id}`);

  const { cases, stages } = await lockMadeOn(context, machine.id, sql`w.status = 'in_progress'`);
  const reason = await reasonByCode(tx, "pause", "machine_down");
  if (stages.length > 0)
    await stopClock(context, stages, { to: "on_hold", pauseReasonId: reason?.id, at: down?.since });
  for (const { caseId, itemId, stage, item } of stages) {
    const data = { stage, item, reason: `${reason?.label ?? "Machine down"} (${machine.code})` };
    await recordEvent(context, { caseId, itemId, kind: "stage_paused", data });
  }
  await tellScreens(tx, cases, "internal");
  await announce(tx, ["queue", "board"]);
  return { paused: stages.length };
}

/**
 * Reports that a machine runs again. What lies in its running load goes on by itself on the machine's clock; what a person made on it
 * stays paused until they go on. Refuses with `not_down`.
 */
export async function reportUp(context: Context, { equipmentId }: MachineUpInput): Promise<{ resumed: number }> {
  const { actor, tx } = context;
  refuseForbidden(actor, "pause");
  const machine = await lockMachine(tx, equipmentId, "update");
  const ended = await tx.execute(sql`
    UPDATE equipment_downtimes SET ended_at = greatest(started_at, statement_timestamp()), ended_by_id = ${actor.userId}
    WHERE equipment_id = ${machine.id} AND ended_at IS NULL`);
  if (ended === 0 && machine.status !== "broken") throw conflict("not_down", `${machine.code} is not reported down.`);
  await tx.execute(sql`UPDATE department_equipment SET status = 'active' WHERE id = ${machine.id}`);

  const { cases, stages } = await lockMadeOn(
    context,
    machine.id,
    sql`w.status = 'on_hold' AND EXISTS (SELECT FROM batch_items l JOIN batches b ON b.id = l.batch_id
      WHERE l.workflow_stage_id = w.id AND l.left_at IS NULL AND b.status = 'running' AND b.equipment_id = ${machine.id})`,
  );
  const standing = new Map(cases.map((each) => [each.id, each.status]));
  const going = stages.filter(({ caseId }) => !["on_hold", "cancelled"].includes(standing.get(caseId) ?? ""));
  if (going.length > 0) await startClock(context, going, machine.id);
  for (const { caseId, itemId, stage, item } of going)
    await recordEvent(context, { caseId, itemId, kind: "stage_resumed", data: { stage, item } });
  await tellScreens(tx, cases, "internal");
  await announce(tx, ["queue", "board"]);
  return { resumed: going.length };
}

/** Locks the open attempts made on a machine that meet `condition` over `w`, their cases first. */
async function lockMadeOn({ tx }: Context, machineId: string, condition: ReturnType<typeof sql>) {
  const cases = await tx.rows<MovedCase>(
    lockCasesOf(sql`SELECT w.case_id FROM workflow_stages w WHERE w.equipment_id = ${machineId} AND ${condition}`),
  );
  const of = cases.map(({ id }) => id);
  const stages = await readLocked(
    tx,
    sql`w.equipment_id = ${machineId} AND w.case_id = ANY(${of}::uuid[]) AND ${condition}`,
  );
  return { cases, stages };
}
