-- A template whose stages change while cases follow it stays as it is for them and is succeeded by another.
ALTER TABLE workflow_templates ADD COLUMN succeeded_by_id uuid,
  ADD CONSTRAINT workflow_templates_succeeded_by_fkey FOREIGN KEY (lab_id, succeeded_by_id) REFERENCES workflow_templates (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT workflow_templates_succeeded_is_not_made CHECK (succeeded_by_id IS NULL OR NOT is_active);
CREATE INDEX workflow_templates_lab_id_succeeded_by_id_idx ON workflow_templates (lab_id, succeeded_by_id);
