-- The maintenance plan that the service of a machine is for: its planned downtime counts as that of the plan.
ALTER TABLE appointments
  ADD COLUMN maintenance_plan_id uuid,
  ADD CONSTRAINT appointments_plan_of_machine CHECK (maintenance_plan_id IS NULL OR equipment_id IS NOT NULL),
  ADD FOREIGN KEY (lab_id, maintenance_plan_id) REFERENCES maintenance_plans (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX appointments_lab_id_maintenance_plan_id_idx ON appointments (lab_id, maintenance_plan_id);
