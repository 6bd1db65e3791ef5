import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import type { CancelMonthEndInput } from "./schema";
import { MONTH_END_TOPIC } from "./start-run";

/**
 * Ends a run before the next practice: what is sent stays sent, the practice being invoiced at this moment is finished. Refuses with
 * `not_found` and, when it has ended already, `month_end_over`.
 */
export async function cancelMonthEnd({ tx }: Context, { runId }: CancelMonthEndInput): Promise<null> {
  const run = await tx.row<{ status: string }>(sql`SELECT status FROM month_end_runs WHERE id = ${runId} FOR UPDATE`);
  if (!run) throw notFound("run");
  if (run.status !== "running") throw conflict("month_end_over", "This run has ended already.");
  await tx.execute(
    sql`UPDATE month_end_runs SET status = 'cancelled', finished_at = clock_timestamp() WHERE id = ${runId}`,
  );
  await announce(tx, [MONTH_END_TOPIC]);
  return null;
}
