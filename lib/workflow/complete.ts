import type { Context } from "@/lib/access/action";
import type { Stage } from "@/lib/cases/vocabulary";
import { recordEvent } from "@/lib/history/record";
import { keepPassed } from "./answers";
import type { MovedStage } from "./clock";
import { type Finished, finishAttempts } from "./finish-attempts";
import { type LockedStage, lockForMove } from "./lock-stages";
import { nextStage, type RouteStage } from "./route";
import type { CompleteInput } from "./schema";
import { tellScreens } from "./tell";

/** Where the items went, in words of the items. */
export type Advanced = { items: { item: string; next: Stage }[]; stages: MovedStage[] };

/** The attempt passed, and the stage of its item's template that follows. */
export function passed(stage: LockedStage): Finished {
  return { stage, outcome: "passed", next: nextStage(stage.route, stage.stage) as RouteStage };
}

/**
 * Completes stages that were begun: their time is summed, and each item waits at the next stage of its template (one without
 * sintering skips it), or for delivery after the last. The questions that the lab asks at the stage must be answered (`keepPassed`).
 * What the bill of materials names is taken out of the stock. Refuses as `lockForMove` and `takeMaterials` do; quality control is not completed but passed or failed.
 */
export async function complete(
  context: Context,
  { stages, takeOver, answers = [], materials }: CompleteInput,
): Promise<Advanced> {
  const locked = await lockForMove(context, "complete", stages, takeOver);
  await keepPassed(context, locked.stages, answers);
  const finished = locked.stages.map(passed);
  const done = await finishAttempts(context, locked.cases, finished, { choices: materials });
  for (const { stage: at, next } of finished) {
    const { caseId, itemId, stage, item, attempt } = at;
    const data = { stage, item, attempt, next: next.stage };
    await recordEvent(context, { caseId, itemId, kind: "stage_completed", data, audience: "shared" });
  }
  await tellScreens(context.tx, locked.cases, "shared");
  return { items: finished.map(({ stage, next }) => ({ item: stage.item, next: next.stage })), stages: done };
}
