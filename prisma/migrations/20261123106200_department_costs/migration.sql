-- What departments cost: hours of people at what they cost on the day, materials used or lost, and maintenance.

-- When clocks were stopped, whoever's they are.
CREATE INDEX stage_time_entries_lab_id_ended_at_idx ON stage_time_entries (lab_id, ended_at);

-- The work of people by department, day, person and case, in seconds and money (null: nobody said what the person costs). A stretch counts on
-- the day its clock was stopped, one that runs counts until now. While a person's clock runs on several items at once, the time is divided
-- among them: `reading` is a clock of the person that runs slower the more items it runs for, so that a stretch is its end less its start.
-- The department is that of the stage, or the person's where the stage has none. What machines ran by themselves is nobody's time.
CREATE FUNCTION department_work(from_day date, to_day date)
RETURNS TABLE (department_id uuid, day date, user_id uuid, case_id uuid, seconds numeric, cost numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lab AS (
    SELECT l.id, l.time_zone AS zone, from_day::timestamp AT TIME ZONE l.time_zone AS begins, (to_day + 1)::timestamp AT TIME ZONE l.time_zone AS ends
    FROM labs l WHERE l.id = (SELECT app_lab_id())
  ), entries AS MATERIALIZED (
    SELECT e.user_id, e.workflow_stage_id, e.started_at, e.ended_at
    FROM stage_time_entries e, lab
    WHERE e.lab_id = lab.id AND e.ended_at >= lab.begins - interval '1 day' AND e.ended_at < lab.ends + interval '1 day' AND e.equipment_id IS NULL
      AND e.ended_at > e.started_at
    UNION ALL
    SELECT e.user_id, e.workflow_stage_id, e.started_at, now()
    FROM stage_time_entries e, lab WHERE e.lab_id = lab.id AND e.ended_at IS NULL AND e.equipment_id IS NULL AND e.started_at < now()
  ), turns AS (
    SELECT t.user_id, t.at, sum(t.step) AS step
    FROM (SELECT e.user_id, e.started_at AS at, 1 AS step FROM entries e UNION ALL SELECT e.user_id, e.ended_at, -1 FROM entries e) t GROUP BY 1, 2
  ), running AS (
    SELECT t.user_id, t.at, sum(t.step) OVER (PARTITION BY t.user_id ORDER BY t.at) AS items FROM turns t
  ), steps AS (
    SELECT r.user_id, r.at, extract(epoch FROM r.at - lag(r.at) OVER person) / nullif(lag(r.items) OVER person, 0) AS step
    FROM running r WINDOW person AS (PARTITION BY r.user_id ORDER BY r.at)
  ), clock AS MATERIALIZED (
    SELECT s.user_id, s.at, sum(coalesce(s.step, 0)) OVER (PARTITION BY s.user_id ORDER BY s.at) AS reading FROM steps s
  ), work AS (
    SELECT coalesce(w.department_id, p.department_id) AS department_id, (e.ended_at AT TIME ZONE lab.zone)::date AS day, e.user_id, w.case_id, p.id AS profile_id,
      sum(b.reading - a.reading) AS seconds
    FROM entries e CROSS JOIN lab
    JOIN clock a ON a.user_id = e.user_id AND a.at = e.started_at
    JOIN clock b ON b.user_id = e.user_id AND b.at = e.ended_at
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

-- What each department cost by month and kind (work, materials, maintenance), in the lab's currency with two decimals; `hours` of work only.
CREATE FUNCTION department_costs(from_day date, to_day date)
RETURNS TABLE (department_id uuid, month date, kind text, amount numeric, hours numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.department_id, date_trunc('month', w.day::timestamp)::date, 'work', round(coalesce(sum(w.cost), 0), 2), round(sum(w.seconds) / 3600, 2)
  FROM department_work(from_day, to_day) w WHERE w.department_id IS NOT NULL GROUP BY 1, 2
  UNION ALL
  SELECT d.id, date_trunc('month', t.occurred_at AT TIME ZONE l.time_zone)::date, 'materials', round(sum(-t.quantity * t.unit_cost), 2), NULL
  FROM departments d JOIN labs l ON l.id = d.lab_id
  JOIN inventory_transactions t ON t.lab_id = d.lab_id AND t.department_id = d.id AND t.type IN ('out', 'damage', 'write_off')
    AND t.occurred_at >= from_day::timestamp AT TIME ZONE l.time_zone AND t.occurred_at < (to_day + 1)::timestamp AT TIME ZONE l.time_zone
  WHERE d.lab_id = (SELECT app_lab_id()) GROUP BY 1, 2
  UNION ALL
  SELECT m.department_id, date_trunc('month', m.done_on::timestamp)::date, 'maintenance', round(sum(m.cost), 2), NULL
  FROM maintenance_log m WHERE m.lab_id = (SELECT app_lab_id()) AND m.deleted_at IS NULL AND m.done_on BETWEEN from_day AND to_day
  GROUP BY 1, 2
$$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['department_work(date, date)', 'department_costs(date, date)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO casepan_lab', f);
  END LOOP;
END $$;
