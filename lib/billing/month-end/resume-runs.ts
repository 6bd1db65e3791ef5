import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { enqueue } from "@/lib/outbox/outbox";

/** Seconds without a result after which a run counts as left by its worker. Another that joins a live one does no harm. */
const LEFT_AFTER = 45;

/** Has a lab's run that no worker has moved on for a while taken up again. */
export async function resumeMonthEnds({ actor, tx }: Context): Promise<void> {
  const left = await tx.row<{ id: string }>(sql`
    SELECT r.id FROM month_end_runs r
    WHERE r.status = 'running' AND r.started_at < clock_timestamp() - make_interval(secs => ${LEFT_AFTER}) AND NOT EXISTS (
      SELECT FROM month_end_results p
      WHERE p.lab_id = r.lab_id AND p.run_id = r.id AND p.finished_at > clock_timestamp() - make_interval(secs => ${LEFT_AFTER}))`);
  if (left) await enqueue(tx, "month_end", { labId: actor.lab.id, runId: left.id });
}
