-- The remade items are found once for all dentists: in tables that the planner knows nothing of it had them found anew for each item.
DROP FUNCTION lab_dentist_performance();
DROP MATERIALIZED VIEW dentist_performance;

-- Per month, dentist and practice; `made` are the cases and units that a remake can be of: those without repairs.
CREATE MATERIALIZED VIEW dentist_performance AS
WITH again AS MATERIALIZED (
  SELECT lab_id, item_id FROM made_again()
), made AS (
  SELECT i.lab_id, i.case_id, sum(i.units) AS delivered, sum(i.units) FILTER (WHERE i.procedure_type <> 'repairs') AS units,
    sum(i.units) FILTER (WHERE i.procedure_type <> 'repairs' AND a.item_id IS NOT NULL) AS remade
  FROM case_items i LEFT JOIN again a ON a.lab_id = i.lab_id AND a.item_id = i.id
  WHERE i.status = 'delivered' AND i.deleted_at IS NULL GROUP BY 1, 2
), held AS (
  SELECT lab_id, case_id, count(*) AS holds FROM holds GROUP BY 1, 2
), work AS (
  SELECT c.lab_id, date_trunc('month', c.delivered_at AT TIME ZONE l.time_zone)::date AS month, c.dentist_id, c.practice_id,
    1 AS cases, coalesce(m.delivered, 0) AS units, (m.units IS NOT NULL)::int AS made_cases, coalesce(m.units, 0) AS made_units,
    (m.remade IS NOT NULL)::int AS remade_cases, coalesce(m.remade, 0) AS remade_units,
    ((c.delivered_at AT TIME ZONE l.time_zone)::date <= c.due_on)::int AS on_time,
    (c.received_at IS NOT NULL)::int AS timed_cases, coalesce(extract(epoch FROM c.delivered_at - c.received_at) / 86400, 0) AS days,
    (h.case_id IS NOT NULL)::int AS held_cases, coalesce(h.holds, 0) AS holds,
    (g.overall IS NOT NULL)::int AS ratings, coalesce(g.overall, 0) AS rating_points, 0::numeric AS revenue
  FROM cases c JOIN labs l ON l.id = c.lab_id
  LEFT JOIN made m ON m.lab_id = c.lab_id AND m.case_id = c.id
  LEFT JOIN held h ON h.lab_id = c.lab_id AND h.case_id = c.id
  LEFT JOIN case_ratings g ON g.lab_id = c.lab_id AND g.case_id = c.id
  WHERE c.status = 'delivered' AND c.delivered_at IS NOT NULL AND c.deleted_at IS NULL
  UNION ALL
  SELECT i.lab_id, date_trunc('month', i.issued_on)::date, c.dentist_id, c.practice_id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, x.net
  FROM invoice_items x JOIN invoices i ON i.lab_id = x.lab_id AND i.id = x.invoice_id JOIN labs l ON l.id = i.lab_id AND l.currency = i.currency
  JOIN cases c ON c.lab_id = x.lab_id AND c.id = x.case_id
  WHERE i.status NOT IN ('draft', 'cancelled') AND i.deleted_at IS NULL AND x.deleted_at IS NULL
)
SELECT lab_id, month, dentist_id, practice_id, sum(cases)::int AS cases, sum(units)::int AS units, sum(made_cases)::int AS made_cases, sum(made_units)::int AS made_units,
  sum(remade_cases)::int AS remade_cases, sum(remade_units)::int AS remade_units, sum(on_time)::int AS on_time, sum(timed_cases)::int AS timed_cases, round(sum(days), 2) AS days,
  sum(held_cases)::int AS held_cases, sum(holds)::int AS holds, sum(ratings)::int AS ratings, sum(rating_points)::int AS rating_points,
  sum(revenue) AS revenue
FROM work GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX dentist_performance_key ON dentist_performance (lab_id, month, dentist_id, practice_id);
CREATE FUNCTION lab_dentist_performance() RETURNS SETOF dentist_performance LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM dentist_performance WHERE lab_id = (SELECT app_lab_id()) $$;
REVOKE EXECUTE ON FUNCTION lab_dentist_performance() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lab_dentist_performance() TO casepan_lab;

UPDATE report_refreshes SET refreshed_at = now() WHERE view_name = 'dentist_performance';
