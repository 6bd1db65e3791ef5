import { type Sql, sql } from "@/lib/db/sql";
import { FOUND_FAILURES } from "./found-failures";
import { NO_DEPARTMENT } from "./from-view";
import type { Period } from "./period";

/** The instants a period lies between, for a condition on a time. */
const within = (column: Sql, { from, to }: Period, zone: string) => sql`
  ${column} >= ${from}::date::timestamp AT TIME ZONE ${zone}::text AND ${column} < (${to}::date + interval '1 month')::timestamp AT TIME ZONE ${zone}::text`;
const inMonths = (column: Sql, { from, to }: Period) =>
  sql`${column} >= ${from}::date AND ${column} < ${to}::date + interval '1 month'`;
const monthOf = (column: Sql, zone: string) => sql`date_trunc('month', ${column} AT TIME ZONE ${zone}::text)::date`;

/** The aggregates behind the views, over the acting lab's own rows; the columns of each are those of its entry in measured.ts. */

export const revenue = (period: Period): Sql => sql`
  SELECT month, currency, sum(invoices)::int AS invoices, sum(credit_notes)::int AS credit_notes, sum(net) AS net, sum(tax) AS tax, sum(total) AS total,
    sum(paid) AS paid, sum(outstanding) AS outstanding, sum(credited) AS credited
  FROM (
    SELECT date_trunc('month', issued_on)::date AS month, currency::text AS currency, 1 AS invoices, 0 AS credit_notes, subtotal AS net, tax_total AS tax, total,
      paid_total AS paid, balance AS outstanding, 0::numeric AS credited
    FROM invoices WHERE deleted_at IS NULL AND status NOT IN ('draft', 'cancelled') AND ${inMonths(sql`issued_on`, period)}
    UNION ALL
    SELECT date_trunc('month', issued_on)::date, currency::text, 0, 1, 0, 0, 0, 0, 0, subtotal FROM credit_notes WHERE ${inMonths(sql`issued_on`, period)}
  ) entry GROUP BY 1, 2 ORDER BY 1, 2`;

export const completion = (period: Period, zone: string): Sql => sql`
  SELECT ${monthOf(sql`c.submitted_at`, zone)} AS month, i.procedure_type::text AS procedure_type, count(*)::int AS items, sum(i.units)::int AS units,
    count(*) FILTER (WHERE i.status = 'delivered')::int AS delivered,
    count(*) FILTER (WHERE i.status = 'delivered' AND (i.delivered_at AT TIME ZONE ${zone}::text)::date <= c.due_on)::int AS on_time,
    count(*) FILTER (WHERE i.status = 'cancelled')::int AS cancelled, count(*) FILTER (WHERE c.remake_of_id IS NOT NULL)::int AS remakes,
    round(coalesce(sum(extract(epoch FROM i.delivered_at - c.submitted_at) / 86400) FILTER (WHERE i.status = 'delivered'), 0), 4) AS days
  FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
  WHERE i.deleted_at IS NULL AND c.deleted_at IS NULL AND ${within(sql`c.submitted_at`, period, zone)}
  GROUP BY 1, 2 ORDER BY 1, 2`;

export const onTime = (period: Period, zone: string): Sql => sql`
  SELECT month, procedure_type, count(*)::int AS items, sum(units)::int AS units, count(*) FILTER (WHERE late <= 0)::int AS on_time,
    count(*) FILTER (WHERE late <= -3)::int AS early_3, count(*) FILTER (WHERE late IN (-2, -1))::int AS early_1, count(*) FILTER (WHERE late = 0)::int AS on_the_day,
    count(*) FILTER (WHERE late = 1)::int AS late_1, count(*) FILTER (WHERE late IN (2, 3))::int AS late_2, count(*) FILTER (WHERE late BETWEEN 4 AND 7)::int AS late_4,
    count(*) FILTER (WHERE late > 7)::int AS late_8, coalesce(sum(late) FILTER (WHERE late > 0), 0)::int AS days_late
  FROM (
    SELECT ${monthOf(sql`i.delivered_at`, zone)} AS month, i.procedure_type::text AS procedure_type, i.units,
      (i.delivered_at AT TIME ZONE ${zone}::text)::date - c.due_on AS late
    FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
    WHERE i.status = 'delivered' AND i.deleted_at IS NULL AND c.deleted_at IS NULL AND ${within(sql`i.delivered_at`, period, zone)}
  ) made GROUP BY 1, 2 ORDER BY 1, 2`;

export const departments = (period: Period, zone: string): Sql => sql`
  SELECT ${monthOf(sql`w.completed_at`, zone)} AS month, coalesce(w.department_id, ${NO_DEPARTMENT}::uuid) AS department_id, w.stage::text AS stage,
    count(*)::int AS attempts, sum(i.units)::int AS units, count(*) FILTER (WHERE w.outcome = 'passed')::int AS passed,
    count(*) FILTER (WHERE w.outcome = 'passed' AND w.attempt = 1)::int AS first_passed,
    count(*) FILTER (WHERE w.outcome IN ('failed', 'sent_back'))::int AS failed, sum(w.working_seconds)::bigint AS working_seconds,
    sum(w.machine_seconds)::bigint AS machine_seconds,
    sum(greatest(extract(epoch FROM w.completed_at - w.queued_at)::bigint - w.working_seconds - w.machine_seconds, 0))::bigint AS waiting_seconds
  FROM workflow_stages w JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id
  WHERE w.status = 'completed' AND w.outcome <> 'cancelled' AND w.deleted_at IS NULL AND i.deleted_at IS NULL AND ${within(sql`w.completed_at`, period, zone)}
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

export const people = (period: Period, zone: string): Sql => sql`
  SELECT ${monthOf(sql`w.completed_at`, zone)} AS month, w.completed_by_id AS user_id, count(*)::int AS attempts, sum(i.units)::int AS units,
    count(*) FILTER (WHERE w.outcome = 'passed')::int AS passed, count(*) FILTER (WHERE w.outcome IN ('failed', 'sent_back'))::int AS failed,
    sum(w.working_seconds)::bigint AS working_seconds
  FROM workflow_stages w JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id
  WHERE w.status = 'completed' AND w.completed_by_id IS NOT NULL AND w.outcome <> 'cancelled' AND w.deleted_at IS NULL AND i.deleted_at IS NULL
    AND ${within(sql`w.completed_at`, period, zone)}
  GROUP BY 1, 2 ORDER BY 1, 2`;

export const failures = (period: Period, zone: string): Sql => sql`
  SELECT ${monthOf(sql`w.completed_at`, zone)} AS month, coalesce(w.reason_id, ${NO_DEPARTMENT}::uuid) AS cause_id, w.stage::text AS stage,
    coalesce(m.department_id, ${NO_DEPARTMENT}::uuid) AS department_id, coalesce(m.completed_by_id, ${NO_DEPARTMENT}::uuid) AS user_id,
    count(*)::int AS failures, sum(i.units)::int AS units
  FROM ${FOUND_FAILURES} WHERE w.status = 'completed' AND w.outcome IN ('failed', 'sent_back') AND w.deleted_at IS NULL AND ${within(sql`w.completed_at`, period, zone)}
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;

export const stock = ({ from, to }: Period, zone: string): Sql => sql`
  WITH moved AS (
    SELECT ${monthOf(sql`t.occurred_at`, zone)} AS month,
      CASE WHEN t.type = 'adjustment' AND t.reverses_id IS NOT NULL THEN 'out' ELSE t.type::text END AS type, t.quantity * coalesce(t.unit_cost, s.unit_cost) AS value
    FROM inventory_transactions t JOIN inventory_items s ON s.lab_id = t.lab_id AND s.id = t.inventory_item_id AND s.deleted_at IS NULL
  )
  SELECT m.month::date AS month, round(coalesce(sum(v.value) FILTER (WHERE v.month = m.month AND v.type = 'in'), 0), 2) AS received_value,
    round(coalesce(-sum(v.value) FILTER (WHERE v.month = m.month AND v.type = 'out'), 0), 2) AS used_value,
    round(coalesce(-sum(v.value) FILTER (WHERE v.month = m.month AND v.type IN ('damage', 'write_off')), 0), 2) AS lost_value,
    round(coalesce(sum(v.value), 0), 2) AS closing_value
  FROM generate_series((SELECT greatest(min(month), ${from}::date) FROM moved)::timestamp, least(${to}::date::timestamp, date_trunc('month', now() AT TIME ZONE ${zone}::text)), interval '1 month') AS m (month)
  LEFT JOIN (SELECT month, type, sum(value) AS value FROM moved GROUP BY 1, 2) v ON v.month <= m.month
  GROUP BY 1 ORDER BY 1`;

export const remakes = (period: Period, zone: string): Sql => sql`
  SELECT month, sum(units)::int AS units, coalesce(sum(units) FILTER (WHERE again), 0)::int AS remade_units, count(DISTINCT case_id)::int AS cases,
    count(DISTINCT case_id) FILTER (WHERE again)::int AS remade_cases
  FROM (
    SELECT ${monthOf(sql`c.delivered_at`, zone)} AS month, i.units, i.case_id, EXISTS (
      SELECT FROM remake_items x JOIN case_items m ON m.lab_id = x.lab_id AND m.id = x.made_item_id AND m.status <> 'cancelled' AND m.deleted_at IS NULL
      JOIN cases r ON r.lab_id = m.lab_id AND r.id = m.case_id AND r.status <> 'cancelled' AND r.deleted_at IS NULL WHERE x.item_id = i.id) AS again
    FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
    WHERE i.status = 'delivered' AND i.procedure_type <> 'repairs' AND i.deleted_at IS NULL AND c.status = 'delivered' AND c.deleted_at IS NULL
      AND ${within(sql`c.delivered_at`, period, zone)}
  ) made GROUP BY 1 ORDER BY 1`;
