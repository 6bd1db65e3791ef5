-- What failed quality control or was sent back, per month of completion in the lab's zone: its cause, the stage where it was found, and whose work it
-- was, which is the last attempt passed at the stage the item went back to. What has no cause, department or person stands at the last id.
CREATE MATERIALIZED VIEW failure_causes AS
WITH found AS (
  SELECT w.lab_id, date_trunc('month', w.completed_at AT TIME ZONE l.time_zone)::date AS month, w.reason_id, w.stage::text AS stage, m.department_id, m.completed_by_id,
    i.procedure_type::text AS procedure_type, i.units
  FROM workflow_stages w JOIN labs l ON l.id = w.lab_id
  JOIN LATERAL (SELECT x.units, x.procedure_type FROM case_items x WHERE x.lab_id = w.lab_id AND x.id = w.item_id AND x.deleted_at IS NULL LIMIT 1) i ON true
  LEFT JOIN LATERAL (SELECT n.stage FROM workflow_stages n WHERE n.lab_id = w.lab_id AND n.item_id = w.item_id AND n.queued_at >= w.completed_at AND n.deleted_at IS NULL
    ORDER BY n.queued_at, n.id LIMIT 1) n ON true
  LEFT JOIN LATERAL (SELECT p.department_id, p.completed_by_id FROM workflow_stages p WHERE p.lab_id = w.lab_id AND p.item_id = w.item_id
    AND p.stage = n.stage AND p.outcome = 'passed' AND p.completed_at <= w.completed_at AND p.deleted_at IS NULL ORDER BY p.completed_at DESC LIMIT 1) m ON true
  WHERE w.status = 'completed' AND w.outcome IN ('failed', 'sent_back') AND w.deleted_at IS NULL
)
SELECT lab_id, CASE GROUPING(procedure_type) WHEN 1 THEN 'all' ELSE 'procedure' END AS level, month,
  coalesce(reason_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS cause_id, stage, coalesce(department_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS department_id,
  coalesce(completed_by_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS user_id, coalesce(procedure_type, '') AS procedure_type,
  count(*)::int AS failures, sum(units)::int AS units
FROM found GROUP BY lab_id, month, reason_id, stage, department_id, completed_by_id, GROUPING SETS ((), (procedure_type));
CREATE UNIQUE INDEX failure_causes_key ON failure_causes (lab_id, level, month, procedure_type, cause_id, stage, department_id, user_id);

CREATE FUNCTION lab_failure_causes(p_level text DEFAULT 'all', p_since date DEFAULT '-infinity', p_until date DEFAULT 'infinity',
  p_department uuid DEFAULT NULL, p_procedure text DEFAULT NULL)
RETURNS SETOF failure_causes LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN QUERY SELECT v.* FROM failure_causes v WHERE v.lab_id = app_lab_id() AND v.level = p_level AND v.month BETWEEN p_since AND p_until
    AND (p_department IS NULL OR v.department_id = p_department) AND (p_procedure IS NULL OR v.procedure_type = p_procedure);
END $$;
REVOKE EXECUTE ON FUNCTION lab_failure_causes(text, date, date, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lab_failure_causes(text, date, date, uuid, text) TO casepan_lab;
INSERT INTO report_refreshes (view_name, refreshed_at, took_ms) VALUES ('failure_causes', now(), 0);
