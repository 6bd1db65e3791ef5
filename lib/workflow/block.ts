import type { Context } from "@/lib/access/action";
import { recordEvent } from "@/lib/history/record";
import { type MovedStage, stopClock } from "./clock";
import { lockForMove } from "./lock-stages";
import { reasonLabel } from "./reasons";
import type { BlockInput, UnblockInput } from "./schema";
import { tellScreens } from "./tell";

/** Blocks stages that cannot go on, with a reason of kind `block`; a running clock stops. Refuses as `lockForMove` does. */
export async function block(
  context: Context,
  { stages, reasonId, note }: BlockInput,
): Promise<{ stages: MovedStage[] }> {
  const locked = await lockForMove(context, "block", stages);
  const reason = await reasonLabel(context.tx, "block", reasonId);
  const moved = await stopClock(context, locked.stages, { to: "blocked", reasonId, note });
  for (const { caseId, itemId, stage, item } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "stage_blocked", data: { stage, item, reason, note } });
  await tellScreens(context.tx, locked.cases, "internal");
  return { stages: moved };
}

/** Puts blocked stages back into the queue; what was worked on them stays. Refuses as `lockForMove` does. */
export async function unblock(context: Context, { stages }: UnblockInput): Promise<{ stages: MovedStage[] }> {
  const locked = await lockForMove(context, "unblock", stages);
  const moved = await stopClock(context, locked.stages, { to: "pending" });
  for (const { caseId, itemId, stage, item } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "stage_unblocked", data: { stage, item } });
  await tellScreens(context.tx, locked.cases, "internal");
  return { stages: moved };
}
