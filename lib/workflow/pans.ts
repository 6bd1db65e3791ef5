import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { LookUpPanInput } from "./schema";

export type Pan = { id: string; code: string; usedBy: { id: string; number: string } | null };

/** The pan with this code (upper and lower case alike), with the open case it carries; null when no pan has it. */
export async function findPan(tx: Transaction, code: string): Promise<Pan | null> {
  const row = await tx.row<{ id: string; code: string; caseId: string | null; number: string | null }>(sql`
    SELECT p.id, p.code, c.id AS "caseId", c.number FROM pans p
    LEFT JOIN cases c ON c.pan_id = p.id AND c.status NOT IN ('delivered', 'cancelled')
    WHERE upper(p.code) = upper(${code}::text)`);
  if (!row) return null;
  const usedBy = row.caseId && row.number ? { id: row.caseId, number: row.number } : null;
  return { id: row.id, code: row.code, usedBy };
}

/** Says at the scan of a pan whether it can take a case: null when the lab has no such pan yet. */
export async function lookUpPan({ tx }: Context, { code }: LookUpPanInput): Promise<{ pan: Pan | null }> {
  return { pan: await findPan(tx, code) };
}
