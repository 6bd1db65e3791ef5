import type { ProcedureType, Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type Asked, isAskedOf } from "./asked-of";

/** A question asked before a stage is completed; without a procedure type it is asked of everything made there. */
export type Question = {
  id: string;
  label: string;
  stage: Stage;
  procedureType: ProcedureType | null;
  /** A yes wants a photo. */
  photoRequired: boolean;
};

/** The questions the lab asks of these items at the stages where they are, the general ones first. */
export async function questionsOf(tx: Transaction, items: readonly Asked[]): Promise<Question[]> {
  if (items.length === 0) return [];
  const found = await tx.rows<Question>(sql`
    SELECT id, label, stage, procedure_type AS "procedureType", photo_required AS "photoRequired" FROM checklist_items
    WHERE stage = ANY(${items.map(({ stage }) => stage)}::text[])
      AND (procedure_type IS NULL OR procedure_type = ANY(${items.map(({ procedureType }) => procedureType)}::text[]))
    ORDER BY procedure_type IS NOT NULL, procedure_type, position, id`);
  return found.filter((question) => items.some((item) => isAskedOf(question, item)));
}
