-- What a machine that stands still or a person who is away would cost a department is shown before anything is planned.
DROP FUNCTION department_capacity(date, date, uuid);

-- What each department of the acting lab can do on each day, in units: its daily capacity × the share of its rostered time that is there
-- × the share of its machines that run, rounded down. Null stays null; a day on which the lab does not work is 0.
-- Rostered is each person's weekly time (in their own department); there is that time, or what a published shift or an exception puts in its
-- place, less approved leave (half a day is half of that day's time). More than rostered counts as all of it. A department for which nobody
-- has a weekly time or a shift on the day is taken as fully there. Machines out of use do not count; a downtime takes the part of the lab's
-- open hours it covers; one whose end nobody knows yet is taken to last through the next working day. `short_of` says what is missing.
-- `considered` is a leave request to count as if it were approved; `down_machine` is taken to stand still from one moment to another, and
-- `away_person` (a profile) to be away on whole days, though nobody wrote that down. Sums only, so that a practice's promise may read it.
CREATE FUNCTION department_capacity(from_day date, to_day date, considered uuid DEFAULT NULL,
  down_machine uuid DEFAULT NULL, down_from timestamptz DEFAULT NULL, down_to timestamptz DEFAULT NULL,
  away_person uuid DEFAULT NULL, away_from date DEFAULT NULL, away_to date DEFAULT NULL)
RETURNS TABLE (department_id uuid, day date, capacity int, short_of text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lab AS (
    SELECT l.id, l.time_zone AS zone, l.working_weekdays, l.opens_at, l.closes_at FROM labs l WHERE l.id = (SELECT app_lab_id())
  ), days AS MATERIALIZED (
    SELECT d.day, extract(isodow FROM d.day)::int AS weekday, tstzrange(d.opens, greatest(d.closes, d.opens + interval '1 minute')) AS hours,
      extract(isodow FROM d.day)::int = ANY (d.working_weekdays)
        AND NOT EXISTS (SELECT FROM lab_closing_days c WHERE c.lab_id = d.id AND c.closed_on = d.day AND c.deleted_at IS NULL) AS works
    FROM (SELECT l.*, from_day + n AS day, (from_day + n + l.opens_at::time) AT TIME ZONE l.zone AS opens, (from_day + n + l.closes_at::time) AT TIME ZONE l.zone AS closes
      FROM lab l, generate_series(0, least(to_day - from_day, 400)) n) d
  ), persons AS MATERIALIZED (
    SELECT p.id, p.department_id, p.hired_on, p.left_on
    FROM staff_profiles p JOIN memberships m ON m.lab_id = p.lab_id AND m.user_id = p.user_id AND m.status = 'active' AND m.deleted_at IS NULL
    WHERE p.lab_id = (SELECT app_lab_id()) AND p.deleted_at IS NULL
  ), weekly AS MATERIALIZED (
    SELECT p.id AS person, p.department_id, d.day, s.weekday = d.weekday AS today,
      CASE WHEN s.weekday = d.weekday THEN minutes_on(d.day, s.starts_at, s.ends_at, s.break_starts_at, s.break_ends_at, (SELECT zone FROM lab)) END AS minutes
    FROM persons p JOIN staff_schedules s ON s.lab_id = (SELECT app_lab_id()) AND s.staff_profile_id = p.id AND s.deleted_at IS NULL
    JOIN days d ON d.day >= coalesce(s.valid_from, '-infinity') AND d.day <= coalesce(s.valid_to, 'infinity')
      AND d.day >= coalesce(p.hired_on, '-infinity') AND d.day <= coalesce(p.left_on, 'infinity')
  ), planned AS (
    SELECT f.staff_profile_id AS person, coalesce(f.department_id, p.department_id) AS department_id, (f.starts_at AT TIME ZONE (SELECT zone FROM lab))::date AS day,
      sum(extract(epoch FROM f.ends_at - f.starts_at)::int / 60 - f.break_minutes)::int AS minutes
    FROM shifts f JOIN persons p ON p.id = f.staff_profile_id
    WHERE f.lab_id = (SELECT app_lab_id()) AND f.deleted_at IS NULL AND f.published_at IS NOT NULL
      AND f.starts_at >= ((from_day - 1)::timestamp AT TIME ZONE 'UTC') AND f.starts_at < ((to_day + 2)::timestamp AT TIME ZONE 'UTC')
    GROUP BY 1, 2, 3
  ), exceptions AS (
    SELECT e.staff_profile_id AS person, e.day, e.kind,
      CASE WHEN e.kind = 'other_hours' THEN minutes_on(e.day, e.starts_at, e.ends_at, NULL, NULL, (SELECT zone FROM lab)) ELSE 0 END AS minutes
    FROM schedule_exceptions e WHERE e.lab_id = (SELECT app_lab_id()) AND e.deleted_at IS NULL AND e.day BETWEEN from_day AND to_day
  ), leave AS (
    SELECT r.person, d.day, least(2, sum(2 - (r.half_first AND d.day = r.from_day)::int - (r.half_last AND d.day = r.to_day)::int))::int AS halves
    FROM (
      SELECT q.staff_profile_id AS person, q.from_day, q.to_day, q.half_first, q.half_last FROM leave_requests q
      WHERE q.lab_id = (SELECT app_lab_id()) AND (q.status = 'approved' OR q.id = considered)
      UNION ALL
      SELECT away_person, away_from, away_to, false, false WHERE away_person IS NOT NULL
    ) r JOIN days d ON d.day BETWEEN r.from_day AND r.to_day
    GROUP BY 1, 2
  ), attending AS (
    SELECT f.department_id, f.person, f.day, f.minutes FROM planned f
    UNION ALL
    SELECT w.department_id, w.person, w.day, coalesce(e.minutes, w.minutes)
    FROM weekly w LEFT JOIN exceptions e ON e.person = w.person AND e.day = w.day
    WHERE w.today AND NOT EXISTS (SELECT FROM planned f WHERE f.person = w.person AND f.day = w.day)
    UNION ALL
    SELECT p.department_id, e.person, e.day, e.minutes
    FROM exceptions e JOIN persons p ON p.id = e.person
    WHERE e.minutes > 0 AND NOT EXISTS (SELECT FROM weekly w WHERE w.person = e.person AND w.day = e.day AND w.today)
      AND NOT EXISTS (SELECT FROM planned f WHERE f.person = e.person AND f.day = e.day)
  ), there AS (
    SELECT a.department_id, a.day, sum(a.minutes * (2 - coalesce(l.halves, 0)))::bigint AS halves
    FROM attending a LEFT JOIN leave l ON l.person = a.person AND l.day = a.day
    WHERE NOT EXISTS (SELECT FROM exceptions e WHERE e.person = a.person AND e.day = a.day AND e.kind IN ('off', 'training'))
    GROUP BY 1, 2
  ), rostered AS (
    SELECT w.department_id, w.day, coalesce(2 * sum(w.minutes) FILTER (WHERE w.today), 0)::bigint AS halves FROM weekly w GROUP BY 1, 2
  ), downs AS MATERIALIZED (
    SELECT t.equipment_id, tstzrange(t.started_at, coalesce(t.ended_at,
      (SELECT (min(d.day) + l.closes_at::time) AT TIME ZONE l.zone FROM lab l, LATERAL (
         SELECT (now() AT TIME ZONE l.zone)::date + n AS day FROM generate_series(1, 30) n) d
       WHERE extract(isodow FROM d.day)::int = ANY (l.working_weekdays)
         AND NOT EXISTS (SELECT FROM lab_closing_days c WHERE c.lab_id = l.id AND c.closed_on = d.day AND c.deleted_at IS NULL)
       GROUP BY l.closes_at, l.zone),
      now() + interval '1 day')) AS hours
    FROM equipment_downtimes t WHERE t.lab_id = (SELECT app_lab_id()) AND coalesce(t.ended_at, 'infinity') > t.started_at
      AND coalesce(t.ended_at, 'infinity') > ((from_day - 1)::timestamp AT TIME ZONE 'UTC') AND t.started_at < ((to_day + 2)::timestamp AT TIME ZONE 'UTC')
      AND (t.ended_at IS NOT NULL OR t.started_at <= now())
    UNION ALL
    SELECT down_machine, tstzrange(down_from, down_to) WHERE down_machine IS NOT NULL
  ), machines AS (
    SELECT e.department_id, d.day, sum(extract(epoch FROM upper(d.hours) - lower(d.hours)))::bigint AS seconds,
      sum(extract(epoch FROM upper(d.hours) - lower(d.hours)) - coalesce((
        SELECT sum(extract(epoch FROM upper(down) - lower(down))) FROM unnest((
          SELECT range_agg(t.hours * d.hours) FROM downs t WHERE t.equipment_id = e.id AND t.hours && d.hours)) down), 0))::bigint AS running
    FROM department_equipment e CROSS JOIN days d
    WHERE e.lab_id = (SELECT app_lab_id()) AND e.deleted_at IS NULL AND e.status NOT IN ('inactive', 'decommissioned') AND d.works
    GROUP BY 1, 2
  ), shares AS (
    SELECT d.id, d.daily_capacity_units AS units, y.day, y.works,
      CASE WHEN r.halves IS NULL THEN 1 WHEN r.halves = 0 THEN (coalesce(t.halves, 0) > 0)::int ELSE least(coalesce(t.halves, 0), r.halves) END AS there,
      CASE WHEN r.halves > 0 THEN r.halves ELSE 1 END AS rostered,
      coalesce(m.running, 1) AS running, coalesce(m.seconds, 1) AS seconds
    FROM departments d CROSS JOIN days y
    LEFT JOIN rostered r ON r.department_id = d.id AND r.day = y.day
    LEFT JOIN there t ON t.department_id = d.id AND t.day = y.day
    LEFT JOIN machines m ON m.department_id = d.id AND m.day = y.day
    WHERE d.lab_id = (SELECT app_lab_id()) AND d.deleted_at IS NULL
  )
  SELECT s.id, s.day,
    CASE WHEN s.works THEN floor(s.units::numeric * s.there * s.running / (s.rostered * s.seconds))::int WHEN s.units IS NOT NULL THEN 0 END,
    CASE WHEN NOT s.works OR s.units IS NULL THEN NULL
      WHEN s.there < s.rostered AND s.running < s.seconds THEN 'people_and_machines'
      WHEN s.there < s.rostered THEN 'people' WHEN s.running < s.seconds THEN 'machines' END
  FROM shares s ORDER BY s.id, s.day
$$;
REVOKE EXECUTE ON FUNCTION department_capacity(date, date, uuid, uuid, timestamptz, timestamptz, uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION department_capacity(date, date, uuid, uuid, timestamptz, timestamptz, uuid, date, date) TO casepan_lab, casepan_portal;
