import { type Sql, sql } from "@/lib/db/sql";
import { all, dayOf, equals, equalsId, spaced, timeIn } from "../conditions";
import { NO_DEPARTMENT } from "../from-view";
import type { Ask, Part } from "../result";
import type { Behind } from "../schema";

/** The whole hours of seconds. */
export const hoursOf = (seconds: number): number => seconds / 3600;

/** What of completed attempts a figure counts, by the name its address has. */
const WHICH: Record<string, Sql> = {
  failed: sql`w.outcome IN ('failed', 'sent_back')`,
  passed: sql`w.outcome = 'passed'`,
  first: sql`w.outcome = 'passed' AND w.attempt = 1`,
};

/** A condition on an attempt's department, where one is asked for; work without a department has one of its own. */
export const inDepartment = (department: string | null | undefined): Sql | null =>
  department === NO_DEPARTMENT ? sql`w.department_id IS NULL` : equalsId(sql`w.department_id`, department);

/** The completed attempts behind a figure: of the months and filters asked for, and of one more condition. `amount` is working hours. */
export function attemptsBehind(ask: Ask, { month, only }: Behind, extra: Sql | null): Sql {
  return sql`
    SELECT w.id, ${dayOf(sql`w.completed_at`, ask)} AS at, w.case_id, NULL::uuid AS invoice_id, NULL::uuid AS lot_id, w.working_seconds / 3600.0 AS amount,
      ${spaced(sql`w.stage`)} || ', attempt ' || w.attempt || ', ' || ${spaced(sql`w.outcome`)} AS what
    FROM workflow_stages w JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id
    WHERE ${all([
      sql`w.status = 'completed' AND w.outcome <> 'cancelled' AND w.deleted_at IS NULL AND i.deleted_at IS NULL`,
      timeIn(sql`w.completed_at`, ask, month),
      inDepartment(ask.filter.department),
      equals(sql`i.procedure_type`, ask.filter.procedure),
      (only && WHICH[only]) || null,
      extra,
    ])}`;
}

export const FAILED: Part = { only: "failed" };
