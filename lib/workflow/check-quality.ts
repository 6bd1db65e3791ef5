import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { type Question, questionsOf } from "./checklist";
import { type Advanced, passed } from "./complete";
import { finishAttempts } from "./finish-attempts";
import { type LockedStage, lockForMove } from "./lock-stages";
import { reasonLabel } from "./reasons";
import type { FailInput, PassInput } from "./schema";
import { stageToGoBackTo } from "./send-back";
import { tellScreens } from "./tell";

type Answer = PassInput["answers"][number];

/**
 * Passes items at quality control: every question asked of them (the general ones and those of their procedure type) must be
 * answered, and with yes; the answers are kept with the attempt. The items are then finished and wait for delivery.
 * Refuses as `lockForMove` does, and at `answers` when a question is open or failed.
 */
export async function passQuality(context: Context, { stages, takeOver, answers }: PassInput): Promise<Advanced> {
  const locked = await lockForMove(context, "pass", stages, takeOver);
  const asked = await questionsOf(context.tx, typesOf(locked.stages));
  const given = new Map(answers.map((answer) => [answer.checklistItemId, answer]));
  const open = asked.filter(({ id }) => !given.has(id));
  if (open.length > 0) throw invalid("answers", `Still to check: ${open.map(({ label }) => label).join("; ")}.`);
  const failed = asked.filter(({ id }) => !given.get(id)?.passed);
  if (failed.length > 0)
    throw invalid("answers", `Did not pass: ${failed.map(({ label }) => label).join("; ")}. Fail the check instead.`);
  await keepAnswers(context, locked.stages, asked, answers);

  const finished = locked.stages.map(passed);
  await finishAttempts(context, locked.cases, finished);
  for (const { caseId, itemId, item, attempt } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "quality_passed", data: { item, attempt }, audience: "shared" });
  await tellScreens(context.tx, locked.cases, "shared");
  return { items: finished.map(({ stage, next }) => ({ item: stage.item, next: next.stage })) };
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
  await keepAnswers(context, locked.stages, await questionsOf(context.tx, typesOf(locked.stages)), answers);

  const finished = locked.stages.map((stage) => ({
    stage,
    outcome: "failed" as const,
    next: stageToGoBackTo(stage, to),
    reasonId,
    note,
  }));
  await finishAttempts(context, locked.cases, finished);
  for (const { caseId, itemId, item, attempt } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "quality_failed", data: { item, attempt, cause, to, note } });
  await tellScreens(context.tx, locked.cases, "shared");
  return { items: finished.map(({ stage, next }) => ({ item: stage.item, next: next.stage })) };
}

const typesOf = (stages: LockedStage[]) => stages.map(({ procedureType }) => procedureType);

/** Keeps each answer with every attempt it was asked of, with the question's words as they were. */
async function keepAnswers(
  { actor, tx }: Context,
  stages: LockedStage[],
  asked: Question[],
  answers: Answer[],
): Promise<void> {
  const questions = new Map(asked.map((question) => [question.id, question]));
  const rows = answers.flatMap((answer) => {
    const question = questions.get(answer.checklistItemId);
    if (!question)
      throw invalid("answers", "One of the questions is no longer asked. Reload the page and check again.");
    return stages
      .filter(({ procedureType }) => question.procedureType === null || question.procedureType === procedureType)
      .map(({ id }) => ({
        stage: id,
        question: question.id,
        label: question.label,
        passed: answer.passed,
        note: answer.note || null,
      }));
  });
  await tx.execute(sql`
    INSERT INTO stage_checks (workflow_stage_id, checklist_item_id, label, passed, note, checked_by_id)
    SELECT stage, question, label, passed, note, ${actor.userId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(stage uuid, question uuid, label text, passed boolean, note text)`);
}
