import { emptySql, joinSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { failuresBehind } from "./failures";
import { monthsBack } from "./months";
import type { Behind, ReportName } from "./schema";

/** A case behind a figure: what it is, and the particular that made it count. */
export type CaseBehind = {
  caseId: string;
  number: string;
  practice: string;
  dentist: string;
  status: string;
  what: string;
  on: string;
};

/** How many cases are listed behind one figure. */
export const BEHIND_MOST = 200;

/** The month of the figure, or the whole period of its report; both are months of the lab's zone. */
const inPeriod = (column: Sql, { month, months }: Behind, timeZone: string) =>
  month
    ? sql`${column} >= ${`${month}-01`}::date AND ${column} < ${`${month}-01`}::date + interval '1 month'`
    : sql`${column} >= ${monthsBack(months, timeZone)}::date`;

const conditionsOf = (parts: Sql[]) => {
  const given = parts.filter((part) => part !== emptySql);
  return given.length > 0 ? joinSql(given, " AND ") : sql`true`;
};

/**
 * The cases behind a figure of a report, newest first, at most 200. It asks the tables and not the view, by the very
 * definition of the view, so figure and list differ only by what happened since the refresh.
 */
export async function casesBehind(
  tx: Transaction,
  report: ReportName,
  behind: Behind,
  timeZone: string,
): Promise<CaseBehind[]> {
  const { key, only } = behind;
  const lines: Record<ReportName, () => Sql> = {
    revenue: () => sql`
      SELECT DISTINCT x.case_id, 'Invoice ' || i.number || ', ' || replace(i.status, '_', ' ') AS what, i.issued_on AS at
      FROM invoices i JOIN invoice_items x ON x.lab_id = i.lab_id AND x.invoice_id = i.id AND x.case_id IS NOT NULL AND x.deleted_at IS NULL
      WHERE ${conditionsOf([sql`i.status NOT IN ('draft', 'cancelled')`, inPeriod(sql`i.issued_on`, behind, timeZone), key ? sql`i.practice_id::text = ${key}` : emptySql])}`,
    completion: () => sql`
      SELECT i.case_id, replace(i.procedure_type, '_', ' ') || ', ' || replace(i.status, '_', ' ') AS what, (c.submitted_at AT TIME ZONE ${timeZone})::date AS at
      FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
      WHERE ${conditionsOf([
        inPeriod(sql`(c.submitted_at AT TIME ZONE ${timeZone})::date`, behind, timeZone),
        key ? sql`i.procedure_type = ${key}::text` : emptySql,
        only && only !== "remakes" && only !== "failed" ? sql`i.status = 'delivered'` : emptySql,
        only === "on_time" ? sql`(i.delivered_at AT TIME ZONE ${timeZone})::date <= c.due_on` : emptySql,
        only === "late" ? sql`(i.delivered_at AT TIME ZONE ${timeZone})::date > c.due_on` : emptySql,
        only === "remakes" ? sql`c.remake_of_id IS NOT NULL` : emptySql,
      ])}`,
    departments: () =>
      attempts([key ? sql`${key}::text IN (w.stage, w.department_id::text)` : emptySql], behind, timeZone),
    people: () =>
      attempts([key ? sql`w.completed_by_id::text = ${key}` : sql`w.completed_by_id IS NOT NULL`], behind, timeZone),
    failures: () => failuresBehind(behind, timeZone),
    stock: () => sql`
      SELECT i.case_id, s.name || ', ' || -t.quantity || ' ' || s.unit AS what, (t.occurred_at AT TIME ZONE ${timeZone})::date AS at
      FROM inventory_transactions t JOIN inventory_items s ON s.lab_id = t.lab_id AND s.id = t.inventory_item_id
      JOIN case_items i ON i.lab_id = t.lab_id AND i.id = t.case_item_id WHERE t.type = 'out' ${key ? sql`AND s.id::text = ${key}` : emptySql}`,
  };
  return tx.rows<CaseBehind>(sql`
    SELECT c.id AS "caseId", c.number, p.name AS practice, d.full_name AS dentist, c.status, b.what, b.at AS on
    FROM (${lines[report]()}) b
    JOIN cases c ON c.id = b.case_id JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
    JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
    ORDER BY b.at DESC, c.number DESC LIMIT ${BEHIND_MOST}`);
}

function attempts(extra: Sql[], behind: Behind, timeZone: string): Sql {
  return sql`
    SELECT w.case_id, replace(w.stage, '_', ' ') || ', attempt ' || w.attempt || ', ' || replace(w.outcome, '_', ' ') AS what,
      (w.completed_at AT TIME ZONE ${timeZone})::date AS at
    FROM workflow_stages w
    WHERE ${conditionsOf([
      sql`w.status = 'completed' AND w.outcome <> 'cancelled'`,
      inPeriod(sql`(w.completed_at AT TIME ZONE ${timeZone})::date`, behind, timeZone),
      behind.only === "failed" ? sql`w.outcome IN ('failed', 'sent_back')` : emptySql,
      ...extra,
    ])}`;
}
