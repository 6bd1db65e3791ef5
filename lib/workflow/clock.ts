import type { Context } from "@/lib/access/action";
import type { WorkflowStatus } from "@/lib/cases/vocabulary";
import { emptySql, sql } from "@/lib/db/sql";
import type { LockedStage } from "./lock-stages";

/** A stage after its move, with the version to send along with the next one. */
export type MovedStage = { id: string; version: number };

/**
 * Sets stages going under the acting person's name and opens a stretch of working time on each: the person's, or with `machineId`
 * the machine's, which is nobody's working time. Times are the statement's own.
 */
export async function startClock(
  { actor, tx }: Context,
  stages: readonly Pick<LockedStage, "id">[],
  machineId?: string,
): Promise<MovedStage[]> {
  return tx.rows<MovedStage>(sql`
    WITH going AS (
      UPDATE workflow_stages SET status = 'in_progress', assigned_to_id = ${actor.userId}::uuid, reason_id = NULL, reason_note = NULL,
        started_at = coalesce(started_at, statement_timestamp()) ${machineId ? sql`, equipment_id = ${machineId}::uuid` : emptySql}
      WHERE id = ANY(${stages.map(({ id }) => id)}::uuid[]) RETURNING id, version
    ), opened AS (
      INSERT INTO stage_time_entries (workflow_stage_id, user_id, started_at, equipment_id)
      SELECT id, ${actor.userId}::uuid, statement_timestamp(), ${machineId ?? null}::uuid FROM going
    )
    SELECT id, version FROM going`);
}

type Stop = {
  to: WorkflowStatus;
  /** Why the person stopped, kept with the stretch of working time. */
  pauseReasonId?: string;
  /** What blocks the stage, kept with the stage. */
  reasonId?: string;
  note?: string;
  /** Counts the running stretch as not worked: it was started by mistake. */
  discard?: boolean;
  /** Nothing after this moment was worked; the statement's own time if not said. */
  at?: Date;
  /** Whom the stages are assigned to from now on; left out, as before. */
  assignedToId?: string | null;
};

/** Stops the clock of those stages where it runs, sums up their working time, and sets their status. */
export async function stopClock(
  context: Context,
  stages: readonly Pick<LockedStage, "id">[],
  stop: Stop,
): Promise<MovedStage[]> {
  const ids = stages.map(({ id }) => id);
  const keep = stop.assignedToId === undefined;
  await closeEntries(context, ids, stop);
  return context.tx.rows<MovedStage>(sql`
    UPDATE workflow_stages w SET status = ${stop.to}::text, reason_id = ${stop.reasonId ?? null}, reason_note = ${stop.note ?? null},
      assigned_to_id = CASE WHEN ${keep}::boolean THEN w.assigned_to_id ELSE ${stop.assignedToId ?? null}::uuid END,
      working_seconds = stage_working_seconds(w.id, statement_timestamp()), machine_seconds = stage_machine_seconds(w.id, statement_timestamp())
    WHERE w.id = ANY(${ids}::uuid[]) RETURNING w.id, w.version`);
}

/** Ends the stretches of time that run on these stages. Their sums are the caller's to write, in a statement after this one. */
export async function closeEntries(
  { tx }: Pick<Context, "tx">,
  stageIds: readonly string[],
  { discard = false, at, pauseReasonId }: Pick<Stop, "discard" | "at" | "pauseReasonId"> = {},
): Promise<void> {
  await tx.execute(sql`
    UPDATE stage_time_entries SET pause_reason_id = ${pauseReasonId ?? null},
      ended_at = CASE WHEN ${discard}::boolean THEN started_at ELSE greatest(started_at, coalesce(${at ?? null}::timestamptz, statement_timestamp())) END
    WHERE workflow_stage_id = ANY(${[...stageIds]}::uuid[]) AND ended_at IS NULL`);
}
