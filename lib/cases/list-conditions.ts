import { emptySql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type DayRange, daysOf } from "./day-range";
import type { CaseFilter } from "./list-filter";
import { matchesWords } from "./list-words";

/** The conditions over a case `c` of each filter, written so that every part can use an index under row-level security. */
export async function caseConditions(tx: Transaction, filter: CaseFilter, today: string): Promise<Sql[]> {
  const { words, status, late, stage, department, assigned, procedure, material } = filter;
  const open = late || stage || department || assigned || status === "open" || status === "moving";
  const same = (column: Sql, value: string | undefined, type: Sql) =>
    value ? sql`${column} = ${value}::${type}` : emptySql;
  return [
    sql`c.deleted_at IS NULL`,
    open ? sql`c.status NOT IN ('delivered', 'cancelled')` : emptySql,
    status === "moving" ? sql`c.status <> 'on_hold'` : emptySql,
    status && status !== "open" && status !== "moving" ? sql`c.status = ${status}::text` : emptySql,
    late ? sql`c.ship_by < ${today}::date` : emptySql,
    same(sql`c.urgency`, filter.urgency, sql`text`),
    // Said alone, this keeps the standard cases out by the index of the others.
    filter.urgency && filter.urgency !== "standard" ? sql`c.urgency <> 'standard'` : emptySql,
    same(sql`c.practice_id`, filter.practice, sql`uuid`),
    same(sql`c.dentist_id`, filter.dentist, sql`uuid`),
    same(sql`c.patient_id`, filter.patient, sql`uuid`),
    filter.remakes ? sql`c.remake_of_id IS NOT NULL` : emptySql,
    stage
      ? itemWhere(sql`i.stage = ${stage}::text AND i.status IN ('in_production', 'finished') ${ONE_BY_ONE}`)
      : emptySql,
    procedure ? itemWhere(sql`i.procedure_type = ${procedure}::text`) : emptySql,
    material ? itemWhere(sql`i.material = ${material}::text`) : emptySql,
    department ? workWhere(sql`w.department_id = ${department}::uuid ${ONE_BY_ONE}`) : emptySql,
    assigned ? workWhere(whose(assigned)) : emptySql,
    ...within(sql`c.due_on`, filter.due, today),
    ...within(sql`c.ship_by`, filter.ship, today),
    ...createdWithin(filter.created, today),
    words ? await matchesWords(tx, words) : emptySql,
  ].filter((condition) => condition !== emptySql);
}

/**
 * Many open cases are at each stage, in each department and with nobody: each case is asked, in the order of the list, until a page is
 * full. As a join the planner would expect next to none of them, and gather them all.
 */
const ONE_BY_ONE = sql`OFFSET 0`;

const itemWhere = (condition: Sql) => sql`
  EXISTS (SELECT FROM case_items i WHERE i.lab_id = c.lab_id AND i.case_id = c.id AND i.deleted_at IS NULL AND ${condition})`;

const workWhere = (condition: Sql) => sql`
  EXISTS (SELECT FROM workflow_stages w WHERE w.lab_id = c.lab_id AND w.case_id = c.id AND w.status <> 'completed'
    AND w.deleted_at IS NULL AND ${condition})`;

function whose(assigned: string): Sql {
  if (assigned === "nobody") return sql`w.assigned_to_id IS NULL ${ONE_BY_ONE}`;
  return assigned === "me" ? sql`w.assigned_to_id = (SELECT app_user_id())` : sql`w.assigned_to_id = ${assigned}::uuid`;
}

function within(column: Sql, range: DayRange | undefined, today: string): Sql[] {
  if (!range) return [];
  const { first, last } = daysOf(range, today);
  return [first ? sql`${column} >= ${first}::date` : emptySql, last ? sql`${column} <= ${last}::date` : emptySql];
}

/** The days a case came in on are days of the lab: from midnight to midnight in its zone. */
function createdWithin(range: DayRange | undefined, today: string): Sql[] {
  if (!range) return [];
  const { first, last } = daysOf(range, today);
  const zone = sql`(SELECT time_zone FROM labs WHERE id = app_lab_id())`;
  return [
    first ? sql`c.created_at >= ${first}::timestamp AT TIME ZONE ${zone}` : emptySql,
    last ? sql`c.created_at < (${last}::date + 1)::timestamp AT TIME ZONE ${zone}` : emptySql,
  ];
}
