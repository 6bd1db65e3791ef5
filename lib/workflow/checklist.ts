import type { ProcedureType } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A question of the quality check; without a procedure type it is asked of everything. */
export type Question = { id: string; label: string; procedureType: ProcedureType | null };

/** The questions the lab asks at quality control of items of these procedure types, the general ones first. */
export async function questionsOf(tx: Transaction, types: readonly ProcedureType[]): Promise<Question[]> {
  return tx.rows<Question>(sql`
    SELECT id, label, procedure_type AS "procedureType" FROM checklist_items
    WHERE stage = 'quality_control' AND (procedure_type IS NULL OR procedure_type = ANY(${[...types]}::text[]))
    ORDER BY procedure_type IS NOT NULL, position, id`);
}
