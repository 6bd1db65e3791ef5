import type { ProcedureType, Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A question as its editor shows it; `answers` is how often it was answered. */
export type EditedQuestion = {
  id: string;
  label: string;
  procedureType: ProcedureType | null;
  photoRequired: boolean;
  archived: boolean;
  answers: number;
};

/** The questions of a stage, archived ones included, in their order. The transaction sees archived rows from here on. */
export async function editedQuestions(tx: Transaction, stage: Stage): Promise<EditedQuestion[]> {
  await tx.includeDeleted();
  return tx.rows<EditedQuestion>(sql`
    SELECT c.id, c.label, c.procedure_type AS "procedureType", c.photo_required AS "photoRequired", c.deleted_at IS NOT NULL AS archived,
      (SELECT count(*)::int FROM stage_checks s WHERE s.checklist_item_id = c.id) AS answers
    FROM checklist_items c WHERE c.stage = ${stage}::text ORDER BY c.procedure_type IS NOT NULL, c.procedure_type, c.position, c.id`);
}

/** How many questions each stage asks. */
export async function questionCounts(tx: Transaction): Promise<Partial<Record<Stage, number>>> {
  const rows = await tx.rows<{ stage: Stage; questions: number }>(sql`
    SELECT stage, count(*)::int AS questions FROM checklist_items WHERE deleted_at IS NULL GROUP BY stage`);
  return Object.fromEntries(rows.map(({ stage, questions }) => [stage, questions]));
}
