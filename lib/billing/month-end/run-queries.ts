import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type RunStatus = "running" | "done" | "cancelled";

/** A run with how far it is. `month` is `YYYY-MM`; times are instants. */
export type MonthEndRun = {
  id: string;
  month: string;
  status: RunStatus;
  startedBy: string;
  startedAt: Date;
  finishedAt: Date | null;
  practices: number;
  finished: number;
  refused: number;
  invoices: number;
};

/** What became of a practice in a run. */
export type MonthEndResult = {
  id: string;
  position: number;
  practiceId: string;
  practice: string;
  outcome: "waiting" | "done" | "refused";
  words: string | null;
  /** The first few invoices, by number. */
  invoices: { id: string; number: string }[];
  count: number;
  totals: { currency: string; total: string }[];
};

const RUN = sql`
  SELECT r.id, to_char(r.month, 'YYYY-MM') AS month, r.status, u.name AS "startedBy", r.started_at AS "startedAt", r.finished_at AS "finishedAt",
    p.practices, p.finished, p.refused,
    (SELECT count(*)::int FROM invoices i JOIN month_end_results s ON s.lab_id = i.lab_id AND s.id = i.month_end_result_id
     WHERE s.lab_id = r.lab_id AND s.run_id = r.id) AS invoices
  FROM month_end_runs r JOIN users u ON u.id = r.started_by_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS practices, count(finished_at)::int AS finished,
    (count(*) FILTER (WHERE outcome = 'refused'))::int AS refused FROM month_end_results s WHERE s.lab_id = r.lab_id AND s.run_id = r.id) p`;

/** The latest 12 runs, the newest first. */
export function listRuns(tx: Transaction): Promise<MonthEndRun[]> {
  return tx.rows<MonthEndRun>(sql`${RUN} ORDER BY r.started_at DESC, r.id LIMIT 12`);
}

/** One run, or undefined when the lab has none of this id. */
export function readRun(tx: Transaction, runId: string): Promise<MonthEndRun | undefined> {
  return tx.row<MonthEndRun>(sql`${RUN} WHERE r.id = ${runId}`);
}

const PAGE = 50;

/** Fifty results of a run after (or, going back, before) a position, and whether there are more either way. */
export async function listResults(
  tx: Transaction,
  runId: string,
  { after, before }: { after: number | null; before: number | null },
): Promise<{ results: MonthEndResult[]; earlier: number | null; later: number | null }> {
  const back = before !== null;
  const bound = back ? sql`position < ${before}` : sql`position > ${after ?? 0}`;
  const found = await tx.rows<MonthEndResult>(sql`
    SELECT s.id, s.position, s.practice_id AS "practiceId", p.name AS practice, s.outcome, s.words,
      (SELECT count(*)::int FROM invoices i WHERE i.lab_id = s.lab_id AND i.month_end_result_id = s.id) AS count,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'number', f.number) ORDER BY f.number) FROM (
        SELECT id, number FROM invoices i WHERE i.lab_id = s.lab_id AND i.month_end_result_id = s.id ORDER BY number LIMIT 3) f), '[]') AS invoices,
      coalesce((SELECT jsonb_agg(jsonb_build_object('currency', t.currency, 'total', t.total::text) ORDER BY t.currency) FROM (
        SELECT currency, sum(total) AS total FROM invoices i WHERE i.lab_id = s.lab_id AND i.month_end_result_id = s.id GROUP BY 1) t), '[]') AS totals
    FROM (SELECT * FROM month_end_results WHERE run_id = ${runId} AND ${bound}
      ORDER BY position ${back ? sql`DESC` : sql`ASC`} LIMIT ${PAGE + 1}) s
    JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id ORDER BY s.position ${back ? sql`DESC` : sql`ASC`}`);
  const more = found.length > PAGE;
  const results = back ? found.slice(0, PAGE).reverse() : found.slice(0, PAGE);
  const hasEarlier = back ? more : (after ?? 0) > 0;
  const hasLater = back || more;
  return {
    results,
    earlier: hasEarlier ? (results[0]?.position ?? null) : null,
    later: hasLater ? (results.at(-1)?.position ?? null) : null,
  };
}
