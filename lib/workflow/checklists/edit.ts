import type { Context } from "@/lib/access/action";
import { invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { AddQuestionInput, ChangeQuestionInput, OrderQuestionsInput, QuestionInput } from "./schema";

/** At most so many questions are asked of one kind of work at one stage. */
const MOST = 100;

/** Adds a question at the end of its list. Refuses at `label` when the list is full. */
export async function addQuestion({ tx }: Context, input: AddQuestionInput): Promise<{ id: string }> {
  const { stage, procedureType, label, photoRequired } = input;
  const list = await tx.row<{ questions: number; last: number }>(sql`
    SELECT count(*)::int AS questions, coalesce(max(position), -1) AS last FROM checklist_items
    WHERE stage = ${stage}::text AND procedure_type IS NOT DISTINCT FROM ${procedureType}::text`);
  if ((list?.questions ?? 0) >= MOST) throw invalid("label", `At most ${MOST} questions in one list.`);
  const added = await tx.row<{ id: string }>(sql`
    INSERT INTO checklist_items (stage, procedure_type, label, photo_required, position)
    VALUES (${stage}::text, ${procedureType}::text, ${label}, ${photoRequired}, ${(list?.last ?? -1) + 1}) RETURNING id`);
  return added as { id: string };
}

/** Changes what a question asks from now on; answers given keep the words they were given to. Refuses with `not_found`. */
export async function changeQuestion(
  { tx }: Context,
  { id, label, photoRequired }: ChangeQuestionInput,
): Promise<void> {
  const changed = await tx.execute(
    sql`UPDATE checklist_items SET label = ${label}, photo_required = ${photoRequired} WHERE id = ${id}`,
  );
  if (changed === 0) throw notFound("question");
}

/** Asks a question no more; its answers stay. Refuses with `not_found`. */
export async function archiveQuestion({ tx }: Context, { id }: QuestionInput): Promise<void> {
  await tx.includeDeleted();
  const archived = await tx.execute(
    sql`UPDATE checklist_items SET deleted_at = now() WHERE id = ${id} AND deleted_at IS NULL`,
  );
  if (archived === 0) throw notFound("question");
}

/** Asks an archived question again, at its place. Refuses with `not_found`. */
export async function restoreQuestion({ tx }: Context, { id }: QuestionInput): Promise<void> {
  await tx.includeDeleted();
  const restored = await tx.execute(
    sql`UPDATE checklist_items SET deleted_at = NULL WHERE id = ${id} AND deleted_at IS NOT NULL`,
  );
  if (restored === 0) throw notFound("question");
}

/** Puts the questions of a list into this order, which must name all of them. Refuses with `stale` when the list is another now. */
export async function orderQuestions(
  { tx }: Context,
  { stage, procedureType, ids }: OrderQuestionsInput,
): Promise<void> {
  const listed = await tx.rows<{ id: string }>(sql`
    SELECT id FROM checklist_items WHERE stage = ${stage}::text AND procedure_type IS NOT DISTINCT FROM ${procedureType}::text FOR UPDATE`);
  const same = listed.length === ids.length && listed.every(({ id }) => ids.includes(id));
  if (!same) throw stale("list");
  await tx.execute(sql`
    UPDATE checklist_items c SET position = x.place - 1 FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS x(id, place) WHERE c.id = x.id`);
}
