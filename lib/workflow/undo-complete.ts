import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { settleCase } from "@/lib/cases/status";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { giveBack } from "@/lib/inventory/use/give-back";
import type { MovedStage } from "./clock";
import { lockForMove } from "./lock-stages";
import type { UndoCompleteInput } from "./schema";
import { tellScreens } from "./tell";

/** How long a completion can be taken back, in minutes. */
const UNDO_MINUTES = 10;

/**
 * Takes a completion back that was a slip of the hand: the attempt is in work again, paused with its time kept, and the one that it
 * opened is gone; what it took from the stock is booked back. Only one's own, within `UNDO_MINUTES`, and while nobody touched what came after it: otherwise `too_late`. Refuses
 * as `lockForMove` does.
 */
export async function undoComplete(context: Context, { stages }: UndoCompleteInput): Promise<{ stages: MovedStage[] }> {
  const { actor, tx } = context;
  const locked = await lockForMove(context, "undo_complete", stages);
  const moved: MovedStage[] = [];
  for (const { id, itemId, caseId, stage, item } of locked.stages) {
    const next = await tx.row<{ id: string }>(sql`
      SELECT n.id FROM workflow_stages w JOIN workflow_stages n ON n.item_id = w.item_id AND n.status <> 'completed'
      WHERE w.id = ${id} AND w.completed_by_id = ${actor.userId} AND w.outcome = 'passed' AND n.queued_at = w.completed_at
        AND w.completed_at > now() - make_interval(mins => ${UNDO_MINUTES})`);
    const removed =
      next && (await tx.row<{ done: boolean }>(sql`SELECT remove_untouched_stage(${next.id}) AS done`))?.done;
    if (!removed) throw conflict("too_late", `${item} has gone on. Send it back instead.`);
    moved.push(
      ...(await tx.rows<MovedStage>(sql`
        UPDATE workflow_stages SET status = 'on_hold', outcome = NULL, completed_at = NULL, completed_by_id = NULL
        WHERE id = ${id} RETURNING id, version`)),
    );
    await tx.execute(sql`
      UPDATE case_items SET stage = ${stage}, status = 'in_production', finished_at = NULL WHERE id = ${itemId}`);
    await recordEvent(context, {
      caseId,
      itemId,
      kind: "stage_completion_undone",
      data: { stage, item },
      audience: "shared",
    });
  }
  await giveBack(
    context,
    moved.map(({ id }) => id),
  );
  for (const { id } of locked.cases) await settleCase(tx, id);
  await tellScreens(tx, locked.cases, "shared");
  return { stages: moved };
}
