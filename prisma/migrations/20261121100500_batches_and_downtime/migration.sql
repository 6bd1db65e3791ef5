-- Loads of a furnace or a mill, machines that stand still, time that several items share, and checklists of every stage.

CREATE DOMAIN batch_status AS text CHECK (VALUE IN ('open', 'running', 'finished', 'cancelled'));
CREATE DOMAIN batch_item_outcome AS text CHECK (VALUE IN ('moved', 'stayed', 'removed'));

-- A load: it is filled while open, started as one and finished as one.
CREATE TABLE batches (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  equipment_id uuid NOT NULL,
  stage workflow_stage_name NOT NULL CHECK (stage IN ('impression_scan', 'design', 'milling', 'sintering')),
  program text NOT NULL,
  material material,
  lot text,
  status batch_status NOT NULL DEFAULT 'open',
  opened_by_id uuid NOT NULL,
  started_at timestamptz(3),
  started_by_id uuid,
  finished_at timestamptz(3),
  finished_by_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT batches_finished_after_start CHECK (finished_at IS NULL OR finished_at >= coalesce(started_at, created_at)),
  CONSTRAINT batches_started CHECK (status NOT IN ('running', 'finished') OR started_at IS NOT NULL),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, equipment_id) REFERENCES department_equipment (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, opened_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, started_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, finished_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX batches_lab_id_equipment_id_created_at_idx ON batches (lab_id, equipment_id, created_at);
CREATE INDEX batches_lab_id_status_idx ON batches (lab_id, status);
CREATE INDEX batches_lab_id_created_at_id_idx ON batches (lab_id, created_at, id);
CREATE INDEX batches_lab_id_opened_by_id_idx ON batches (lab_id, opened_by_id);
CREATE INDEX batches_lab_id_started_by_id_idx ON batches (lab_id, started_by_id);
CREATE INDEX batches_lab_id_finished_by_id_idx ON batches (lab_id, finished_by_id);
-- A machine runs one load at a time.
CREATE UNIQUE INDEX batches_running ON batches (lab_id, equipment_id) WHERE status = 'running';
SELECT secure_table('batches');

-- An attempt in a load; `note` says why it stayed when the load was finished.
CREATE TABLE batch_items (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  batch_id uuid NOT NULL,
  workflow_stage_id uuid NOT NULL,
  added_by_id uuid NOT NULL,
  left_at timestamptz(3),
  outcome batch_item_outcome,
  note text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT batch_items_left CHECK ((left_at IS NULL) = (outcome IS NULL)),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, batch_id) REFERENCES batches (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, workflow_stage_id) REFERENCES workflow_stages (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, added_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX batch_items_lab_id_batch_id_idx ON batch_items (lab_id, batch_id);
CREATE INDEX batch_items_lab_id_workflow_stage_id_idx ON batch_items (lab_id, workflow_stage_id);
CREATE INDEX batch_items_lab_id_added_by_id_idx ON batch_items (lab_id, added_by_id);
-- An attempt lies in one load at a time.
CREATE UNIQUE INDEX batch_items_in_one_load ON batch_items (lab_id, workflow_stage_id) WHERE left_at IS NULL;
SELECT secure_table('batch_items');

-- A stretch of time in which a machine could not be used. Two of one machine never overlap.
CREATE TABLE equipment_downtimes (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  equipment_id uuid NOT NULL,
  started_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at timestamptz(3),
  note text,
  reported_by_id uuid NOT NULL,
  ended_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT equipment_downtimes_order CHECK (ended_at IS NULL OR ended_at >= started_at),
  CONSTRAINT equipment_downtimes_apart EXCLUDE USING gist (equipment_id WITH =, tstzrange(started_at, ended_at) WITH &&),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, equipment_id) REFERENCES department_equipment (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, reported_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, ended_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX equipment_downtimes_lab_id_equipment_id_started_at_idx ON equipment_downtimes (lab_id, equipment_id, started_at);
CREATE INDEX equipment_downtimes_lab_id_reported_by_id_idx ON equipment_downtimes (lab_id, reported_by_id);
CREATE INDEX equipment_downtimes_lab_id_ended_by_id_idx ON equipment_downtimes (lab_id, ended_by_id);
SELECT secure_table('equipment_downtimes');

-- The machine an attempt is made on, and how long the machine itself ran for it.
ALTER TABLE workflow_stages ADD COLUMN equipment_id uuid, ADD COLUMN machine_seconds integer NOT NULL DEFAULT 0 CHECK (machine_seconds >= 0),
  ADD FOREIGN KEY (lab_id, equipment_id) REFERENCES department_equipment (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX workflow_stages_lab_id_equipment_id_idx ON workflow_stages (lab_id, equipment_id);
-- What went wrong in a period.
CREATE INDEX workflow_stages_failures ON workflow_stages (lab_id, completed_at) WHERE outcome IN ('failed', 'sent_back');

-- A stretch with a machine is the machine's time, any other the person's.
ALTER TABLE stage_time_entries ADD COLUMN equipment_id uuid,
  ADD FOREIGN KEY (lab_id, equipment_id) REFERENCES department_equipment (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX stage_time_entries_lab_id_equipment_id_idx ON stage_time_entries (lab_id, equipment_id);
CREATE INDEX stage_time_entries_person ON stage_time_entries (lab_id, user_id, ended_at);

-- The seconds a person worked on an attempt, up to `until` where the clock still runs. While the same person's clock runs on several
-- items at once, the stretch is divided among them, so that their seconds add up to the person's.
CREATE FUNCTION stage_working_seconds(of_stage uuid, until timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  WITH own AS (
    SELECT e.id, e.lab_id, e.user_id, e.started_at AS s, coalesce(e.ended_at, until) AS t FROM stage_time_entries e
    WHERE e.workflow_stage_id = of_stage AND e.equipment_id IS NULL AND coalesce(e.ended_at, until) > e.started_at
  ), beside AS (
    SELECT o.id, greatest(x.started_at, o.s) AS s, least(coalesce(x.ended_at, until), o.t) AS t
    FROM own o JOIN stage_time_entries x ON x.lab_id = o.lab_id AND x.user_id = o.user_id AND x.equipment_id IS NULL
      AND (x.ended_at > o.s OR x.ended_at IS NULL) AND x.started_at < o.t AND coalesce(x.ended_at, until) > x.started_at
  ), cuts AS (
    SELECT id, s AS at FROM beside UNION SELECT id, t FROM beside
  ), pieces AS (
    SELECT id, at AS s, lead(at) OVER (PARTITION BY id ORDER BY at) AS t FROM cuts
  )
  SELECT coalesce(round(sum(extract(epoch FROM p.t - p.s) / (SELECT count(*) FROM beside b WHERE b.id = p.id AND b.s <= p.s AND b.t >= p.t))), 0)::int
  FROM pieces p WHERE p.t IS NOT NULL
$$;

-- The seconds a machine ran for an attempt, up to `until` where it still runs. A load's time counts whole for each item in it.
CREATE FUNCTION stage_machine_seconds(of_stage uuid, until timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT coalesce(round(extract(epoch FROM sum(greatest(coalesce(e.ended_at, until), e.started_at) - e.started_at))), 0)::int
  FROM stage_time_entries e WHERE e.workflow_stage_id = of_stage AND e.equipment_id IS NOT NULL
$$;

-- Checklists of every stage, with a photo where one is asked.
ALTER TABLE checklist_items ADD COLUMN photo_required boolean NOT NULL DEFAULT false;
ALTER TABLE stage_checks ADD COLUMN file_id uuid,
  ADD FOREIGN KEY (lab_id, file_id) REFERENCES case_files (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX stage_checks_lab_id_file_id_idx ON stage_checks (lab_id, file_id);

-- A reason that is no longer offered keeps its words in what it explained.
CREATE FUNCTION lab_reasons() RETURNS TABLE (id uuid, kind text, code text, label text, words text, "group" text, archived boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.kind::text, r.code, r.label, coalesce(g.label || ': ', '') || r.label, coalesce(g.label, r.label), r.deleted_at IS NOT NULL
  FROM reasons r LEFT JOIN reasons g ON g.lab_id = r.lab_id AND g.id = r.parent_id WHERE r.lab_id = (SELECT app_lab_id())
$$;
CREATE FUNCTION reason_words(reason uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(g.label || ': ', '') || r.label FROM reasons r LEFT JOIN reasons g ON g.lab_id = r.lab_id AND g.id = r.parent_id
  WHERE r.lab_id = (SELECT app_lab_id()) AND r.id = reason
$$;

-- Takes away the attempt that a completion opened, as long as nobody touched it: the completion is being taken back.
CREATE FUNCTION remove_untouched_stage(stage uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM workflow_stages w WHERE w.lab_id = (SELECT app_lab_id()) AND w.id = stage AND w.status = 'pending' AND w.started_at IS NULL
    AND NOT EXISTS (SELECT FROM stage_time_entries e WHERE e.lab_id = w.lab_id AND e.workflow_stage_id = w.id)
    AND NOT EXISTS (SELECT FROM batch_items b WHERE b.lab_id = w.lab_id AND b.workflow_stage_id = w.id);
  RETURN FOUND;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['stage_working_seconds(uuid, timestamptz)', 'stage_machine_seconds(uuid, timestamptz)', 'lab_reasons()', 'reason_words(uuid)',
    'remove_untouched_stage(uuid)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO casepan_lab', f);
  END LOOP;
END $$;

-- Why a clock stands still when its machine does.
INSERT INTO reasons (lab_id, kind, code, label, position)
SELECT l.id, 'pause', 'machine_down', 'Machine down', 4 FROM labs l
ON CONFLICT DO NOTHING;

-- What a machine ran is neither a person's work nor waiting.
DROP FUNCTION lab_department_efficiency();
DROP MATERIALIZED VIEW department_efficiency;
CREATE MATERIALIZED VIEW department_efficiency AS
SELECT w.lab_id, date_trunc('month', w.completed_at AT TIME ZONE l.time_zone)::date AS month, w.department_id, w.stage::text AS stage,
  count(*)::int AS attempts,
  count(*) FILTER (WHERE w.outcome = 'passed')::int AS passed,
  count(*) FILTER (WHERE w.outcome IN ('failed', 'sent_back'))::int AS failed,
  sum(w.working_seconds)::bigint AS working_seconds,
  sum(w.machine_seconds)::bigint AS machine_seconds,
  sum(greatest(extract(epoch FROM w.completed_at - w.queued_at)::bigint - w.working_seconds - w.machine_seconds, 0))::bigint AS waiting_seconds
FROM workflow_stages w JOIN labs l ON l.id = w.lab_id
WHERE w.status = 'completed' AND w.deleted_at IS NULL AND w.outcome <> 'cancelled'
GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX department_efficiency_key ON department_efficiency (lab_id, month, department_id, stage) NULLS NOT DISTINCT;
CREATE FUNCTION lab_department_efficiency() RETURNS SETOF department_efficiency LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM department_efficiency WHERE lab_id = (SELECT app_lab_id()) $$;
REVOKE EXECUTE ON FUNCTION lab_department_efficiency() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lab_department_efficiency() TO casepan_lab;
