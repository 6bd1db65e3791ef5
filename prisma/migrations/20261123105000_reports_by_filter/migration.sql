-- The report views by everything a report can be filtered by. A view holds its sums at several levels, so that no reading adds up more
-- than a few hundred rows: `level` names the keys that a row is of, and a key it is not of stands at the zero id or ''. What has
-- no department stands at the last id, what has no procedure type at 'none'. No key is null: a refresh would write such rows anew each time.
-- The app reads through a function of the same name with `lab_` before it: the acting lab's rows of one level, months from `since` to
-- `until`, narrowed to one key where it is given. Its plan is made for the values at hand, so that an index serves whatever is given.

DROP FUNCTION lab_monthly_revenue();
DROP FUNCTION lab_case_completion_rates();
DROP FUNCTION lab_department_efficiency();
DROP FUNCTION lab_staff_performance();
DROP FUNCTION lab_inventory_turnover();
DROP MATERIALIZED VIEW monthly_revenue;
DROP MATERIALIZED VIEW case_completion_rates;
DROP MATERIALIZED VIEW department_efficiency;
DROP MATERIALIZED VIEW staff_performance;
DROP MATERIALIZED VIEW inventory_turnover;

-- Money invoiced, per month of issue and currency; drafts and cancelled invoices do not count, credit notes in the month of their own issue.
-- By procedure type the lines are added up; what is paid is known of whole invoices alone, and so null there.
CREATE MATERIALIZED VIEW monthly_revenue AS
WITH entry AS (
  SELECT lab_id, date_trunc('month', issued_on)::date AS month, currency::text AS currency, practice_id, 1 AS invoices, 0 AS credit_notes,
    subtotal AS net, tax_total AS tax, total, paid_total AS paid, balance AS outstanding, 0::numeric AS credited
  FROM invoices WHERE deleted_at IS NULL AND status NOT IN ('draft', 'cancelled')
  UNION ALL
  SELECT lab_id, date_trunc('month', issued_on)::date, currency::text, practice_id, 0, 1, 0, 0, 0, 0, 0, subtotal FROM credit_notes
), line AS (
  SELECT i.lab_id, date_trunc('month', i.issued_on)::date AS month, i.currency::text AS currency, i.practice_id, x.case_item_id, i.id AS invoice_id,
    NULL::uuid AS credit_note_id, x.net, x.tax, 0::numeric AS credited
  FROM invoices i JOIN invoice_items x ON x.lab_id = i.lab_id AND x.invoice_id = i.id AND x.deleted_at IS NULL
  WHERE i.deleted_at IS NULL AND i.status NOT IN ('draft', 'cancelled')
  UNION ALL
  SELECT n.lab_id, date_trunc('month', n.issued_on)::date, n.currency::text, n.practice_id, x.case_item_id, NULL, n.id, 0, 0, y.net
  FROM credit_notes n JOIN credit_note_items y ON y.lab_id = n.lab_id AND y.credit_note_id = n.id
  JOIN invoice_items x ON x.lab_id = y.lab_id AND x.id = y.invoice_item_id
)
SELECT lab_id, CASE GROUPING(practice_id) WHEN 1 THEN 'all' ELSE 'practice' END AS level, month, currency,
  coalesce(practice_id, '00000000-0000-0000-0000-000000000000') AS practice_id, '' AS procedure_type,
  sum(invoices)::int AS invoices, sum(credit_notes)::int AS credit_notes, sum(net) AS net, sum(tax) AS tax, sum(total) AS total,
  sum(paid) AS paid, sum(outstanding) AS outstanding, sum(credited) AS credited
FROM entry GROUP BY lab_id, month, currency, GROUPING SETS ((), (practice_id))
UNION ALL
SELECT l.lab_id, CASE GROUPING(l.practice_id) WHEN 1 THEN 'procedure' ELSE 'practice_procedure' END, l.month, l.currency,
  coalesce(l.practice_id, '00000000-0000-0000-0000-000000000000'), coalesce(t.procedure_type::text, 'none'),
  count(DISTINCT l.invoice_id)::int, count(DISTINCT l.credit_note_id)::int, sum(l.net), sum(l.tax), sum(l.net + l.tax), NULL, NULL, sum(l.credited)
FROM line l LEFT JOIN case_items t ON t.lab_id = l.lab_id AND t.id = l.case_item_id
GROUP BY l.lab_id, l.month, l.currency, coalesce(t.procedure_type::text, 'none'), GROUPING SETS ((), (l.practice_id));
CREATE UNIQUE INDEX monthly_revenue_key ON monthly_revenue (lab_id, level, month, practice_id, procedure_type, currency);
CREATE INDEX monthly_revenue_practice ON monthly_revenue (lab_id, level, practice_id, month);

-- Items per month of submission in the lab's zone; `days` is the sum, over those delivered, from submission to delivery.
CREATE MATERIALIZED VIEW case_completion_rates AS
SELECT c.lab_id,
  CASE GROUPING(c.practice_id, i.procedure_type) WHEN 3 THEN 'all' WHEN 1 THEN 'practice' WHEN 2 THEN 'procedure' ELSE 'practice_procedure' END AS level,
  date_trunc('month', c.submitted_at AT TIME ZONE l.time_zone)::date AS month,
  coalesce(c.practice_id, '00000000-0000-0000-0000-000000000000') AS practice_id, coalesce(i.procedure_type::text, '') AS procedure_type,
  count(*)::int AS items, sum(i.units)::int AS units,
  count(*) FILTER (WHERE i.status = 'delivered')::int AS delivered,
  count(*) FILTER (WHERE i.status = 'delivered' AND (i.delivered_at AT TIME ZONE l.time_zone)::date <= c.due_on)::int AS on_time,
  count(*) FILTER (WHERE i.status = 'cancelled')::int AS cancelled,
  count(*) FILTER (WHERE c.remake_of_id IS NOT NULL)::int AS remakes,
  round(coalesce(sum(extract(epoch FROM i.delivered_at - c.submitted_at) / 86400) FILTER (WHERE i.status = 'delivered'), 0), 4) AS days
FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id JOIN labs l ON l.id = i.lab_id
WHERE i.deleted_at IS NULL AND c.deleted_at IS NULL
GROUP BY c.lab_id, date_trunc('month', c.submitted_at AT TIME ZONE l.time_zone), CUBE (c.practice_id, i.procedure_type);
CREATE UNIQUE INDEX case_completion_rates_key ON case_completion_rates (lab_id, level, month, practice_id, procedure_type);
CREATE INDEX case_completion_rates_practice ON case_completion_rates (lab_id, level, practice_id, month);

-- Delivered items per month of their delivery in the lab's zone, by how many of the lab's days they came before or after the day promised
-- (the due day of the case); `days_late` is the sum over the late ones.
CREATE MATERIALIZED VIEW on_time_deliveries AS
WITH made AS (
  SELECT c.lab_id, date_trunc('month', i.delivered_at AT TIME ZONE l.time_zone)::date AS month, c.practice_id, i.procedure_type::text AS procedure_type,
    i.units, (i.delivered_at AT TIME ZONE l.time_zone)::date - c.due_on AS late
  FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id JOIN labs l ON l.id = i.lab_id
  WHERE i.status = 'delivered' AND i.delivered_at IS NOT NULL AND i.deleted_at IS NULL AND c.deleted_at IS NULL
)
SELECT lab_id,
  CASE GROUPING(practice_id, procedure_type) WHEN 3 THEN 'all' WHEN 1 THEN 'practice' WHEN 2 THEN 'procedure' ELSE 'practice_procedure' END AS level,
  month, coalesce(practice_id, '00000000-0000-0000-0000-000000000000') AS practice_id, coalesce(procedure_type, '') AS procedure_type,
  count(*)::int AS items, sum(units)::int AS units, count(*) FILTER (WHERE late <= 0)::int AS on_time,
  count(*) FILTER (WHERE late <= -3)::int AS early_3, count(*) FILTER (WHERE late BETWEEN -2 AND -1)::int AS early_1,
  count(*) FILTER (WHERE late = 0)::int AS on_the_day, count(*) FILTER (WHERE late = 1)::int AS late_1,
  count(*) FILTER (WHERE late BETWEEN 2 AND 3)::int AS late_2, count(*) FILTER (WHERE late BETWEEN 4 AND 7)::int AS late_4,
  count(*) FILTER (WHERE late > 7)::int AS late_8, coalesce(sum(late) FILTER (WHERE late > 0), 0)::int AS days_late
FROM made GROUP BY lab_id, month, CUBE (practice_id, procedure_type);
CREATE UNIQUE INDEX on_time_deliveries_key ON on_time_deliveries (lab_id, level, month, practice_id, procedure_type);
CREATE INDEX on_time_deliveries_practice ON on_time_deliveries (lab_id, level, practice_id, month);

-- Completed attempts per month, department and stage: touch time, what a machine ran, and waiting, which is the time from queueing to
-- completion less both.
CREATE MATERIALIZED VIEW department_efficiency AS
SELECT w.lab_id, CASE GROUPING(i.procedure_type) WHEN 1 THEN 'all' ELSE 'procedure' END AS level,
  date_trunc('month', w.completed_at AT TIME ZONE l.time_zone)::date AS month,
  coalesce(w.department_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS department_id, w.stage::text AS stage, coalesce(i.procedure_type::text, '') AS procedure_type,
  count(*)::int AS attempts, sum(i.units)::int AS units,
  count(*) FILTER (WHERE w.outcome = 'passed')::int AS passed,
  count(*) FILTER (WHERE w.outcome = 'passed' AND w.attempt = 1)::int AS first_passed,
  count(*) FILTER (WHERE w.outcome IN ('failed', 'sent_back'))::int AS failed,
  sum(w.working_seconds)::bigint AS working_seconds, sum(w.machine_seconds)::bigint AS machine_seconds,
  sum(greatest(extract(epoch FROM w.completed_at - w.queued_at)::bigint - w.working_seconds - w.machine_seconds, 0))::bigint AS waiting_seconds
FROM workflow_stages w JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id JOIN labs l ON l.id = w.lab_id
WHERE w.status = 'completed' AND w.deleted_at IS NULL AND w.outcome <> 'cancelled' AND i.deleted_at IS NULL
GROUP BY w.lab_id, date_trunc('month', w.completed_at AT TIME ZONE l.time_zone), w.department_id, w.stage, GROUPING SETS ((), (i.procedure_type));
CREATE UNIQUE INDEX department_efficiency_key ON department_efficiency (lab_id, level, month, department_id, stage, procedure_type);
CREATE INDEX department_efficiency_procedure ON department_efficiency (lab_id, level, procedure_type, month);

-- Completed attempts per month and person.
CREATE MATERIALIZED VIEW staff_performance AS
WITH done AS (
  SELECT w.lab_id, date_trunc('month', w.completed_at AT TIME ZONE l.time_zone)::date AS month, w.completed_by_id AS user_id,
    coalesce(w.department_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS department_id, i.procedure_type::text AS procedure_type, i.units, w.outcome, w.working_seconds
  FROM workflow_stages w JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id JOIN labs l ON l.id = w.lab_id
  WHERE w.status = 'completed' AND w.completed_by_id IS NOT NULL AND w.deleted_at IS NULL AND w.outcome <> 'cancelled' AND i.deleted_at IS NULL
)
SELECT lab_id,
  CASE GROUPING(department_id, procedure_type) WHEN 3 THEN 'all' WHEN 1 THEN 'department' WHEN 2 THEN 'procedure' ELSE 'department_procedure' END AS level,
  month, user_id, coalesce(department_id, '00000000-0000-0000-0000-000000000000') AS department_id, coalesce(procedure_type, '') AS procedure_type,
  count(*)::int AS attempts, sum(units)::int AS units, count(*) FILTER (WHERE outcome = 'passed')::int AS passed,
  count(*) FILTER (WHERE outcome IN ('failed', 'sent_back'))::int AS failed, sum(working_seconds)::bigint AS working_seconds
FROM done GROUP BY lab_id, month, user_id, CUBE (department_id, procedure_type);
CREATE UNIQUE INDEX staff_performance_key ON staff_performance (lab_id, level, month, user_id, department_id, procedure_type);

-- The ledger of stock per month of the lab's zone: what came in, what was used and what was lost, at the cost of each movement (the item's
-- where it names none), and what lay there at the end of the month, also of months without a movement. Used and lost are positive; what a completion taken back gave back is
-- used the less.
CREATE MATERIALIZED VIEW inventory_turnover AS
WITH moved AS (
  SELECT t.lab_id, date_trunc('month', t.occurred_at AT TIME ZONE l.time_zone)::date AS month, t.inventory_item_id, s.category::text AS category,
    sum(t.quantity) AS quantity, sum(t.quantity * coalesce(t.unit_cost, s.unit_cost)) AS value,
    coalesce(sum(t.quantity * coalesce(t.unit_cost, s.unit_cost)) FILTER (WHERE t.type = 'in'), 0) AS received_value,
    coalesce(-sum(t.quantity) FILTER (WHERE t.type = 'out' OR t.type = 'adjustment' AND t.reverses_id IS NOT NULL), 0) AS used_quantity,
    coalesce(-sum(t.quantity * coalesce(t.unit_cost, s.unit_cost)) FILTER (WHERE t.type = 'out' OR t.type = 'adjustment' AND t.reverses_id IS NOT NULL), 0) AS used_value,
    coalesce(-sum(t.quantity * coalesce(t.unit_cost, s.unit_cost)) FILTER (WHERE t.type IN ('damage', 'write_off')), 0) AS lost_value
  FROM inventory_transactions t JOIN inventory_items s ON s.lab_id = t.lab_id AND s.id = t.inventory_item_id JOIN labs l ON l.id = t.lab_id
  WHERE s.deleted_at IS NULL GROUP BY 1, 2, 3, 4
), monthly AS (
  SELECT f.lab_id, m.month::date AS month, f.inventory_item_id, f.category FROM (
    SELECT a.lab_id, a.inventory_item_id, a.category, min(a.month) AS first, date_trunc('month', now() AT TIME ZONE l.time_zone) AS last
    FROM moved a JOIN labs l ON l.id = a.lab_id GROUP BY 1, 2, 3, 5) f
  CROSS JOIN LATERAL generate_series(f.first::timestamp, f.last, interval '1 month') AS m (month)
), kept AS (
  SELECT n.lab_id, n.month, n.inventory_item_id, n.category, coalesce(d.received_value, 0) AS received_value, coalesce(d.used_quantity, 0) AS used_quantity,
    coalesce(d.used_value, 0) AS used_value, coalesce(d.lost_value, 0) AS lost_value,
    sum(coalesce(d.quantity, 0)) OVER so_far AS closing_quantity, sum(coalesce(d.value, 0)) OVER so_far AS closing_value
  FROM monthly n LEFT JOIN moved d ON d.lab_id = n.lab_id AND d.month = n.month AND d.inventory_item_id = n.inventory_item_id
  WINDOW so_far AS (PARTITION BY n.lab_id, n.inventory_item_id ORDER BY n.month)
)
SELECT lab_id, CASE GROUPING(category, inventory_item_id) WHEN 3 THEN 'all' WHEN 1 THEN 'category' ELSE 'item' END AS level, month,
  coalesce(category, '') AS category, coalesce(inventory_item_id, '00000000-0000-0000-0000-000000000000') AS inventory_item_id,
  CASE WHEN GROUPING(inventory_item_id) = 0 THEN sum(used_quantity) END AS used_quantity,
  CASE WHEN GROUPING(inventory_item_id) = 0 THEN sum(closing_quantity) END AS closing_quantity,
  round(sum(received_value), 2) AS received_value, round(sum(used_value), 2) AS used_value, round(sum(lost_value), 2) AS lost_value,
  round(sum(closing_value), 2) AS closing_value
FROM kept GROUP BY lab_id, month, GROUPING SETS ((), (category), (category, inventory_item_id));
CREATE UNIQUE INDEX inventory_turnover_key ON inventory_turnover (lab_id, level, month, category, inventory_item_id);

-- Units and cases delivered, and what of them was made again, all in the month in which the original case was delivered. Repairs are
-- adjustments of what exists and stand on neither side. A unit is made again when its item has a remake whose case and item were not
-- cancelled; its first remake gives the cause and who is responsible. `kind` says what `key` is: a dentist's profile, a material, a person who passed
-- design, milling or sintering of the item (an item counts once for each), a cause or a responsible party (these two know no whole to
-- be a part of, so they have no delivered units of their own).
CREATE MATERIALIZED VIEW remake_rates AS
WITH made AS MATERIALIZED (
  SELECT i.lab_id, i.id, date_trunc('month', c.delivered_at AT TIME ZONE l.time_zone)::date AS month, c.id AS case_id, c.practice_id, c.dentist_id,
    i.procedure_type::text AS procedure_type, coalesce(i.material::text, 'none') AS material, i.units
  FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id JOIN labs l ON l.id = i.lab_id
  WHERE i.status = 'delivered' AND i.procedure_type <> 'repairs' AND i.deleted_at IS NULL
    AND c.status = 'delivered' AND c.delivered_at IS NOT NULL AND c.deleted_at IS NULL
), again AS MATERIALIZED (
  SELECT DISTINCT ON (x.lab_id, x.item_id) x.lab_id, x.item_id, r.cause_id, r.responsible::text AS responsible
  FROM remake_items x JOIN remakes r ON r.lab_id = x.lab_id AND r.id = x.remake_id
  JOIN case_items m ON m.lab_id = x.lab_id AND m.id = x.made_item_id JOIN cases c ON c.lab_id = m.lab_id AND c.id = m.case_id
  WHERE m.status <> 'cancelled' AND m.deleted_at IS NULL AND c.status <> 'cancelled' AND c.deleted_at IS NULL
  ORDER BY x.lab_id, x.item_id, r.answered_at NULLS LAST, r.id
), item AS (
  SELECT m.*, CASE WHEN a.item_id IS NULL THEN 0 ELSE m.units END AS remade_units, a.cause_id, a.responsible,
    (row_number() OVER (PARTITION BY m.lab_id, m.case_id ORDER BY a.item_id NULLS LAST, m.id) = 1)::int AS of_case,
    (row_number() OVER (PARTITION BY m.lab_id, m.case_id, m.procedure_type ORDER BY a.item_id NULLS LAST, m.id) = 1)::int AS of_type
  FROM made m LEFT JOIN again a ON a.lab_id = m.lab_id AND a.item_id = m.id
), part AS (
  SELECT lab_id, month, practice_id, procedure_type, dentist_id, material, cause_id, responsible, sum(units) AS units, sum(remade_units) AS remade_units,
    sum(of_case) AS of_case, sum(of_type) AS of_type, count(*) FILTER (WHERE of_case = 1 AND remade_units > 0) AS remade_of_case,
    count(*) FILTER (WHERE of_type = 1 AND remade_units > 0) AS remade_of_type
  FROM item GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
), person AS (
  SELECT i.lab_id, i.month, i.practice_id, i.procedure_type, w.completed_by_id, sum(i.units) AS units, sum(i.remade_units) AS remade_units
  FROM item i JOIN (SELECT DISTINCT lab_id, item_id, completed_by_id FROM workflow_stages
    WHERE status = 'completed' AND outcome = 'passed' AND stage IN ('design', 'milling', 'sintering') AND completed_by_id IS NOT NULL AND deleted_at IS NULL) w
    ON w.lab_id = i.lab_id AND w.item_id = i.id
  GROUP BY 1, 2, 3, 4, 5
), keyed AS (
  SELECT p.lab_id, p.month, p.practice_id, p.procedure_type, k.kind, k.key, p.units * k.whole AS units, p.remade_units,
    p.of_case * k.whole AS of_case, p.of_type * k.whole AS of_type, p.remade_of_case, p.remade_of_type
  FROM part p CROSS JOIN LATERAL (VALUES ('all', '', 1), ('dentist', p.dentist_id::text, 1), ('material', p.material, 1),
    ('cause', CASE WHEN p.remade_units > 0 THEN coalesce(p.cause_id::text, 'none') END, 0),
    ('responsible', CASE WHEN p.remade_units > 0 THEN coalesce(p.responsible, 'none') END, 0)) AS k (kind, key, whole)
  WHERE k.key IS NOT NULL
  UNION ALL
  SELECT lab_id, month, practice_id, procedure_type, 'person', completed_by_id::text, units, remade_units, 0, 0, 0, 0 FROM person
)
SELECT lab_id,
  CASE GROUPING(practice_id, procedure_type) WHEN 3 THEN 'all' WHEN 1 THEN 'practice' WHEN 2 THEN 'procedure' ELSE 'practice_procedure' END AS level,
  kind, month, key, coalesce(practice_id, '00000000-0000-0000-0000-000000000000') AS practice_id, coalesce(procedure_type, '') AS procedure_type,
  sum(units)::int AS units, sum(remade_units)::int AS remade_units,
  CASE GROUPING(procedure_type) WHEN 1 THEN sum(of_case) ELSE sum(of_type) END::int AS cases,
  CASE GROUPING(procedure_type) WHEN 1 THEN sum(remade_of_case) ELSE sum(remade_of_type) END::int AS remade_cases
FROM keyed GROUP BY lab_id, kind, month, key, CUBE (practice_id, procedure_type);
CREATE UNIQUE INDEX remake_rates_key ON remake_rates (lab_id, level, kind, month, key, practice_id, procedure_type);
CREATE INDEX remake_rates_practice ON remake_rates (lab_id, level, kind, practice_id, month);

DO $$
DECLARE v text;
DECLARE own text;
DECLARE given text;
BEGIN
  FOR v, own, given IN VALUES
    ('monthly_revenue', 'p_practice uuid DEFAULT NULL, p_procedure text DEFAULT NULL',
      '(p_practice IS NULL OR v.practice_id = p_practice) AND (p_procedure IS NULL OR v.procedure_type = p_procedure)'),
    ('case_completion_rates', 'p_practice uuid DEFAULT NULL, p_procedure text DEFAULT NULL',
      '(p_practice IS NULL OR v.practice_id = p_practice) AND (p_procedure IS NULL OR v.procedure_type = p_procedure)'),
    ('on_time_deliveries', 'p_practice uuid DEFAULT NULL, p_procedure text DEFAULT NULL',
      '(p_practice IS NULL OR v.practice_id = p_practice) AND (p_procedure IS NULL OR v.procedure_type = p_procedure)'),
    ('department_efficiency', 'p_department uuid DEFAULT NULL, p_procedure text DEFAULT NULL',
      '(p_department IS NULL OR v.department_id = p_department) AND (p_procedure IS NULL OR v.procedure_type = p_procedure)'),
    ('staff_performance', 'p_department uuid DEFAULT NULL, p_procedure text DEFAULT NULL',
      '(p_department IS NULL OR v.department_id = p_department) AND (p_procedure IS NULL OR v.procedure_type = p_procedure)'),
    ('inventory_turnover', 'p_category text DEFAULT NULL', '(p_category IS NULL OR v.category = p_category)'),
    ('remake_rates', 'p_practice uuid DEFAULT NULL, p_procedure text DEFAULT NULL, p_kind text DEFAULT ''all''',
      'v.kind = p_kind AND (p_practice IS NULL OR v.practice_id = p_practice) AND (p_procedure IS NULL OR v.procedure_type = p_procedure)')
  LOOP
    EXECUTE format($f$CREATE FUNCTION lab_%1$s(p_level text DEFAULT 'all', p_since date DEFAULT '-infinity', p_until date DEFAULT 'infinity', %2$s)
      RETURNS SETOF %1$I LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS
      $b$ BEGIN RETURN QUERY SELECT v.* FROM %1$I v WHERE v.lab_id = app_lab_id() AND v.level = p_level AND v.month BETWEEN p_since AND p_until AND %3$s; END $b$ $f$,
      v, own, given);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', ('lab_' || v)::regproc::oid::regprocedure);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO casepan_lab', ('lab_' || v)::regproc::oid::regprocedure);
    INSERT INTO report_refreshes (view_name, refreshed_at, took_ms) VALUES (v, now(), 0) ON CONFLICT (view_name) DO UPDATE SET refreshed_at = excluded.refreshed_at;
  END LOOP;
END $$;
