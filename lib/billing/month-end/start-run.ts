import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { announce, enqueue } from "@/lib/outbox/outbox";
import { lastDayOf } from "./month";
import { monthEnd } from "./overview";
import type { StartMonthEndInput } from "./schema";

/** The live topic of month ends. */
export const MONTH_END_TOPIC = "month-end";

/**
 * Starts invoicing a month: a run with a place for each practice that has something to invoice, of those chosen, which a job then goes
 * through. While a run of the month is under way, pressing again joins it, with practices it does not have added. Answers the run.
 * Refuses at `month` one that has not begun, with `nothing_to_invoice` and, while a run of another month is under way, with `month_end_under_way`.
 */
export async function startMonthEnd(
  { actor, tx }: Context,
  { month, practiceIds }: StartMonthEndInput,
): Promise<{ runId: string; joined: boolean }> {
  if (month > labToday(actor.lab.timeZone).slice(0, 7)) throw invalid("month", "This month has not begun.");
  const { practices } = await monthEnd(tx, actor, lastDayOf(month));
  const chosen = practices.filter(({ id }) => practiceIds === null || practiceIds.includes(id));
  const under = await underWay(tx);
  if (under && under.month !== `${month}-01`) {
    throw conflict("month_end_under_way", "Another month is being invoiced. Wait until that is done, or cancel it.");
  }
  if (!under && !chosen.some(({ ready }) => ready > 0)) {
    throw conflict("nothing_to_invoice", "Nothing is ready to be invoiced. What is left needs something mended first.");
  }
  const runId = under?.id ?? (await open(tx, month, actor.userId));
  await tx.execute(sql`
    INSERT INTO month_end_results (run_id, practice_id, position)
    SELECT ${runId}::uuid, id, (SELECT coalesce(max(position), 0) FROM month_end_results WHERE run_id = ${runId}) + n
    FROM unnest(${chosen.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS chosen(id, n)
    ON CONFLICT (lab_id, run_id, practice_id) DO NOTHING`);
  await enqueue(tx, "month_end", { labId: actor.lab.id, runId });
  await announce(tx, [MONTH_END_TOPIC]);
  return { runId, joined: under !== undefined };
}

/** The run that is under way, locked so that it does not end meanwhile. */
function underWay(tx: Transaction): Promise<{ id: string; month: string } | undefined> {
  return tx.row(sql`SELECT id, month FROM month_end_runs WHERE status = 'running' FOR UPDATE`);
}

/** Two who start at the same moment get the same run: the second waits for the first. */
async function open(tx: Transaction, month: string, userId: string | null): Promise<string> {
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO month_end_runs (month, started_by_id) VALUES (${`${month}-01`}, ${userId})
    ON CONFLICT (lab_id) WHERE status = 'running' DO NOTHING RETURNING id`);
  const run = made ?? (await underWay(tx));
  if (!run) throw conflict("month_end_under_way", "A run has just ended. Please look, and start again if need be.");
  return run.id;
}
