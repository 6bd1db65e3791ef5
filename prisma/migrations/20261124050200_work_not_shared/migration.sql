-- The time of work that a person did not do beside other work is its end less its start; only what ran at once goes through the clock that
-- divides it. Most work is done alone, so this saves most of the reckoning in a month of many stretches. The answer is the same.
CREATE OR REPLACE FUNCTION department_work(from_day date, to_day date)
RETURNS TABLE (department_id uuid, day date, user_id uuid, case_id uuid, seconds numeric, cost numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lab AS (
    SELECT l.id, l.time_zone AS zone, from_day::timestamp AT TIME ZONE l.time_zone AS begins, (to_day + 1)::timestamp AT TIME ZONE l.time_zone AS ends
    FROM labs l WHERE l.id = (SELECT app_lab_id())
  ), entries AS MATERIALIZED (
    SELECT e.user_id, e.workflow_stage_id, e.started_at, e.ended_at
    FROM stage_time_entries e
    WHERE e.lab_id = (SELECT app_lab_id()) AND e.ended_at >= (SELECT begins FROM lab) - interval '1 day' AND e.ended_at < (SELECT ends FROM lab) + interval '1 day'
      AND e.equipment_id IS NULL AND e.ended_at > e.started_at
    UNION ALL
    SELECT e.user_id, e.workflow_stage_id, e.started_at, now()
    FROM stage_time_entries e WHERE e.lab_id = (SELECT app_lab_id()) AND e.ended_at IS NULL AND e.equipment_id IS NULL AND e.started_at < now()
  ), beside AS MATERIALIZED (
    SELECT e.*, coalesce(max(e.ended_at) OVER earlier > e.started_at, false) OR coalesce(lead(e.started_at) OVER person < e.ended_at, false) AS shared
    FROM entries e WINDOW person AS (PARTITION BY e.user_id ORDER BY e.started_at, e.ended_at),
      earlier AS (PARTITION BY e.user_id ORDER BY e.started_at, e.ended_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ), shared AS MATERIALIZED (
    SELECT b.user_id, b.workflow_stage_id, b.started_at, b.ended_at FROM beside b WHERE b.shared
  ), turns AS (
    SELECT t.user_id, t.at, sum(t.step) AS step
    FROM (SELECT e.user_id, e.started_at AS at, 1 AS step FROM shared e UNION ALL SELECT e.user_id, e.ended_at, -1 FROM shared e) t GROUP BY 1, 2
  ), running AS (
    SELECT t.user_id, t.at, sum(t.step) OVER (PARTITION BY t.user_id ORDER BY t.at) AS items FROM turns t
  ), steps AS (
    SELECT r.user_id, r.at, extract(epoch FROM r.at - lag(r.at) OVER person) / nullif(lag(r.items) OVER person, 0) AS step
    FROM running r WINDOW person AS (PARTITION BY r.user_id ORDER BY r.at)
  ), clock AS MATERIALIZED (
    SELECT s.user_id, s.at, sum(coalesce(s.step, 0)) OVER (PARTITION BY s.user_id ORDER BY s.at) AS reading FROM steps s
  ), counted AS (
    SELECT e.user_id, e.workflow_stage_id, e.ended_at, extract(epoch FROM e.ended_at - e.started_at) AS seconds FROM beside e WHERE NOT e.shared
    UNION ALL
    SELECT e.user_id, e.workflow_stage_id, e.ended_at, b.reading - a.reading
    FROM shared e JOIN clock a ON a.user_id = e.user_id AND a.at = e.started_at JOIN clock b ON b.user_id = e.user_id AND b.at = e.ended_at
  ), work AS (
    SELECT coalesce(w.department_id, p.department_id) AS department_id, (e.ended_at AT TIME ZONE lab.zone)::date AS day, e.user_id, w.case_id, p.id AS profile_id,
      sum(e.seconds) AS seconds
    FROM counted e CROSS JOIN lab
    JOIN workflow_stages w ON w.lab_id = lab.id AND w.id = e.workflow_stage_id AND w.deleted_at IS NULL
    LEFT JOIN staff_profiles p ON p.lab_id = lab.id AND p.user_id = e.user_id AND p.deleted_at IS NULL
    WHERE e.ended_at >= lab.begins AND e.ended_at < lab.ends
    GROUP BY 1, 2, 3, 4, 5
  ), rates AS (
    SELECT c.staff_profile_id, c.hourly_cost, CASE WHEN lag(c.valid_from) OVER profile IS NULL THEN '-infinity'::date ELSE c.valid_from END AS since,
      coalesce(lead(c.valid_from) OVER profile, 'infinity') AS until
    FROM staff_hourly_costs c WHERE c.lab_id = (SELECT app_lab_id()) WINDOW profile AS (PARTITION BY c.staff_profile_id ORDER BY c.valid_from)
  )
  SELECT w.department_id, w.day, w.user_id, w.case_id, w.seconds, w.seconds * r.hourly_cost / 3600
  FROM work w LEFT JOIN rates r ON r.staff_profile_id = w.profile_id AND w.day >= r.since AND w.day < r.until
$$;
