import type { Context } from "@/lib/access/action";
import { recordEvent } from "@/lib/history/record";
import { keepAnswers, keepPassed } from "./answers";
import { questionsOf } from "./checklist";
import { type Advanced, passed } from "./complete";
import { finishAttempts } from "./finish-attempts";
import { lockForMove } from "./lock-stages";
import { reasonLabel } from "./reasons";
import type { FailInput, PassInput } from "./schema";
import { stageToGoBackTo } from "./send-back";
import { tellScreens } from "./tell";

/**
 * Passes items at quality control: every question asked of them (the general ones and those of their procedure type) must be
 * answered, and with yes; the answers are kept with the attempt. The items are then finished and wait for delivery.
 * Refuses as `lockForMove` does, and at `answers` when a question is open or failed.
 */
export async function passQuality(
  context: Context,
  { stages, takeOver, answers, materials }: PassInput,
): Promise<Advanced> {
  const locked = await lockForMove(context, "pass", stages, takeOver);
  await keepPassed(context, locked.stages, answers);

  const finished = locked.stages.map(passed);
  const done = await finishAttempts(context, locked.cases, finished, { choices: materials });
  for (const { caseId, itemId, item, attempt } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "quality_passed", data: { item, attempt }, audience: "shared" });
  await tellScreens(context.tx, locked.cases, "shared");
  return { items: finished.map(({ stage, next }) => ({ item: stage.item, next: next.stage })), stages: done };
}

/**
 * Fails items at quality control with a cause (reason of kind `qc_failure`) and the earlier stage they go back to as a new attempt;
 * the stages after it, this check included, are passed again. The answers given so far are kept. Refuses as `lockForMove` does,
 * and at `to` for a stage that is not an earlier one.
 */
export async function failQuality(context: Context, input: FailInput): Promise<Advanced> {
  const { stages, takeOver, answers, to, reasonId, note } = input;
  const locked = await lockForMove(context, "fail", stages, takeOver);
  const cause = await reasonLabel(context.tx, "qc_failure", reasonId);
  await keepAnswers(context, locked.stages, await questionsOf(context.tx, locked.stages), answers);

  const finished = locked.stages.map((stage) => ({
    stage,
    outcome: "failed" as const,
    next: stageToGoBackTo(stage, to),
    reasonId,
    note,
  }));
  const done = await finishAttempts(context, locked.cases, finished);
  for (const { caseId, itemId, item, attempt } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "quality_failed", data: { item, attempt, cause, to, note } });
  await tellScreens(context.tx, locked.cases, "shared");
  return { items: finished.map(({ stage, next }) => ({ item: stage.item, next: next.stage })), stages: done };
}
