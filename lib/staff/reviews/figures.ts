import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What the stage clock says of a person in a period. Shares are 0 to 1, null where there is nothing to share. */
export type PeriodFigures = {
  /** Attempts that the person completed, and the units of the items in them. */
  attempts: number;
  units: number;
  hours: number;
  passed: number;
  failed: number;
  passedShare: number | null;
};

/**
 * The figures of a person between two days of the lab (both included): attempts completed by them, the units of their items, the hours of
 * work in them, and of those that have an outcome how many passed, failed or were sent back.
 */
export async function periodFigures(
  tx: Transaction,
  userId: string,
  { from, to }: { from: string; to: string },
): Promise<PeriodFigures> {
  const found = await tx.row<Omit<PeriodFigures, "passedShare">>(sql`
    SELECT count(*)::int AS attempts, coalesce(sum(i.units), 0)::int AS units, coalesce(sum(w.working_seconds) / 3600.0, 0)::float AS hours,
      (count(*) FILTER (WHERE w.outcome = 'passed'))::int AS passed, (count(*) FILTER (WHERE w.outcome IN ('failed', 'sent_back')))::int AS failed
    FROM workflow_stages w JOIN case_items i ON i.id = w.item_id JOIN labs l ON l.id = w.lab_id
    WHERE w.completed_by_id = ${userId} AND w.status = 'completed' AND w.outcome IS DISTINCT FROM 'cancelled'
      AND w.completed_at >= ${from}::timestamp AT TIME ZONE l.time_zone AND w.completed_at < (${to}::timestamp + interval '1 day') AT TIME ZONE l.time_zone`);
  const figures = found ?? { attempts: 0, units: 0, hours: 0, passed: 0, failed: 0 };
  const judged = figures.passed + figures.failed;
  return { ...figures, passedShare: judged > 0 ? figures.passed / judged : null };
}
