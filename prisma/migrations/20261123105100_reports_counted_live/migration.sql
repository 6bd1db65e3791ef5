-- For the reports that are counted as they are opened: what failed, which is little beside what passed, and open work with all that is
-- counted of it, so that neither looks at the rest.
CREATE INDEX workflow_stages_failed ON workflow_stages (lab_id, completed_at) WHERE outcome IN ('failed', 'sent_back') AND deleted_at IS NULL;
CREATE INDEX workflow_stages_in_progress ON workflow_stages (lab_id, case_id) INCLUDE (stage, queued_at, department_id, item_id, status)
  WHERE status <> 'completed' AND deleted_at IS NULL;
CREATE INDEX cases_in_progress ON cases (lab_id, id) INCLUDE (practice_id, submitted_at, ship_by, status)
  WHERE status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL;
CREATE INDEX case_items_in_progress ON case_items (lab_id, id) INCLUDE (units, procedure_type, status)
  WHERE status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL;
