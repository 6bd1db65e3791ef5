import { emptySql, joinSql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CaseFilter, CaseKey, CaseSort } from "./list-filter";
import type { Arch, CaseStatus, ProcedureType, Stage, Urgency } from "./vocabulary";

const CASE_PAGE = 50;
/** A search looks among so many of the newest cases it finds. */
export const SEARCH_MOST = 1000;

export type ListedItem = {
  procedureType: ProcedureType;
  arch: Arch | null;
  teeth: number[];
  stage: Stage;
  status: "in_production" | "finished" | "shipped" | "delivered" | "cancelled";
};

/** A line of the case list. Days are `YYYY-MM-DD`. */
export type ListedCase = {
  id: string;
  number: string;
  status: CaseStatus;
  urgency: Urgency;
  dueOn: string;
  shipBy: string;
  createdAt: Date;
  deliveredAt: Date | null;
  patient: string;
  practice: string;
  dentist: string;
  items: ListedItem[];
};

export type CasePage = { cases: ListedCase[]; newer: CaseKey | null; older: CaseKey | null };

const COLUMN: Record<CaseSort, { name: Sql; type: Sql; value: (row: ListedCase) => string }> = {
  created: { name: sql`c.created_at`, type: rawSql("timestamptz"), value: (row) => row.createdAt.toISOString() },
  ship: { name: sql`c.ship_by`, type: rawSql("date"), value: (row) => row.shipBy },
  due: { name: sql`c.due_on`, type: rawSql("date"), value: (row) => row.dueOn },
  number: { name: sql`c.number`, type: rawSql("text"), value: (row) => row.number },
};

/** The condition of each filter. Written so that every part can use an index under row-level security. */
function conditions(filter: CaseFilter, today: string): Sql[] {
  const { words, status, late, urgency, practiceId, stage } = filter;
  const open = late || stage || status === "open" || status === "moving";
  return [
    sql`c.deleted_at IS NULL`,
    open ? sql`c.status NOT IN ('delivered', 'cancelled')` : emptySql,
    status === "moving" ? sql`c.status <> 'on_hold'` : emptySql,
    status && status !== "open" && status !== "moving" ? sql`c.status = ${status}::text` : emptySql,
    late ? sql`c.ship_by < ${today}::date` : emptySql,
    urgency ? sql`c.urgency = ${urgency}::text` : emptySql,
    practiceId ? sql`c.practice_id = ${practiceId}::uuid` : emptySql,
    stage
      ? sql`EXISTS (SELECT FROM case_items i WHERE i.lab_id = c.lab_id AND i.case_id = c.id AND i.stage = ${stage}::text
          AND i.status IN ('in_production', 'finished') AND i.deleted_at IS NULL)`
      : emptySql,
    words ? sql`c.id IN (SELECT search_cases(${words}, ${SEARCH_MOST}))` : emptySql,
  ].filter((condition) => condition !== emptySql);
}

/**
 * A page of at most 50 cases the actor may see, in the filter's order. Pages go by key: the bounding condition on the sorted
 * column alone lets the index start at the page, however deep it lies. `newer` and `older` are the keys to ask with `before` and
 * `after` for the pages beside it. `today` is the lab's day; `late` counts from it.
 */
export async function listCases(tx: Transaction, filter: CaseFilter, today: string): Promise<CasePage> {
  const { name, type, value } = COLUMN[filter.sort];
  const key = filter.after ?? filter.before;
  const backwards = !filter.after && filter.before !== null;
  const falling = filter.descending !== backwards;
  const where = conditions(filter, today);
  if (key) {
    const beyond = rawSql(falling ? "<" : ">");
    const at = sql`${key.value}::${type}`;
    where.push(sql`${name} ${beyond}= ${at} AND (${name} ${beyond} ${at} OR c.id ${beyond} ${key.id}::uuid)`);
  }
  const order = rawSql(falling ? "DESC" : "ASC");
  const found = await tx.rows<ListedCase>(sql`
    SELECT c.id, c.number, c.status, c.urgency, c.due_on AS "dueOn", c.ship_by AS "shipBy", c.created_at AS "createdAt",
      c.delivered_at AS "deliveredAt", p.reference AS patient, r.name AS practice, d.full_name AS dentist, i.items
    FROM (SELECT * FROM cases c WHERE ${joinSql(where, " AND ")} ORDER BY ${name} ${order}, c.id ${order} LIMIT ${CASE_PAGE + 1}) c
    JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    JOIN practices r ON r.lab_id = c.lab_id AND r.id = c.practice_id
    JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
    LEFT JOIN LATERAL (${itemsOf}) i ON true
    ORDER BY ${name} ${order}, c.id ${order}`);
  const more = found.length > CASE_PAGE;
  const cases = found.slice(0, CASE_PAGE);
  if (backwards) cases.reverse();
  const keyOf = (row: ListedCase | undefined) => (row ? { value: value(row), id: row.id } : null);
  return {
    cases,
    newer: (backwards ? more : key) ? keyOf(cases[0]) : null,
    older: backwards || more ? keyOf(cases.at(-1)) : null,
  };
}

/** The items of case `c` with their teeth, as JSON. */
export const itemsOf = sql`
  SELECT coalesce(json_agg(json_build_object('procedureType', i.procedure_type, 'arch', i.arch, 'stage', i.stage, 'status', i.status,
    'teeth', ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id)) ORDER BY i.position), '[]') AS items
  FROM case_items i WHERE i.lab_id = c.lab_id AND i.case_id = c.id`;
