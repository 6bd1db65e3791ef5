import { notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CaseStatus, Urgency } from "./vocabulary";

export type LockedCase = {
  id: string;
  number: string;
  practiceId: string;
  status: CaseStatus;
  urgency: Urgency;
  dueOn: string;
  shipBy: string;
  version: number;
};

/**
 * Loads a case for a change and keeps others from changing it until the transaction ends. Every capability that moves a case, its
 * items or its stages takes this lock first, so that they queue up and never deadlock. Refuses with `not_found` for a case the
 * actor cannot see and, when the caller says which version it saw, with `stale`.
 */
export async function lockCase(tx: Transaction, caseId: string, seenVersion?: number): Promise<LockedCase> {
  const found = await tx.row<LockedCase>(sql`
    SELECT id, number, practice_id AS "practiceId", status, urgency, due_on AS "dueOn", ship_by AS "shipBy", version
    FROM cases WHERE id = ${caseId} FOR UPDATE`);
  if (!found) throw notFound("case");
  if (seenVersion !== undefined && found.version !== seenVersion) throw stale("case");
  return found;
}
