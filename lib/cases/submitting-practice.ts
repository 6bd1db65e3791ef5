import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type SubmittingPractice = { id: string; name: string; transitDays: number };

/**
 * The practice a case is entered for, if the actor may see it and it may send cases. Refuses with `not_found`, or with
 * `practice_not_active` when the lab has stopped it.
 */
export async function submittingPractice(tx: Transaction, practiceId: string): Promise<SubmittingPractice> {
  const practice = await tx.row<SubmittingPractice & { status: string }>(
    sql`SELECT id, name, transit_days AS "transitDays", status FROM practices WHERE id = ${practiceId}`,
  );
  if (!practice) throw notFound("practice");
  if (practice.status !== "active") {
    throw conflict("practice_not_active", "This practice cannot send cases at the moment. Please call the lab.");
  }
  return practice;
}

/** Whether a dentist prescribes at a practice on a day (`YYYY-MM-DD`). */
export async function prescribesAt(
  tx: Transaction,
  dentistId: string,
  practiceId: string,
  day: string,
): Promise<boolean> {
  const found = await tx.row(sql`
    SELECT 1 FROM practice_dentists pd JOIN dentist_profiles d ON d.lab_id = pd.lab_id AND d.id = pd.dentist_id AND d.status = 'active'
    WHERE pd.practice_id = ${practiceId} AND pd.dentist_id = ${dentistId}
      AND coalesce(pd.started_on, ${day}::date) <= ${day}::date AND coalesce(pd.ended_on, ${day}::date) >= ${day}::date`);
  return Boolean(found);
}
