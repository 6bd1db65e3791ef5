import type { Stage } from "@/lib/cases/vocabulary";
import { emptySql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { monthsBack } from "./months";
import type { Behind } from "./schema";

/** Whose failures are counted together: of the department, or of the person, that had done the work that came back. */
export type FailuresBy = "department" | "person";

export type FailureRow = {
  reasonId: string | null;
  /** The cause in words, and the group it stands under (itself where it is one). */
  cause: string;
  group: string;
  /** Where it was found. */
  stage: Stage;
  departmentId: string | null;
  department: string;
  personId: string | null;
  person: string;
  failures: number;
  units: number;
};

/**
 * Every attempt that failed or was sent back since a day, with the attempt whose work it was: the last one passed at the stage the item
 * went back to. `w` is where it was found, `m` whose it was.
 */
const FOUND = sql`
  workflow_stages w
  LEFT JOIN LATERAL (SELECT n.stage FROM workflow_stages n WHERE n.lab_id = w.lab_id AND n.item_id = w.item_id AND n.queued_at >= w.completed_at
    ORDER BY n.queued_at, n.id LIMIT 1) n ON true
  LEFT JOIN LATERAL (SELECT p.department_id, p.completed_by_id FROM workflow_stages p WHERE p.lab_id = w.lab_id AND p.item_id = w.item_id
    AND p.stage = n.stage AND p.outcome = 'passed' AND p.completed_at <= w.completed_at ORDER BY p.completed_at DESC LIMIT 1) m ON true`;

/** Failures since a day (`YYYY-MM-DD` of the zone), counted per cause, stage, department and person, the most frequent first. */
export function failuresByCause(tx: Transaction, since: string, timeZone: string): Promise<FailureRow[]> {
  return tx.rows<FailureRow>(sql`
    SELECT w.reason_id AS "reasonId", coalesce(r.words, 'No reason given') AS cause, coalesce(r.group, 'No reason given') AS group, w.stage,
      m.department_id AS "departmentId", coalesce(d.name, 'Nobody''s') AS department, m.completed_by_id AS "personId", coalesce(u.name, 'Nobody''s') AS person,
      count(*)::int AS failures, sum(i.units)::int AS units
    FROM ${FOUND} JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id
    LEFT JOIN lab_reasons() r ON r.id = w.reason_id LEFT JOIN departments d ON d.lab_id = w.lab_id AND d.id = m.department_id
    LEFT JOIN users u ON u.id = m.completed_by_id
    WHERE w.outcome IN ('failed', 'sent_back') AND w.completed_at >= ${since}::date::timestamp AT TIME ZONE ${timeZone}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY failures DESC, cause`);
}

/**
 * The statement of the cases behind a figure of failures: `key` is a cause (`none` for no reason), a stage, a department or a person.
 */
export function failuresBehind({ key, month, months }: Behind, timeZone: string): Sql {
  const from = month ? `${month}-01` : monthsBack(months, timeZone);
  const until = month
    ? sql`AND w.completed_at < (${from}::date + interval '1 month')::timestamp AT TIME ZONE ${timeZone}`
    : emptySql;
  const keys = (key ?? "").split("~").filter(Boolean);
  const met = keys.map((one) =>
    one === "none"
      ? sql`AND w.reason_id IS NULL`
      : sql`AND ${one}::text IN (w.reason_id::text, w.stage, m.department_id::text, m.completed_by_id::text)`,
  );
  return sql`
    SELECT w.case_id, coalesce(r.words, 'No reason given') || ', found at ' || replace(w.stage, '_', ' ') || coalesce(', ' || u.name, '') AS what,
      (w.completed_at AT TIME ZONE ${timeZone})::date AS at
    FROM ${FOUND} LEFT JOIN lab_reasons() r ON r.id = w.reason_id LEFT JOIN users u ON u.id = m.completed_by_id
    WHERE w.outcome IN ('failed', 'sent_back') AND w.completed_at >= ${from}::date::timestamp AT TIME ZONE ${timeZone} ${until}
      ${met.length > 0 ? met.reduce((all, one) => sql`${all} ${one}`) : emptySql}`;
}
