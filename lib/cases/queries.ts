import { joinSql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { caseConditions } from "./list-conditions";
import type { CaseFilter, CaseKey, CaseSort } from "./list-filter";
import type { Arch, CaseStatus, Material, ProcedureType, Stage, Urgency } from "./vocabulary";

const CASE_PAGE = 50;

export type ListedItem = {
  procedureType: ProcedureType;
  material: Material | null;
  arch: Arch | null;
  teeth: number[];
  units: number;
  stage: Stage;
  status: "in_production" | "finished" | "shipped" | "delivered" | "cancelled";
};

/** A line of the case list. Days are `YYYY-MM-DD`. */
export type ListedCase = {
  id: string;
  number: string;
  version: number;
  status: CaseStatus;
  urgency: Urgency;
  dueOn: string;
  shipBy: string;
  createdAt: Date;
  receivedAt: Date | null;
  deliveredAt: Date | null;
  patient: string;
  patientName: string | null;
  practice: string;
  dentist: string;
  /** Number of the case that this one makes again. */
  remakeOf: string | null;
  items: ListedItem[];
};

export type CasePage = { cases: ListedCase[]; newer: CaseKey | null; older: CaseKey | null };

const COLUMN: Record<CaseSort, { name: Sql; type: Sql; value: (row: ListedCase) => string }> = {
  created: { name: sql`c.created_at`, type: rawSql("timestamptz"), value: (row) => row.createdAt.toISOString() },
  ship: { name: sql`c.ship_by`, type: rawSql("date"), value: (row) => row.shipBy },
  due: { name: sql`c.due_on`, type: rawSql("date"), value: (row) => row.dueOn },
  number: { name: sql`c.number`, type: rawSql("text"), value: (row) => row.number },
};

/**
 * A page of at most `size` cases (50) the actor may see, in the filter's order. Pages go by key: the bounding condition on the sorted
 * column alone lets the index start at the page, however deep it lies. `newer` and `older` are the keys to ask with `before` and
 * `after` for the pages beside it. `today` is the lab's day, which `late` and relative ranges count from.
 */
export async function listCases(
  tx: Transaction,
  filter: CaseFilter,
  today: string,
  size = CASE_PAGE,
): Promise<CasePage> {
  const { name, type, value } = COLUMN[filter.sort];
  const key = filter.after ?? filter.before;
  const backwards = !filter.after && filter.before !== null;
  const falling = filter.descending !== backwards;
  const where = await caseConditions(tx, filter, today);
  if (key) {
    const beyond = rawSql(falling ? "<" : ">");
    const at = sql`${key.value}::${type}`;
    where.push(sql`${name} ${beyond}= ${at} AND (${name} ${beyond} ${at} OR c.id ${beyond} ${key.id}::uuid)`);
  }
  const order = rawSql(falling ? "DESC" : "ASC");
  const found = await tx.rows<ListedCase>(sql`
    SELECT ${line} FROM (SELECT * FROM cases c WHERE ${joinSql(where, " AND ")} ORDER BY ${name} ${order}, c.id ${order} LIMIT ${size + 1}) c
    ${whatBelongs} ORDER BY ${name} ${order}, c.id ${order}`);
  const more = found.length > size;
  const cases = found.slice(0, size);
  if (backwards) cases.reverse();
  const keyOf = (row: ListedCase | undefined) => (row ? { value: value(row), id: row.id } : null);
  return {
    cases,
    newer: (backwards ? more : key) ? keyOf(cases[0]) : null,
    older: backwards || more ? keyOf(cases.at(-1)) : null,
  };
}

/** The lines of cases by their ids, in the order given; one that the actor may not see is left out. */
export async function casesByIds(tx: Transaction, ids: readonly string[]): Promise<ListedCase[]> {
  const found = await tx.rows<ListedCase>(sql`
    SELECT ${line} FROM cases c ${whatBelongs} WHERE c.id = ANY (${[...ids]}::uuid[]) AND c.deleted_at IS NULL`);
  const order = new Map(ids.map((id, at) => [id, at]));
  return found.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** How many cases fit the filter, counted up to `most` and one more, which stands for "more than that". */
export async function countCases(tx: Transaction, filter: CaseFilter, today: string, most: number): Promise<number> {
  const where = await caseConditions(tx, filter, today);
  const counted = await tx.row<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM cases c WHERE ${joinSql(where, " AND ")} LIMIT ${most + 1}) c`);
  return counted?.n ?? 0;
}

const line = sql`c.id, c.number, c.version, c.status, c.urgency, c.due_on AS "dueOn", c.ship_by AS "shipBy", c.created_at AS "createdAt",
  c.received_at AS "receivedAt", c.delivered_at AS "deliveredAt", p.reference AS patient, p.full_name AS "patientName", r.name AS practice,
  d.full_name AS dentist, CASE WHEN c.remake_of_id IS NOT NULL THEN
    (SELECT o.number FROM cases o WHERE o.lab_id = c.lab_id AND o.id = c.remake_of_id) END AS "remakeOf", i.items`;

const whatBelongs = sql`
  JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
  JOIN practices r ON r.lab_id = c.lab_id AND r.id = c.practice_id
  JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
  LEFT JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('procedureType', i.procedure_type, 'material', i.material, 'arch', i.arch, 'units', i.units,
      'stage', i.stage, 'status', i.status, 'teeth', ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id))
      ORDER BY i.position), '[]') AS items
    FROM case_items i WHERE i.lab_id = c.lab_id AND i.case_id = c.id) i ON true`;

/** What only the lab's people see of a line: the code of its pan, and who works or is to work on it. */
export type CaseWork = { pan: string | null; people: string[] };

/** Pan and people of cases, by case; for the lab's people, a practice has no right to either. */
export async function workOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, CaseWork>> {
  const found = await tx.rows<CaseWork & { id: string }>(sql`
    SELECT c.id, n.code AS pan, ARRAY(SELECT DISTINCT u.name FROM workflow_stages w JOIN users u ON u.id = w.assigned_to_id
      WHERE w.lab_id = c.lab_id AND w.case_id = c.id AND w.status <> 'completed' AND w.deleted_at IS NULL ORDER BY u.name) AS people
    FROM cases c LEFT JOIN pans n ON n.lab_id = c.lab_id AND n.id = c.pan_id WHERE c.id = ANY (${[...ids]}::uuid[])`);
  return new Map(found.map(({ id, ...work }) => [id, work]));
}
