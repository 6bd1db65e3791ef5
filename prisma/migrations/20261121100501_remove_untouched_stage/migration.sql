-- Names its argument in full: the table has a column of the same name.
CREATE OR REPLACE FUNCTION remove_untouched_stage(stage uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM workflow_stages w WHERE w.lab_id = (SELECT app_lab_id()) AND w.id = remove_untouched_stage.stage AND w.status = 'pending'
    AND w.started_at IS NULL
    AND NOT EXISTS (SELECT FROM stage_time_entries e WHERE e.lab_id = w.lab_id AND e.workflow_stage_id = w.id)
    AND NOT EXISTS (SELECT FROM batch_items b WHERE b.lab_id = w.lab_id AND b.workflow_stage_id = w.id);
  RETURN FOUND;
END $$;
