-- Budgets of departments with the month from which each holds, what a person costs with the day from which, the papers of machines, plans of
-- maintenance and its log.

CREATE DOMAIN equipment_file_kind AS text CHECK (VALUE IN ('document', 'photo', 'calibration', 'maintenance'));
CREATE DOMAIN maintenance_unit AS text CHECK (VALUE IN ('days', 'weeks', 'months', 'run_hours', 'cycles'));

-- What a department may spend in a month, from `valid_from` (the first of a month) until the next row; null: no budget from then on.
CREATE TABLE department_budgets (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  department_id uuid NOT NULL,
  valid_from date NOT NULL CHECK (extract(day FROM valid_from) = 1),
  amount numeric(12,2) CHECK (amount >= 0),
  set_by_id uuid DEFAULT app_user_id(),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, department_id) REFERENCES departments (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, set_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX department_budgets_live ON department_budgets (lab_id, department_id, valid_from) WHERE deleted_at IS NULL;
CREATE INDEX department_budgets_lab_id_department_id_idx ON department_budgets (lab_id, department_id);
CREATE INDEX department_budgets_lab_id_set_by_id_idx ON department_budgets (lab_id, set_by_id);
SELECT secure_table('department_budgets');

-- The budget of a department in the month of a day.
CREATE FUNCTION department_budget(department uuid, on_day date) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT b.amount FROM department_budgets b WHERE b.department_id = department AND b.deleted_at IS NULL AND b.valid_from <= on_day
  ORDER BY b.valid_from DESC LIMIT 1
$$;

-- What is written on the department itself is the budget of this month, and begins with it.
CREATE FUNCTION keep_department_budget() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE month date;
BEGIN
  SELECT date_trunc('month', now() AT TIME ZONE l.time_zone)::date INTO month FROM labs l WHERE l.id = NEW.lab_id;
  IF department_budget(NEW.id, month) IS DISTINCT FROM NEW.monthly_budget THEN
    UPDATE department_budgets SET amount = NEW.monthly_budget, set_by_id = app_user_id()
      WHERE lab_id = NEW.lab_id AND department_id = NEW.id AND valid_from = month AND deleted_at IS NULL;
    IF NOT FOUND THEN
      INSERT INTO department_budgets (lab_id, department_id, valid_from, amount) VALUES (NEW.lab_id, NEW.id, month, NEW.monthly_budget);
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_budget AFTER INSERT OR UPDATE OF monthly_budget ON departments FOR EACH ROW EXECUTE FUNCTION keep_department_budget();

-- What an hour of a person costs, from a day until the next row's. Before the first row, the first holds.
CREATE TABLE staff_hourly_costs (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  staff_profile_id uuid NOT NULL,
  valid_from date NOT NULL,
  hourly_cost numeric(12,2) CHECK (hourly_cost >= 0),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (lab_id, id),
  UNIQUE (lab_id, staff_profile_id, valid_from),
  FOREIGN KEY (lab_id, staff_profile_id) REFERENCES staff_profiles (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
SELECT secure_table('staff_hourly_costs');

CREATE FUNCTION keep_hourly_cost() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.hourly_cost IS NOT DISTINCT FROM OLD.hourly_cost OR TG_OP = 'INSERT' AND NEW.hourly_cost IS NULL THEN RETURN NULL; END IF;
  INSERT INTO staff_hourly_costs (lab_id, staff_profile_id, valid_from, hourly_cost)
    SELECT NEW.lab_id, NEW.id, (now() AT TIME ZONE l.time_zone)::date, NEW.hourly_cost FROM labs l WHERE l.id = NEW.lab_id
    ON CONFLICT (lab_id, staff_profile_id, valid_from) DO UPDATE SET hourly_cost = EXCLUDED.hourly_cost;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_hourly_cost AFTER INSERT OR UPDATE OF hourly_cost ON staff_profiles FOR EACH ROW EXECUTE FUNCTION keep_hourly_cost();

INSERT INTO department_budgets (lab_id, department_id, valid_from, amount, set_by_id)
  SELECT lab_id, id, date_trunc('month', created_at)::date, monthly_budget, NULL FROM departments WHERE monthly_budget IS NOT NULL;
INSERT INTO staff_hourly_costs (lab_id, staff_profile_id, valid_from, hourly_cost)
  SELECT lab_id, id, coalesce(hired_on, created_at::date), hourly_cost FROM staff_profiles WHERE hourly_cost IS NOT NULL;

-- Machines --------------------------------------------------------------------------------------------------------

ALTER TABLE department_equipment ADD COLUMN manufacturer text, ADD COLUMN supplier text, ADD COLUMN purchase_price numeric(12,2) CHECK (purchase_price >= 0),
  ADD COLUMN warranty_until date;

-- When a machine is maintained: every so many days, weeks or months, or hours run or cycles by its own log, counted from `counts_from`
-- (the day before it was first due, or of the last time it was done).
CREATE TABLE maintenance_plans (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  equipment_id uuid NOT NULL,
  name text NOT NULL,
  instructions text,
  every integer NOT NULL CHECK (every > 0),
  unit maintenance_unit NOT NULL,
  counts_from date NOT NULL,
  warn_days integer NOT NULL DEFAULT 7 CHECK (warn_days BETWEEN 0 AND 90),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, equipment_id) REFERENCES department_equipment (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX maintenance_plans_lab_id_equipment_id_idx ON maintenance_plans (lab_id, equipment_id);
SELECT secure_table('maintenance_plans');

-- The standstill a maintenance is planned in.
ALTER TABLE equipment_downtimes ADD COLUMN maintenance_plan_id uuid,
  ADD FOREIGN KEY (lab_id, maintenance_plan_id) REFERENCES maintenance_plans (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX equipment_downtimes_lab_id_maintenance_plan_id_idx ON equipment_downtimes (lab_id, maintenance_plan_id);

-- What was done to a machine. Its cost is the department's that had the machine on that day.
CREATE TABLE maintenance_log (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  equipment_id uuid NOT NULL,
  maintenance_plan_id uuid,
  department_id uuid NOT NULL,
  done_on date NOT NULL,
  what text NOT NULL,
  done_by text NOT NULL,
  parts text,
  cost numeric(12,2) NOT NULL DEFAULT 0 CHECK (cost >= 0),
  recorded_by_id uuid DEFAULT app_user_id(),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, equipment_id) REFERENCES department_equipment (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, maintenance_plan_id) REFERENCES maintenance_plans (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, department_id) REFERENCES departments (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, recorded_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX maintenance_log_lab_id_equipment_id_done_on_idx ON maintenance_log (lab_id, equipment_id, done_on);
CREATE INDEX maintenance_log_lab_id_maintenance_plan_id_idx ON maintenance_log (lab_id, maintenance_plan_id);
CREATE INDEX maintenance_log_lab_id_department_id_done_on_idx ON maintenance_log (lab_id, department_id, done_on);
CREATE INDEX maintenance_log_lab_id_recorded_by_id_idx ON maintenance_log (lab_id, recorded_by_id);
SELECT secure_table('maintenance_log');

-- The papers of a machine: documents, its photo, certificates of calibration with their last day, and what a maintenance left behind.
CREATE TABLE equipment_files (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  equipment_id uuid NOT NULL,
  maintenance_log_id uuid,
  kind equipment_file_kind NOT NULL,
  expires_on date,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  sha256 text NOT NULL,
  store file_store NOT NULL,
  store_key text NOT NULL,
  uploaded_by_id uuid DEFAULT app_user_id(),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, equipment_id) REFERENCES department_equipment (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, maintenance_log_id) REFERENCES maintenance_log (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, uploaded_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX equipment_files_lab_id_equipment_id_idx ON equipment_files (lab_id, equipment_id);
CREATE INDEX equipment_files_lab_id_maintenance_log_id_idx ON equipment_files (lab_id, maintenance_log_id);
CREATE INDEX equipment_files_lab_id_uploaded_by_id_idx ON equipment_files (lab_id, uploaded_by_id);
SELECT secure_table('equipment_files');

-- How long a machine ran and how often, after a day, by its own log: the loads it finished, standstills left out, and what people
-- finished on it outside of a load.
CREATE FUNCTION machine_use(machine uuid, after_day date) RETURNS TABLE (run_seconds bigint, cycles int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH since AS (
    SELECT l.id AS lab, (after_day + 1)::timestamp AT TIME ZONE l.time_zone AS at FROM labs l WHERE l.id = (SELECT app_lab_id())
  ), loads AS (
    SELECT greatest(extract(epoch FROM b.finished_at - b.started_at) - coalesce((
        SELECT sum(extract(epoch FROM least(coalesce(t.ended_at, b.finished_at), b.finished_at) - greatest(t.started_at, b.started_at)))
        FROM equipment_downtimes t WHERE t.lab_id = b.lab_id AND t.equipment_id = b.equipment_id AND NOT t.planned
          AND t.started_at < b.finished_at AND coalesce(t.ended_at, b.finished_at) > b.started_at), 0), 0) AS seconds
    FROM batches b, since WHERE b.lab_id = since.lab AND b.equipment_id = machine AND b.status = 'finished' AND b.finished_at >= since.at
  ), alone AS (
    SELECT w.working_seconds AS seconds FROM workflow_stages w, since
    WHERE w.lab_id = since.lab AND w.equipment_id = machine AND w.status = 'completed' AND w.completed_at >= since.at AND w.deleted_at IS NULL
      AND NOT EXISTS (SELECT FROM batch_items i WHERE i.lab_id = w.lab_id AND i.workflow_stage_id = w.id AND i.outcome IS DISTINCT FROM 'removed')
  )
  SELECT coalesce(sum(u.seconds), 0)::bigint, count(*)::int FROM (SELECT seconds FROM loads UNION ALL SELECT seconds FROM alone) u
$$;

-- The hours a lab is open between two days (both included), as stretches of time.
CREATE FUNCTION open_hours(from_day date, to_day date) RETURNS tstzmultirange LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(range_agg(tstzrange((d.day + l.opens_at::time) AT TIME ZONE l.time_zone, (d.day + l.closes_at::time) AT TIME ZONE l.time_zone)), '{}'::tstzmultirange)
  FROM labs l, LATERAL (SELECT g::date AS day FROM generate_series(from_day::timestamp, to_day::timestamp, '1 day') g) d
  WHERE l.id = (SELECT app_lab_id()) AND extract(isodow FROM d.day)::int = ANY (l.working_weekdays)
    AND NOT EXISTS (SELECT FROM lab_closing_days c WHERE c.lab_id = l.id AND c.closed_on = d.day AND c.deleted_at IS NULL)
$$;

-- The seconds in a set of stretches of time that all have their ends.
CREATE FUNCTION length_of(stretches tstzmultirange) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(extract(epoch FROM upper(r) - lower(r))), 0)::bigint FROM unnest(stretches) r
$$;

-- Of each machine and month: the seconds the lab was open (up to now), how many of them the machine was down (for any cause, and for faults
-- alone), and how many faults began. From a machine's first day on.
CREATE FUNCTION machine_availability(from_day date, to_day date)
RETURNS TABLE (equipment_id uuid, month date, open_seconds bigint, down_seconds bigint, fault_seconds bigint, faults int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lab AS (
    SELECT l.id, l.time_zone FROM labs l WHERE l.id = (SELECT app_lab_id())
  ), months AS (
    SELECT m::date AS month, greatest(m::date, from_day) AS first, least((m + interval '1 month - 1 day')::date, to_day) AS last
    FROM generate_series(date_trunc('month', from_day::timestamp), to_day::timestamp, '1 month') m
  ), hours AS (
    SELECT months.*, open_hours(first, last) * tstzmultirange(tstzrange(NULL, now())) AS open, first::timestamp AT TIME ZONE lab.time_zone AS begins,
      (last + 1)::timestamp AT TIME ZONE lab.time_zone AS ends
    FROM months, lab
  )
  SELECT e.id, h.month, length_of(o.open), length_of(o.open * d.all), length_of(o.open * d.fault), d.faults
  FROM department_equipment e JOIN lab ON lab.id = e.lab_id CROSS JOIN hours h
  CROSS JOIN LATERAL (SELECT h.open * tstzmultirange(tstzrange(least(coalesce(e.purchased_on::timestamptz, e.created_at), e.created_at, (
      SELECT min(f.started_at) FROM equipment_downtimes f WHERE f.lab_id = e.lab_id AND f.equipment_id = e.id)), NULL)) AS open) o
  CROSS JOIN LATERAL (
    SELECT coalesce(range_agg(tstzrange(t.started_at, coalesce(t.ended_at, greatest(now(), t.started_at)))), '{}') AS all,
      coalesce(range_agg(tstzrange(t.started_at, coalesce(t.ended_at, greatest(now(), t.started_at)))) FILTER (WHERE NOT t.planned), '{}') AS fault,
      (count(*) FILTER (WHERE NOT t.planned AND t.started_at >= h.begins))::int AS faults
    FROM equipment_downtimes t WHERE t.lab_id = e.lab_id AND t.equipment_id = e.id AND t.started_at < h.ends AND coalesce(t.ended_at, now()) > h.begins
  ) d
  WHERE e.deleted_at IS NULL
$$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['machine_use(uuid, date)', 'open_hours(date, date)', 'machine_availability(date, date)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO casepan_lab', f);
  END LOOP;
END $$;
