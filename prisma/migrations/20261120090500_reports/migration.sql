-- The five reports. A materialized view ignores row-level security, so the app may not read one: it reads through a
-- function that filters by the acting lab. Each has a unique index, so that it refreshes while people read.
-- Months are those of the lab's own time zone.

-- Money invoiced and received, per month of issue, practice and currency. Drafts and cancelled invoices do not count.
CREATE MATERIALIZED VIEW monthly_revenue AS
SELECT i.lab_id, date_trunc('month', i.issued_on)::date AS month, i.practice_id, i.currency::text AS currency,
  count(*)::int AS invoices, sum(i.subtotal) AS net, sum(i.tax_total) AS tax, sum(i.total) AS total,
  sum(i.paid_total) AS paid, sum(i.balance) AS outstanding
FROM invoices i
WHERE i.deleted_at IS NULL AND i.status NOT IN ('draft', 'cancelled')
GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX monthly_revenue_key ON monthly_revenue (lab_id, month, practice_id, currency);

-- Items per month of submission and procedure type: how many, how many delivered, and of those how many by the due day.
CREATE MATERIALIZED VIEW case_completion_rates AS
SELECT c.lab_id, date_trunc('month', c.submitted_at AT TIME ZONE l.time_zone)::date AS month, i.procedure_type::text AS procedure_type,
  count(*)::int AS items, sum(i.units)::int AS units,
  count(*) FILTER (WHERE i.status = 'delivered')::int AS delivered,
  count(*) FILTER (WHERE i.status = 'delivered' AND (i.delivered_at AT TIME ZONE l.time_zone)::date <= c.due_on)::int AS on_time,
  count(*) FILTER (WHERE i.status = 'cancelled')::int AS cancelled,
  count(*) FILTER (WHERE c.remake_of_id IS NOT NULL)::int AS remakes,
  round(avg(extract(epoch FROM i.delivered_at - c.submitted_at) / 86400) FILTER (WHERE i.status = 'delivered'), 2) AS average_days
FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id JOIN labs l ON l.id = i.lab_id
WHERE i.deleted_at IS NULL AND c.deleted_at IS NULL
GROUP BY 1, 2, 3;
CREATE UNIQUE INDEX case_completion_rates_key ON case_completion_rates (lab_id, month, procedure_type);

-- Completed attempts per month, department and stage: touch time, waiting time, and how many passed.
-- Waiting is the time from queueing to completion less the working time.
CREATE MATERIALIZED VIEW department_efficiency AS
SELECT w.lab_id, date_trunc('month', w.completed_at AT TIME ZONE l.time_zone)::date AS month, w.department_id, w.stage::text AS stage,
  count(*)::int AS attempts,
  count(*) FILTER (WHERE w.outcome = 'passed')::int AS passed,
  count(*) FILTER (WHERE w.outcome IN ('failed', 'sent_back'))::int AS failed,
  sum(w.working_seconds)::bigint AS working_seconds,
  sum(greatest(extract(epoch FROM w.completed_at - w.queued_at)::bigint - w.working_seconds, 0))::bigint AS waiting_seconds
FROM workflow_stages w JOIN labs l ON l.id = w.lab_id
WHERE w.status = 'completed' AND w.deleted_at IS NULL AND w.outcome <> 'cancelled'
GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX department_efficiency_key ON department_efficiency (lab_id, month, department_id, stage) NULLS NOT DISTINCT;

-- Completed attempts per month and person, with units, share passed and working time.
CREATE MATERIALIZED VIEW staff_performance AS
SELECT w.lab_id, date_trunc('month', w.completed_at AT TIME ZONE l.time_zone)::date AS month, w.completed_by_id AS user_id,
  count(*)::int AS attempts, sum(i.units)::int AS units,
  count(*) FILTER (WHERE w.outcome = 'passed')::int AS passed,
  count(*) FILTER (WHERE w.outcome IN ('failed', 'sent_back'))::int AS failed,
  sum(w.working_seconds)::bigint AS working_seconds,
  (SELECT s.rating FROM staff_profiles s WHERE s.lab_id = w.lab_id AND s.user_id = w.completed_by_id AND s.deleted_at IS NULL) AS rating
FROM workflow_stages w JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id JOIN labs l ON l.id = w.lab_id
WHERE w.status = 'completed' AND w.completed_by_id IS NOT NULL AND w.deleted_at IS NULL AND w.outcome <> 'cancelled'
GROUP BY 1, 2, 3;
CREATE UNIQUE INDEX staff_performance_key ON staff_performance (lab_id, month, user_id);

-- Stock per item: on hand and its value, what went out in the last 90 days, and how often the stock turned over in them.
CREATE MATERIALIZED VIEW inventory_turnover AS
SELECT s.lab_id, s.id AS inventory_item_id, s.name, s.category::text AS category, s.unit, s.on_hand,
  round(s.on_hand * s.unit_cost, 2) AS value, s.reorder_point, s.on_hand <= s.reorder_point AS below_reorder_point,
  coalesce(t.used, 0) AS used_90_days,
  CASE WHEN s.on_hand > 0 THEN round(coalesce(t.used, 0) / s.on_hand, 2) END AS turnover_90_days,
  t.last_movement_at
FROM inventory_items s
LEFT JOIN (SELECT lab_id, inventory_item_id, -sum(quantity) FILTER (WHERE type = 'out' AND occurred_at > now() - interval '90 days') AS used,
    max(occurred_at) AS last_movement_at FROM inventory_transactions GROUP BY 1, 2) t ON t.lab_id = s.lab_id AND t.inventory_item_id = s.id
WHERE s.deleted_at IS NULL;
CREATE UNIQUE INDEX inventory_turnover_key ON inventory_turnover (lab_id, inventory_item_id);

DO $$
DECLARE v text;
BEGIN
  FOREACH v IN ARRAY ARRAY['monthly_revenue', 'case_completion_rates', 'department_efficiency', 'staff_performance', 'inventory_turnover'] LOOP
    EXECUTE format('CREATE FUNCTION lab_%s() RETURNS SETOF %I LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
      AS $f$ SELECT * FROM %I WHERE lab_id = (SELECT app_lab_id()) $f$', v, v, v);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION lab_%s() FROM PUBLIC', v);
    EXECUTE format('GRANT EXECUTE ON FUNCTION lab_%s() TO casepan_lab', v);
    EXECUTE format('INSERT INTO report_refreshes (view_name, refreshed_at, took_ms) VALUES (%L, now(), 0)', v);
  END LOOP;
END $$;
