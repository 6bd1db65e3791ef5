-- People's particulars, working times, leave, shifts and certificates, and what a department can do on a day because of them.

CREATE DOMAIN leave_kind AS text CHECK (VALUE IN ('holiday', 'sick', 'unpaid', 'training'));
CREATE DOMAIN leave_status AS text CHECK (VALUE IN ('requested', 'approved', 'rejected', 'withdrawn'));
CREATE DOMAIN exception_kind AS text CHECK (VALUE IN ('other_hours', 'off', 'training'));

ALTER TABLE staff_profiles
  ADD phone text, ADD emergency_name text, ADD emergency_phone text, ADD left_on date,
  ADD leave_days_per_year numeric(4, 1) NOT NULL DEFAULT 25 CHECK (leave_days_per_year BETWEEN 0 AND 365),
  ADD version integer NOT NULL DEFAULT 1,
  ADD CHECK (left_on IS NULL OR hired_on IS NULL OR left_on >= hired_on);
CREATE TRIGGER bump_version BEFORE UPDATE ON staff_profiles FOR EACH ROW EXECUTE FUNCTION bump_version();
-- Skills are by stage and level from here on: [{"stage", "procedure", "level"}].
UPDATE staff_profiles SET skills = NULL;

-- A weekly working time has one line per weekday and stretch of validity, with a break.
ALTER TABLE staff_schedules ADD break_starts_at text CHECK (break_starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD break_ends_at text CHECK (break_ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD CHECK ((break_starts_at IS NULL) = (break_ends_at IS NULL)),
  ADD CHECK (break_starts_at > starts_at AND break_ends_at > break_starts_at AND break_ends_at < ends_at),
  ADD CONSTRAINT staff_schedules_apart EXCLUDE USING gist
    (staff_profile_id WITH =, weekday WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (deleted_at IS NULL);

-- One day of a person that is not as their week says.
CREATE TABLE schedule_exceptions (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  staff_profile_id uuid NOT NULL,
  day date NOT NULL,
  kind exception_kind NOT NULL,
  starts_at text CHECK (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends_at text CHECK (ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  note text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  CHECK ((kind = 'other_hours') = (starts_at IS NOT NULL AND ends_at IS NOT NULL)),
  CHECK (ends_at > starts_at),
  FOREIGN KEY (lab_id, staff_profile_id) REFERENCES staff_profiles (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX schedule_exceptions_lab_id_staff_profile_id_day_idx ON schedule_exceptions (lab_id, staff_profile_id, day);
CREATE UNIQUE INDEX schedule_exceptions_live ON schedule_exceptions (lab_id, staff_profile_id, day) WHERE deleted_at IS NULL;
SELECT secure_table('schedule_exceptions');

-- A stretch of days away. `half_first` begins at midday of the first day, `half_last` ends at midday of the last.
CREATE TABLE leave_requests (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  staff_profile_id uuid NOT NULL,
  kind leave_kind NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  half_first boolean NOT NULL DEFAULT false,
  half_last boolean NOT NULL DEFAULT false,
  status leave_status NOT NULL DEFAULT 'requested',
  note text,
  answer text,
  requested_by_id uuid NOT NULL,
  decided_by_id uuid,
  decided_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (lab_id, id),
  CHECK (to_day >= from_day AND to_day < from_day + 366),
  CHECK (to_day > from_day OR NOT (half_first AND half_last)),
  CHECK ((status IN ('approved', 'rejected')) <= (decided_at IS NOT NULL)),
  CHECK ((decided_at IS NULL) = (decided_by_id IS NULL)),
  CONSTRAINT leave_requests_apart EXCLUDE USING gist (staff_profile_id WITH =,
    tsrange(from_day + CASE WHEN half_first THEN time '12:00' ELSE time '00:00' END, to_day + CASE WHEN half_last THEN time '12:00' ELSE time '24:00' END) WITH &&)
    WHERE (status IN ('requested', 'approved')),
  FOREIGN KEY (lab_id, staff_profile_id) REFERENCES staff_profiles (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, requested_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, decided_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX leave_requests_lab_id_staff_profile_id_from_day_idx ON leave_requests (lab_id, staff_profile_id, from_day);
CREATE INDEX leave_requests_lab_id_status_from_day_idx ON leave_requests (lab_id, status, from_day);
CREATE INDEX leave_requests_lab_id_requested_by_id_idx ON leave_requests (lab_id, requested_by_id);
CREATE INDEX leave_requests_lab_id_decided_by_id_idx ON leave_requests (lab_id, decided_by_id);
SELECT secure_table('leave_requests');

-- A planned stretch of work, in the person's own department or another. On its day it stands in place of the weekly time, once published.
CREATE TABLE shifts (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  staff_profile_id uuid NOT NULL,
  department_id uuid,
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  break_minutes integer NOT NULL DEFAULT 0 CHECK (break_minutes BETWEEN 0 AND 240),
  note text,
  published_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  CONSTRAINT shifts_length CHECK (ends_at > starts_at + make_interval(mins => break_minutes) AND ends_at <= starts_at + interval '16 hours'),
  CONSTRAINT shifts_apart EXCLUDE USING gist (staff_profile_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (deleted_at IS NULL),
  FOREIGN KEY (lab_id, staff_profile_id) REFERENCES staff_profiles (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, department_id) REFERENCES departments (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
-- The exclusion's index is of no use to reads under row-level security (range operators are not leak-proof).
CREATE INDEX shifts_lab_id_staff_profile_id_starts_at_idx ON shifts (lab_id, staff_profile_id, starts_at);
CREATE INDEX shifts_lab_id_starts_at_idx ON shifts (lab_id, starts_at);
CREATE INDEX shifts_lab_id_department_id_idx ON shifts (lab_id, department_id);
SELECT secure_table('shifts');

-- A certificate of a person, with its file. `alerted_at` is when its expiry was announced.
CREATE TABLE staff_certificates (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  staff_profile_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  number text,
  issuer text,
  issued_on date,
  expires_on date,
  file_name text,
  media_type text,
  bytes bigint CHECK (bytes >= 0),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  store file_store,
  store_key text,
  alerted_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  CHECK (expires_on IS NULL OR issued_on IS NULL OR expires_on >= issued_on),
  CHECK ((store_key IS NULL) = (file_name IS NULL) AND (store_key IS NULL) = (store IS NULL) AND (store_key IS NULL) = (sha256 IS NULL)),
  FOREIGN KEY (lab_id, staff_profile_id) REFERENCES staff_profiles (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX staff_certificates_lab_id_staff_profile_id_idx ON staff_certificates (lab_id, staff_profile_id);
CREATE INDEX staff_certificates_lab_id_expires_on_idx ON staff_certificates (lab_id, expires_on);
SELECT secure_table('staff_certificates');

-- The secret address of a calendar feed: of one person's own rota, or of a department's. Only its digest is kept; renewing ends the old one.
CREATE TABLE rota_feeds (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  user_id uuid NOT NULL,
  department_id uuid,
  token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, user_id) REFERENCES memberships (lab_id, user_id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, department_id) REFERENCES departments (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX rota_feeds_token ON rota_feeds (token_hash);
CREATE UNIQUE INDEX rota_feeds_live ON rota_feeds (lab_id, user_id, department_id) NULLS NOT DISTINCT WHERE deleted_at IS NULL;
CREATE INDEX rota_feeds_lab_id_user_id_idx ON rota_feeds (lab_id, user_id);
CREATE INDEX rota_feeds_lab_id_department_id_idx ON rota_feeds (lab_id, department_id);
SELECT secure_table('rota_feeds');

-- Whose feed a secret address is, as long as its person works here and may see the rota; nothing for any other.
CREATE FUNCTION rota_feed_of(hash text)
RETURNS TABLE (user_id uuid, department_id uuid, lab_id uuid, name text, slug text, time_zone text, currency text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.user_id, f.department_id, l.id, l.name, l.slug, l.time_zone, l.currency::text, l.locale
  FROM rota_feeds f
  JOIN labs l ON l.id = f.lab_id AND l.deleted_at IS NULL
  JOIN memberships m ON m.lab_id = f.lab_id AND m.user_id = f.user_id AND m.status = 'active' AND m.deleted_at IS NULL
  JOIN users u ON u.id = f.user_id AND u.status = 'active' AND u.deleted_at IS NULL
  WHERE f.token_hash = hash AND f.deleted_at IS NULL
    AND EXISTS (SELECT FROM role_permissions p WHERE p.lab_id = m.lab_id AND p.role_id = m.role_id AND p.permission_key = 'rota.view' AND p.deleted_at IS NULL)
$$;
REVOKE EXECUTE ON FUNCTION rota_feed_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rota_feed_of(text) TO casepan_auth;

-- The minutes between two clock times of a day in a zone, less a break: on the day the clocks change they differ from what the clocks show.
CREATE FUNCTION minutes_on(day date, starts text, ends text, break_starts text, break_ends text, zone text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT (extract(epoch FROM (day + ends::time) AT TIME ZONE zone - (day + starts::time) AT TIME ZONE zone
    - coalesce((day + break_ends::time) AT TIME ZONE zone - (day + break_starts::time) AT TIME ZONE zone, interval '0')) / 60)::int
$$;

-- What each department of the acting lab can do on each day, in units: its daily capacity × the share of its rostered time that is there
-- × the share of its machines that run, rounded down. Null stays null; a day on which the lab does not work is 0.
-- Rostered is each person's weekly time (in their own department); there is that time, or what a published shift or an exception puts in its
-- place, less approved leave (half a day is half of that day's time). More than rostered counts as all of it. A department for which nobody
-- has a weekly time or a shift on the day is taken as fully there. Machines out of use do not count; a downtime takes the part of the lab's
-- open hours it covers; one whose end nobody knows yet is taken to last through the next working day. `short_of` says what is missing.
-- Sums only, so that a practice's promise may read it.
CREATE FUNCTION department_capacity(from_day date, to_day date)
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
    SELECT r.staff_profile_id AS person, d.day, least(2, sum(2 - (r.half_first AND d.day = r.from_day)::int - (r.half_last AND d.day = r.to_day)::int))::int AS halves
    FROM leave_requests r JOIN days d ON d.day BETWEEN r.from_day AND r.to_day
    WHERE r.lab_id = (SELECT app_lab_id()) AND r.status = 'approved'
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
REVOKE EXECUTE ON FUNCTION department_capacity(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION department_capacity(date, date) TO casepan_lab, casepan_portal;
REVOKE EXECUTE ON FUNCTION minutes_on(date, text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION minutes_on(date, text, text, text, text, text) TO casepan_lab;

-- Everybody of the lab has a profile; whoever comes later gets one when it is first needed.
INSERT INTO staff_profiles (lab_id, user_id)
SELECT m.lab_id, m.user_id FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
WHERE r.kind <> 'dentist' AND m.deleted_at IS NULL
  AND NOT EXISTS (SELECT FROM staff_profiles p WHERE p.lab_id = m.lab_id AND p.user_id = m.user_id AND p.deleted_at IS NULL);
