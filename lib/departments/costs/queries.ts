import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What a department cost in a month (its first day), in the lab's currency as decimal strings; `budget` null: none was set. */
export type MonthCost = {
  departmentId: string;
  name: string;
  month: string;
  work: string;
  materials: string;
  maintenance: string;
  total: string;
  budget: string | null;
  /** The budget less the total; below zero when it was overspent. */
  left: string | null;
  /** Of people, in hours with two decimals. */
  hours: string;
};

/**
 * What each department, archived ones included, cost in each month from `first` to `last` (`YYYY-MM-01`), with its budget: hours of people
 * at what they cost on that day, materials used, damaged or written off less what was booked back, and maintenance (the database's `department_costs()`).
 */
export async function monthlyCosts(tx: Transaction, first: string, last: string): Promise<MonthCost[]> {
  await tx.includeDeleted();
  return tx.rows<MonthCost>(sql`
    WITH costs AS MATERIALIZED (
      SELECT * FROM department_costs(${first}::date, (${last}::date + interval '1 month - 1 day')::date)
    ), months AS (
      SELECT m::date AS month FROM generate_series(${first}::timestamp, ${last}::timestamp, '1 month') m
    ), sums AS (
      SELECT d.id, d.name, m.month, d.deleted_at IS NOT NULL AS gone,
        coalesce(sum(c.amount) FILTER (WHERE c.kind = 'work'), 0) AS work,
        coalesce(sum(c.amount) FILTER (WHERE c.kind = 'materials'), 0) AS materials,
        coalesce(sum(c.amount) FILTER (WHERE c.kind = 'maintenance'), 0) AS maintenance,
        coalesce(sum(c.amount), 0) AS total, coalesce(sum(c.hours), 0) AS hours, department_budget(d.id, m.month) AS budget
      FROM departments d CROSS JOIN months m LEFT JOIN costs c ON c.department_id = d.id AND c.month = m.month
      GROUP BY d.id, d.name, m.month, d.deleted_at
    )
    SELECT s.id AS "departmentId", s.name, s.month, s.work::numeric(14,2)::text AS work, s.materials::numeric(14,2)::text AS materials,
      s.maintenance::numeric(14,2)::text AS maintenance, s.total::numeric(14,2)::text AS total, s.hours::numeric(14,2)::text AS hours,
      s.budget::text AS budget, (s.budget - s.total)::numeric(14,2)::text AS left
    FROM sums s WHERE NOT s.gone OR s.total <> 0 ORDER BY s.month, s.name, s.id`);
}

/** What a person's work in a department cost in a month; `cost` null where nobody said what the person costs an hour. */
export type WorkCost = {
  userId: string;
  name: string;
  hours: string;
  rate: string | null;
  cost: string | null;
  cases: number;
};

const monthOf = (first: string) => sql`${first}::date, (${first}::date + interval '1 month - 1 day')::date`;

/** Whose work made a department's cost in a month (`YYYY-MM-01`), the dearest first; at most 50. */
export const workBehind = (tx: Transaction, departmentId: string, first: string): Promise<WorkCost[]> =>
  tx.rows<WorkCost>(sql`
    SELECT w.user_id AS "userId", u.name, round(sum(w.seconds) / 3600, 2)::text AS hours, round(sum(w.cost), 2)::text AS cost,
      round(sum(w.cost) * 3600 / nullif(sum(w.seconds) FILTER (WHERE w.cost IS NOT NULL), 0), 2)::text AS rate, count(DISTINCT w.case_id)::int AS cases
    FROM department_work(${monthOf(first)}) w JOIN users u ON u.id = w.user_id
    WHERE w.department_id = ${departmentId} GROUP BY w.user_id, u.name ORDER BY sum(w.cost) DESC NULLS LAST, u.name LIMIT 50`);

/** The cases that took the most work of a department in a month, the dearest first; at most 50. */
export const casesBehind = (
  tx: Transaction,
  departmentId: string,
  first: string,
): Promise<{ caseId: string; number: string; practice: string; hours: string; cost: string | null }[]> =>
  tx.rows(sql`
    SELECT c.id AS "caseId", c.number, (SELECT name FROM practices WHERE id = c.practice_id) AS practice, w.hours::text AS hours, w.cost::text AS cost
    FROM (
      SELECT case_id, round(sum(seconds) / 3600, 2) AS hours, round(sum(cost), 2) AS cost
      FROM department_work(${monthOf(first)}) WHERE department_id = ${departmentId}
      GROUP BY case_id ORDER BY sum(cost) DESC NULLS LAST, case_id LIMIT 50
    ) w JOIN cases c ON c.id = w.case_id ORDER BY w.cost DESC NULLS LAST, c.number`);

/** Materials of a department in a month by item and why they went, less what was booked back, the dearest first; at most 50. */
export const materialsBehind = (
  tx: Transaction,
  departmentId: string,
  first: string,
): Promise<{ itemId: string; name: string; type: string; quantity: string; unit: string; cost: string }[]> =>
  tx.rows(sql`
    SELECT i.id AS "itemId", i.name, t.type, sum(t.quantity)::text AS quantity, i.unit, round(sum(t.amount), 2)::text AS cost
    FROM department_materials(${monthOf(first)}) t JOIN inventory_items i ON i.id = t.inventory_item_id
    WHERE t.department_id = ${departmentId}
    GROUP BY i.id, i.name, i.unit, t.type HAVING sum(t.quantity) <> 0 ORDER BY sum(t.amount) DESC, i.name LIMIT 50`);

/** Maintenance that a department paid in a month, the latest first; at most 50. */
export const maintenanceBehind = (
  tx: Transaction,
  departmentId: string,
  first: string,
): Promise<{ id: string; equipmentId: string; machine: string; doneOn: string; what: string; cost: string }[]> =>
  tx.rows(sql`
    SELECT m.id, e.id AS "equipmentId", e.code AS machine, m.done_on AS "doneOn", m.what, m.cost::text AS cost
    FROM maintenance_log m JOIN department_equipment e ON e.id = m.equipment_id
    WHERE m.department_id = ${departmentId} AND m.done_on >= ${first}::date AND m.done_on < ${first}::date + interval '1 month'
    ORDER BY m.done_on DESC, m.id DESC LIMIT 50`);
