import type { Context } from "@/lib/access/action";
import { recordEvent } from "@/lib/history/record";
import { type MovedStage, startClock, stopClock } from "./clock";
import { lockForMove } from "./lock-stages";
import { reasonLabel } from "./reasons";
import type { MoveInput, PauseInput } from "./schema";
import { tellScreens } from "./tell";

/** Pauses running stages: the clock stands still until they are resumed; that time counts as waiting. Refuses as `lockForMove` does. */
export async function pause(
  context: Context,
  { stages, takeOver, reasonId }: PauseInput,
): Promise<{ stages: MovedStage[] }> {
  const locked = await lockForMove(context, "pause", stages, takeOver);
  const reason = reasonId ? await reasonLabel(context.tx, "pause", reasonId) : undefined;
  const moved = await stopClock(context, locked.stages, { to: "on_hold", pauseReasonId: reasonId });
  for (const { caseId, itemId, stage, item } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "stage_paused", data: { stage, item, reason } });
  await tellScreens(context.tx, locked.cases, "internal");
  return { stages: moved };
}

/** Goes on with paused stages, in a new stretch of working time. Refuses as `lockForMove` does. */
export async function resume(context: Context, { stages, takeOver }: MoveInput): Promise<{ stages: MovedStage[] }> {
  const locked = await lockForMove(context, "resume", stages, takeOver);
  const moved = await startClock(context, locked.stages);
  for (const { caseId, itemId, stage, item, assignedToId, assignedTo } of locked.stages) {
    const takenFrom =
      assignedToId && assignedToId !== context.actor.userId ? { takenFrom: assignedTo ?? "someone else" } : {};
    await recordEvent(context, { caseId, itemId, kind: "stage_resumed", data: { stage, item, ...takenFrom } });
  }
  await tellScreens(context.tx, locked.cases, "internal");
  return { stages: moved };
}
