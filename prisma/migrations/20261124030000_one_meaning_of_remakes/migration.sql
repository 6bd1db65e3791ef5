-- One meaning of a remake for the remakes report, the dentists' figures and the lists behind both. What counts is what was delivered and is no
-- repair: a repair adjusts what exists, and stands on neither side. An item is made again when a remake of it names an item that was
-- made in its place, and neither that item nor its case was cancelled or deleted; the first such remake gives the cause and who is responsible.
CREATE FUNCTION made_again() RETURNS TABLE (lab_id uuid, item_id uuid, cause_id uuid, responsible text, case_id uuid, number text) LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT DISTINCT ON (x.lab_id, x.item_id) x.lab_id, x.item_id, r.cause_id, r.responsible::text, c.id, c.number
  FROM remake_items x JOIN remakes r ON r.lab_id = x.lab_id AND r.id = x.remake_id
  JOIN case_items m ON m.lab_id = x.lab_id AND m.id = x.made_item_id JOIN cases c ON c.lab_id = m.lab_id AND c.id = m.case_id
  WHERE m.status <> 'cancelled' AND m.deleted_at IS NULL AND c.status <> 'cancelled' AND c.deleted_at IS NULL
  ORDER BY x.lab_id, x.item_id, r.answered_at NULLS LAST, r.id;
END;
REVOKE EXECUTE ON FUNCTION made_again() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION made_again() TO casepan_lab;

DROP FUNCTION lab_remake_rates(text, date, date, uuid, text, text);
DROP MATERIALIZED VIEW remake_rates;
DROP FUNCTION lab_dentist_performance();
DROP MATERIALIZED VIEW dentist_performance;

-- Units and cases delivered, and what of them was made again, all in the month in which the original case was delivered. `kind` says what
-- `key` is: a dentist's profile, a material, a person who passed design, milling or sintering of the item (an item counts once for each),
-- a cause or a responsible party (these two know no whole to be a part of, so they have no delivered units of their own).
CREATE MATERIALIZED VIEW remake_rates AS
WITH made AS MATERIALIZED (
  SELECT i.lab_id, i.id, date_trunc('month', c.delivered_at AT TIME ZONE l.time_zone)::date AS month, c.id AS case_id, c.practice_id, c.dentist_id,
    i.procedure_type::text AS procedure_type, coalesce(i.material::text, 'none') AS material, i.units
  FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id JOIN labs l ON l.id = i.lab_id
  WHERE i.status = 'delivered' AND i.procedure_type <> 'repairs' AND i.deleted_at IS NULL
    AND c.status = 'delivered' AND c.delivered_at IS NOT NULL AND c.deleted_at IS NULL
), again AS MATERIALIZED (
  SELECT lab_id, item_id, cause_id, responsible FROM made_again()
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

CREATE FUNCTION lab_remake_rates(p_level text DEFAULT 'all', p_since date DEFAULT '-infinity', p_until date DEFAULT 'infinity',
  p_practice uuid DEFAULT NULL, p_procedure text DEFAULT NULL, p_kind text DEFAULT 'all')
RETURNS SETOF remake_rates LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN QUERY SELECT v.* FROM remake_rates v WHERE v.lab_id = app_lab_id() AND v.level = p_level AND v.month BETWEEN p_since AND p_until AND v.kind = p_kind
    AND (p_practice IS NULL OR v.practice_id = p_practice) AND (p_procedure IS NULL OR v.procedure_type = p_procedure);
END $$;
REVOKE EXECUTE ON FUNCTION lab_remake_rates(text, date, date, uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lab_remake_rates(text, date, date, uuid, text, text) TO casepan_lab;

-- Per month, dentist and practice. Everything about work belongs to the month of the lab's calendar in which the case was delivered, a
-- remake to the month of the case that was made again; money to the month in which its invoice was issued, in the lab's currency. `made`
-- are the cases and units that a remake can be of: those without repairs.
CREATE MATERIALIZED VIEW dentist_performance AS
WITH made AS (
  SELECT i.lab_id, i.case_id, sum(i.units) AS delivered, sum(i.units) FILTER (WHERE i.procedure_type <> 'repairs') AS units,
    sum(i.units) FILTER (WHERE i.procedure_type <> 'repairs' AND a.item_id IS NOT NULL) AS remade
  FROM case_items i LEFT JOIN made_again() a ON a.lab_id = i.lab_id AND a.item_id = i.id
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

UPDATE report_refreshes SET refreshed_at = now() WHERE view_name IN ('remake_rates', 'dentist_performance');
