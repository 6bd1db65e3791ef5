import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ParticularRule } from "./rules";

/** What the acting lab asks, requires or hides, per restoration and material. */
export async function particularRules(tx: Transaction): Promise<ParticularRule[]> {
  return tx.rows<ParticularRule>(sql`
    SELECT procedure_type AS "procedureType", material, particular, demand FROM restoration_particulars
    WHERE deleted_at IS NULL ORDER BY procedure_type, material NULLS FIRST, particular`);
}
