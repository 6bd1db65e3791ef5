import type { Context } from "@/lib/access/action";
import { invalid, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { isAskedOf } from "./asked-of";
import { type Question, questionsOf } from "./checklist";
import type { LockedStage } from "./lock-stages";
import type { Answer } from "./schema";

/**
 * Asks the checklist of stages that are to be completed: every question must be answered, and with yes, with a photo where one is
 * wanted; the answers are kept with each attempt. Refuses at `answers` as `checklist_open` while one is open, and for one that failed.
 */
export async function keepPassed(context: Context, stages: LockedStage[], answers: readonly Answer[]): Promise<void> {
  const asked = await questionsOf(context.tx, stages);
  const given = new Map(answers.map((answer) => [answer.checklistItemId, answer]));
  const open = asked.filter(({ id }) => !given.has(id));
  if (open.length > 0) throw checklistOpen(`Still to check: ${labels(open)}.`);
  const failed = asked.filter(({ id }) => !given.get(id)?.passed);
  if (failed.length > 0) throw invalid("answers", `Did not pass: ${labels(failed)}. ${whatThen(stages)}`);
  const bare = asked.filter(({ id, photoRequired }) => photoRequired && !given.get(id)?.fileId);
  if (bare.length > 0) throw checklistOpen(`Still wants a photo: ${labels(bare)}.`);
  await keepAnswers(context, stages, asked, answers);
}

const labels = (questions: Question[]) => questions.map(({ label }) => label).join("; ");
const whatThen = ([first]: LockedStage[]) =>
  first?.stage === "quality_control" ? "Fail the check instead." : "Mend it, or send it back.";

function checklistOpen(message: string): Refusal {
  return new Refusal("invalid", message, "checklist_open", { answers: [message] });
}

/**
 * Keeps each answer with every attempt it was asked of, with the question's words as they were. Refuses at `answers` for a question
 * that is not asked, and for a photo that is not a picture of the same case.
 */
export async function keepAnswers(
  { actor, tx }: Context,
  stages: LockedStage[],
  asked: Question[],
  answers: readonly Answer[],
): Promise<void> {
  if (answers.length === 0) return;
  await refuseForeignPhotos({ actor, tx }, stages, answers);
  const questions = new Map(asked.map((question) => [question.id, question]));
  const rows = answers.flatMap((answer) => {
    const question = questions.get(answer.checklistItemId);
    if (!question)
      throw invalid("answers", "One of the questions is no longer asked. Reload the page and check again.");
    return stages
      .filter((stage) => isAskedOf(question, stage))
      .map(({ id }) => ({
        stage: id,
        question: question.id,
        label: question.label,
        passed: answer.passed,
        note: answer.note || null,
        file: answer.fileId ?? null,
      }));
  });
  await tx.execute(sql`
    INSERT INTO stage_checks (workflow_stage_id, checklist_item_id, label, passed, note, file_id, checked_by_id)
    SELECT stage, question, label, passed, note, file, ${actor.userId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(stage uuid, question uuid, label text, passed boolean, note text, file uuid)`);
}

async function refuseForeignPhotos({ tx }: Context, stages: LockedStage[], answers: readonly Answer[]): Promise<void> {
  const files = answers.flatMap(({ fileId }) => fileId ?? []);
  if (files.length === 0) return;
  const cases = [...new Set(stages.map(({ caseId }) => caseId))];
  const found = await tx.rows<{ id: string }>(sql`
    SELECT id FROM case_files WHERE id = ANY(${files}::uuid[]) AND case_id = ANY(${cases}::uuid[]) AND media_type LIKE 'image/%'`);
  if (cases.length > 1 || found.length < new Set(files).size)
    throw invalid("answers", "A photo must be a picture of this case. Take it again.");
}
