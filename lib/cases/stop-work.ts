import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/**
 * Stops every running clock of a case: time entries end and are summed, and the attempts being worked on stand still (`on_hold`:
 * begun, to be resumed by a person). The caller holds the case's lock.
 */
export async function stopWork(tx: Transaction, caseId: string): Promise<void> {
  await tx.execute(sql`
    WITH running AS (
      SELECT id FROM workflow_stages WHERE case_id = ${caseId}::uuid AND status = 'in_progress'
    ), ended AS (
      UPDATE stage_time_entries e SET ended_at = statement_timestamp() FROM running r
      WHERE e.workflow_stage_id = r.id AND e.ended_at IS NULL
    )
    UPDATE workflow_stages w SET status = 'on_hold', working_seconds = (
      SELECT coalesce(round(extract(epoch FROM sum(coalesce(e.ended_at, statement_timestamp()) - e.started_at))), 0)
      FROM stage_time_entries e WHERE e.workflow_stage_id = w.id)
    FROM running r WHERE w.id = r.id`);
}
