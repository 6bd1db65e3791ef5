-- A case that was never made again has no remade units: least() passes over what is null, so they had all been counted.
DROP FUNCTION lab_dentist_performance();
DROP MATERIALIZED VIEW dentist_performance;

-- Per month, dentist and practice. Everything about work belongs to the month of the lab's calendar in which the case was delivered, a
-- remake to the month of the case that was made again; money to the month in which its invoice was issued, in the lab's currency.
CREATE MATERIALIZED VIEW dentist_performance AS
WITH made AS (
  SELECT lab_id, case_id, sum(units) FILTER (WHERE status = 'delivered') AS delivered, sum(units) FILTER (WHERE status <> 'cancelled') AS ordered
  FROM case_items WHERE deleted_at IS NULL GROUP BY 1, 2
), again AS (
  SELECT r.lab_id, r.remake_of_id AS case_id, sum(m.ordered) AS units
  FROM cases r JOIN made m ON m.lab_id = r.lab_id AND m.case_id = r.id
  WHERE r.remake_of_id IS NOT NULL AND r.status <> 'cancelled' AND r.deleted_at IS NULL GROUP BY 1, 2
), held AS (
  SELECT lab_id, case_id, count(*) AS holds FROM holds GROUP BY 1, 2
), work AS (
  SELECT c.lab_id, date_trunc('month', c.delivered_at AT TIME ZONE l.time_zone)::date AS month, c.dentist_id, c.practice_id,
    1 AS cases, coalesce(m.delivered, 0) AS units, (a.case_id IS NOT NULL)::int AS remade_cases, CASE WHEN a.case_id IS NULL THEN 0 ELSE least(a.units, coalesce(m.delivered, 0)) END AS remade_units,
    ((c.delivered_at AT TIME ZONE l.time_zone)::date <= c.due_on)::int AS on_time,
    (c.received_at IS NOT NULL)::int AS timed_cases, coalesce(extract(epoch FROM c.delivered_at - c.received_at) / 86400, 0) AS days,
    (h.case_id IS NOT NULL)::int AS held_cases, coalesce(h.holds, 0) AS holds,
    (g.overall IS NOT NULL)::int AS ratings, coalesce(g.overall, 0) AS rating_points, 0::numeric AS revenue
  FROM cases c JOIN labs l ON l.id = c.lab_id
  LEFT JOIN made m ON m.lab_id = c.lab_id AND m.case_id = c.id
  LEFT JOIN again a ON a.lab_id = c.lab_id AND a.case_id = c.id
  LEFT JOIN held h ON h.lab_id = c.lab_id AND h.case_id = c.id
  LEFT JOIN case_ratings g ON g.lab_id = c.lab_id AND g.case_id = c.id
  WHERE c.status = 'delivered' AND c.delivered_at IS NOT NULL AND c.deleted_at IS NULL
  UNION ALL
  SELECT i.lab_id, date_trunc('month', i.issued_on)::date, c.dentist_id, c.practice_id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, x.net
  FROM invoice_items x JOIN invoices i ON i.lab_id = x.lab_id AND i.id = x.invoice_id JOIN labs l ON l.id = i.lab_id AND l.currency = i.currency
  JOIN cases c ON c.lab_id = x.lab_id AND c.id = x.case_id
  WHERE i.status NOT IN ('draft', 'cancelled') AND i.deleted_at IS NULL AND x.deleted_at IS NULL
)
SELECT lab_id, month, dentist_id, practice_id, sum(cases)::int AS cases, sum(units)::int AS units, sum(remade_cases)::int AS remade_cases,
  sum(remade_units)::int AS remade_units, sum(on_time)::int AS on_time, sum(timed_cases)::int AS timed_cases, round(sum(days), 2) AS days,
  sum(held_cases)::int AS held_cases, sum(holds)::int AS holds, sum(ratings)::int AS ratings, sum(rating_points)::int AS rating_points,
  sum(revenue) AS revenue
FROM work GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX dentist_performance_key ON dentist_performance (lab_id, month, dentist_id, practice_id);
CREATE FUNCTION lab_dentist_performance() RETURNS SETOF dentist_performance LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM dentist_performance WHERE lab_id = (SELECT app_lab_id()) $$;
REVOKE EXECUTE ON FUNCTION lab_dentist_performance() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lab_dentist_performance() TO casepan_lab;
