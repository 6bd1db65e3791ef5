-- Work that the lab has not received begins when a new case would begin; what is in the lab has the rest of its queue before that.
DROP FUNCTION department_load();

-- How much each department of the acting lab has before it: the units of open work by urgency, whether the lab has received it, and in
-- how many of its template's days it reaches the department if nothing waits (0: it is there; a physical impression takes a day to
-- come). Held and closed cases do not count. A department without work answers one row of none. Sums only, so that a practice may
-- read it too without seeing anybody's case.
CREATE FUNCTION department_load()
RETURNS TABLE (department_id uuid, department text, capacity int, urgency text, received boolean, lead_days int, units bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH open AS (
    SELECT i.template_id, w.stage, w.department_id, c.urgency, (w.stage = 'receiving' AND c.impression = 'physical')::int AS to_come, sum(i.units) AS units
    FROM workflow_stages w
    JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id AND i.status = 'in_production' AND i.deleted_at IS NULL
    JOIN cases c ON c.lab_id = w.lab_id AND c.id = w.case_id AND c.status NOT IN ('on_hold', 'delivered', 'cancelled') AND c.deleted_at IS NULL
    WHERE w.lab_id = (SELECT app_lab_id()) AND w.status <> 'completed' AND w.deleted_at IS NULL
    GROUP BY i.template_id, w.stage, w.department_id, c.urgency, 5
  ), route AS (
    SELECT s.template_id, s.stage, s.department_id, s.days, s.position,
      sum(s.days) OVER (PARTITION BY s.template_id ORDER BY s.position, s.id) - s.days AS before
    FROM workflow_template_stages s WHERE s.lab_id = (SELECT app_lab_id()) AND s.deleted_at IS NULL
  ), coming AS (
    SELECT CASE WHEN ahead.stage = o.stage THEN coalesce(o.department_id, ahead.department_id) ELSE ahead.department_id END AS department_id,
      o.urgency::text AS urgency, o.stage <> 'receiving' AS received,
      o.to_come + floor(ahead.before - here.before)::int AS lead_days, sum(o.units)::bigint AS units
    FROM open o
    JOIN route here ON here.template_id = o.template_id AND here.stage = o.stage
    JOIN route ahead ON ahead.template_id = o.template_id AND ahead.position >= here.position AND ahead.days > 0
    GROUP BY 1, 2, 3, 4
  )
  SELECT d.id, d.name, d.daily_capacity_units, coalesce(k.urgency, 'standard'), coalesce(k.received, true), coalesce(k.lead_days, 0),
    coalesce(k.units, 0)
  FROM departments d LEFT JOIN coming k ON k.department_id = d.id
  WHERE d.lab_id = (SELECT app_lab_id()) AND d.deleted_at IS NULL
  ORDER BY d.name, d.id, 6, 5, 4
$$;
REVOKE ALL ON FUNCTION department_load() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION department_load() TO casepan_lab, casepan_portal;
