import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/**
 * Stops every running clock of a case: time entries end and are summed, and the attempts being worked on stand still (`on_hold`:
 * begun, to be resumed by a person). The caller holds the case's lock.
 */
export async function stopWork(tx: Transaction, caseId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE stage_time_entries e SET ended_at = statement_timestamp() FROM workflow_stages w
    WHERE w.case_id = ${caseId}::uuid AND w.status = 'in_progress' AND e.workflow_stage_id = w.id AND e.ended_at IS NULL`);
  await tx.execute(sql`
    UPDATE workflow_stages w SET status = 'on_hold', working_seconds = stage_working_seconds(w.id, statement_timestamp()),
      machine_seconds = stage_machine_seconds(w.id, statement_timestamp())
    WHERE w.case_id = ${caseId}::uuid AND w.status = 'in_progress'`);
}
