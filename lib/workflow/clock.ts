import type { Context } from "@/lib/access/action";
import type { WorkflowStatus } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { LockedStage } from "./lock-stages";

/** A stage after its move, with the version to send along with the next one. */
export type MovedStage = { id: string; version: number };

/** Sets stages going under the acting person's name and opens a stretch of working time on each. Times are the statement's own. */
export async function startClock({ actor, tx }: Context, stages: readonly LockedStage[]): Promise<MovedStage[]> {
  return tx.rows<MovedStage>(sql`
    WITH going AS (
      UPDATE workflow_stages SET status = 'in_progress', assigned_to_id = ${actor.userId}::uuid, reason_id = NULL, reason_note = NULL,
        started_at = coalesce(started_at, statement_timestamp())
      WHERE id = ANY(${stages.map(({ id }) => id)}::uuid[]) RETURNING id, version
    ), opened AS (
      INSERT INTO stage_time_entries (workflow_stage_id, user_id, started_at) SELECT id, ${actor.userId}::uuid, statement_timestamp() FROM going
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
  /** Whom the stages are assigned to from now on; left out, as before. */
  assignedToId?: string | null;
};

/** Stops the clock of those stages where it runs, sums up their working time, and sets their status. */
export async function stopClock({ tx }: Context, stages: readonly LockedStage[], stop: Stop): Promise<MovedStage[]> {
  const ids = stages.map(({ id }) => id);
  const keep = stop.assignedToId === undefined;
  const discard = stop.discard ?? false;
  return tx.rows<MovedStage>(sql`
    WITH closed AS (
      UPDATE stage_time_entries SET ended_at = CASE WHEN ${discard}::boolean THEN started_at ELSE statement_timestamp() END,
        pause_reason_id = ${stop.pauseReasonId ?? null}
      WHERE workflow_stage_id = ANY(${ids}::uuid[]) AND ended_at IS NULL
    )
    UPDATE workflow_stages w SET status = ${stop.to}::text, reason_id = ${stop.reasonId ?? null}, reason_note = ${stop.note ?? null},
      assigned_to_id = CASE WHEN ${keep}::boolean THEN w.assigned_to_id ELSE ${stop.assignedToId ?? null}::uuid END,
      working_seconds = (
        SELECT coalesce(round(extract(epoch FROM sum(
          CASE WHEN e.ended_at IS NULL AND ${discard}::boolean THEN interval '0' ELSE coalesce(e.ended_at, statement_timestamp()) - e.started_at END))), 0)
        FROM stage_time_entries e WHERE e.workflow_stage_id = w.id)
    WHERE w.id = ANY(${ids}::uuid[]) RETURNING w.id, w.version`);
}
