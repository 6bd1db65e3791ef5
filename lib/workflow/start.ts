import type { Context } from "@/lib/access/action";
import { recordEvent } from "@/lib/history/record";
import { type MovedStage, startClock, stopClock } from "./clock";
import { lockForMove } from "./lock-stages";
import type { MoveInput, UndoStartInput } from "./schema";
import { tellScreens } from "./tell";

export type Started = {
  stages: MovedStage[];
  /** All of it was assigned to the person before. */
  wasAssigned: boolean;
  /** Some of it was someone else's: taking that back is not an undo but an assignment. */
  tookOver: boolean;
};

/**
 * Starts waiting stages: they are the person's from now on and the clock runs. What waits for someone else is started with
 * `takeOver`, which the timeline tells. Refuses as `lockForMove` does.
 */
export async function start(context: Context, { stages, takeOver }: MoveInput): Promise<Started> {
  const { actor, tx } = context;
  const locked = await lockForMove(context, "start", stages, takeOver);
  const moved = await startClock(context, locked.stages);
  for (const { caseId, itemId, stage, item, attempt, assignedToId, assignedTo } of locked.stages) {
    const takenFrom = assignedToId && assignedToId !== actor.userId ? { takenFrom: assignedTo ?? "someone else" } : {};
    await recordEvent(context, { caseId, itemId, kind: "stage_started", data: { stage, item, attempt, ...takenFrom } });
  }
  await tellScreens(tx, locked.cases, "internal");
  return {
    stages: moved,
    wasAssigned: locked.stages.every(({ assignedToId }) => assignedToId === actor.userId),
    tookOver: locked.stages.some(({ assignedToId }) => assignedToId !== null && assignedToId !== actor.userId),
  };
}

/**
 * Takes a start back that was a slip of the hand: the stages wait again and the time since is not counted. They go back to
 * everyone unless they were the person's before (`keepAssigned`). Refuses as `lockForMove` does.
 */
export async function undoStart(
  context: Context,
  { stages, keepAssigned }: UndoStartInput,
): Promise<{ stages: MovedStage[] }> {
  const locked = await lockForMove(context, "undo_start", stages);
  const moved = await stopClock(context, locked.stages, {
    to: "pending",
    discard: true,
    ...(keepAssigned ? {} : { assignedToId: null }),
  });
  for (const { caseId, itemId, stage, item } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "stage_start_undone", data: { stage, item } });
  await tellScreens(context.tx, locked.cases, "internal");
  return { stages: moved };
}
