import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { putIn } from "./participants";
import type { CaseSide, openCaseSchema } from "./schema";

/** The id of one of a case's two conversations, if it has begun and the acting person may see it. */
export async function caseConversation(tx: Transaction, caseId: string, side: CaseSide): Promise<string | null> {
  const found = await tx.row<{ id: string }>(sql`
    SELECT id FROM conversations WHERE case_id = ${caseId} AND (practice_id IS NULL) = ${side === "internal"}`);
  return found?.id ?? null;
}

/**
 * Opens one of a case's two conversations, beginning it if nobody has: in the one with its practice are who submitted the case and its
 * dentist (or everybody of the practice, when neither can be reached) and the lab's people who receive cases; in the lab's own, who
 * received the case and who works on it. Refuses with `not_found`; a practice knows the shared one only.
 */
export async function openCase(
  { actor, tx }: Context,
  { caseId, side }: z.output<typeof openCaseSchema>,
): Promise<{ id: string }> {
  const found = await tx.row<{ practiceId: string }>(
    sql`SELECT practice_id AS "practiceId" FROM cases WHERE id = ${caseId}`,
  );
  if (!found || (side === "internal" && actor.audience !== "lab")) throw notFound("case");
  const practiceId = side === "shared" ? found.practiceId : null;
  const made = await tx.execute(sql`
    INSERT INTO conversations (type, case_id, practice_id, created_by_id) VALUES ('case', ${caseId}, ${practiceId}, ${actor.userId})
    ON CONFLICT (lab_id, case_id, (practice_id IS NULL)) WHERE case_id IS NOT NULL AND deleted_at IS NULL DO NOTHING`);
  const id = (await caseConversation(tx, caseId, side)) as string;
  if (made > 0) {
    const people = await tx.withLabRights(() => (side === "shared" ? whoCares(tx, caseId) : whoWorks(tx, caseId)));
    await putIn(tx, id, people);
  }
  return { id };
}

const receivers = sql`
  SELECT m.user_id FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id AND r.kind NOT IN ('dentist', 'driver')
  JOIN role_permissions rp ON rp.lab_id = r.lab_id AND rp.role_id = r.id AND rp.permission_key = 'cases.receive'
  WHERE m.status = 'active'`;

async function whoCares(tx: Transaction, caseId: string): Promise<string[]> {
  const found = await tx.rows<{ userId: string }>(sql`
    WITH of_practice AS (
      SELECT pm.user_id, pm.user_id IN (c.submitted_by_id, d.user_id) AS near
      FROM cases c JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
      JOIN practice_members pm ON pm.lab_id = c.lab_id AND pm.practice_id = c.practice_id
      JOIN memberships m ON m.lab_id = pm.lab_id AND m.user_id = pm.user_id AND m.status = 'active'
      WHERE c.id = ${caseId})
    SELECT user_id AS "userId" FROM of_practice WHERE near IS TRUE OR NOT EXISTS (SELECT FROM of_practice WHERE near IS TRUE)
    UNION ${receivers}`);
  return found.map(({ userId }) => userId);
}

async function whoWorks(tx: Transaction, caseId: string): Promise<string[]> {
  const found = await tx.rows<{ userId: string }>(sql`
    SELECT received_by_id AS "userId" FROM cases WHERE id = ${caseId} AND received_by_id IS NOT NULL
    UNION SELECT assigned_to_id FROM workflow_stages WHERE case_id = ${caseId} AND assigned_to_id IS NOT NULL AND status <> 'completed'
    UNION SELECT app_user_id()`);
  return found.map(({ userId }) => userId);
}
