-- When a case can be promised, and cases that begin as a scanner's export.

-- Whether a rushed case goes before the work that waits already.
ALTER TABLE labs ADD rush_passes_queue boolean NOT NULL DEFAULT true;

-- Days on which a practice is shut besides its weekly ones: nothing can be handed over. Both ends are included.
CREATE TABLE practice_closing_days (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  practice_id uuid NOT NULL,
  closed_from date NOT NULL,
  closed_to date NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON DELETE CASCADE,
  CHECK (closed_to >= closed_from AND closed_to < closed_from + 366)
);
CREATE INDEX practice_closing_days_practice ON practice_closing_days (lab_id, practice_id, closed_to);
SELECT secure_table('practice_closing_days');
-- A practice may put its own away and take them back.
DO $$
DECLARE rows CONSTANT text := 'lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND (deleted_at IS NULL OR (SELECT app_includes_deleted()))';
BEGIN
  EXECUTE format('CREATE POLICY portal_rows ON practice_closing_days TO casepan_portal USING (%s) WITH CHECK (%s)', rows, rows);
END $$;
GRANT SELECT, INSERT, UPDATE ON practice_closing_days TO casepan_portal;

-- The order of a scanner that a prescription came from: one draft and one case per order and lab. A draft that was put away frees it.
ALTER TABLE case_drafts ADD scanner_order_id text CHECK (length(scanner_order_id) BETWEEN 1 AND 64), ADD scanner jsonb,
  ADD CHECK ((scanner IS NULL) = (scanner_order_id IS NULL));
ALTER TABLE cases ADD scanner_order_id text CHECK (length(scanner_order_id) BETWEEN 1 AND 64);
CREATE UNIQUE INDEX case_drafts_scanner_order ON case_drafts (lab_id, scanner_order_id) WHERE scanner_order_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX cases_scanner_order ON cases (lab_id, scanner_order_id) WHERE scanner_order_id IS NOT NULL AND deleted_at IS NULL;

-- How much each department of the acting lab has before it: the units of open work by urgency, and in how many of its template's days
-- the work reaches the department if nothing waits (0: it is there). Held and closed cases do not count. A department without work
-- answers one row of none. Sums only, so that a practice may read it too without seeing anybody's case.
CREATE FUNCTION department_load()
RETURNS TABLE (department_id uuid, department text, capacity int, urgency text, lead_days int, units bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH open AS (
    SELECT i.template_id, w.stage, w.department_id, c.urgency, sum(i.units) AS units
    FROM workflow_stages w
    JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id AND i.status = 'in_production' AND i.deleted_at IS NULL
    JOIN cases c ON c.lab_id = w.lab_id AND c.id = w.case_id AND c.status NOT IN ('on_hold', 'delivered', 'cancelled') AND c.deleted_at IS NULL
    WHERE w.lab_id = (SELECT app_lab_id()) AND w.status <> 'completed' AND w.deleted_at IS NULL
    GROUP BY i.template_id, w.stage, w.department_id, c.urgency
  ), route AS (
    SELECT s.template_id, s.stage, s.department_id, s.days, s.position,
      sum(s.days) OVER (PARTITION BY s.template_id ORDER BY s.position, s.id) - s.days AS before
    FROM workflow_template_stages s WHERE s.lab_id = (SELECT app_lab_id()) AND s.deleted_at IS NULL
  ), coming AS (
    SELECT CASE WHEN ahead.stage = o.stage THEN coalesce(o.department_id, ahead.department_id) ELSE ahead.department_id END AS department_id,
      o.urgency::text AS urgency, floor(ahead.before - here.before)::int AS lead_days, sum(o.units)::bigint AS units
    FROM open o
    JOIN route here ON here.template_id = o.template_id AND here.stage = o.stage
    JOIN route ahead ON ahead.template_id = o.template_id AND ahead.position >= here.position AND ahead.days > 0
    GROUP BY 1, 2, 3
  )
  SELECT d.id, d.name, d.daily_capacity_units, coalesce(k.urgency, 'standard'), coalesce(k.lead_days, 0), coalesce(k.units, 0)
  FROM departments d LEFT JOIN coming k ON k.department_id = d.id
  WHERE d.lab_id = (SELECT app_lab_id()) AND d.deleted_at IS NULL
  ORDER BY d.name, d.id, 5, 4
$$;
REVOKE ALL ON FUNCTION department_load() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION department_load() TO casepan_lab, casepan_portal;
