-- A practice keeps the proofs and photos of an attempt that failed, also once its shipment is on another stop. It does not learn who decided.
CREATE POLICY portal_rows ON delivery_retries FOR SELECT TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND shipment_id IN (SELECT id FROM shipments));
GRANT SELECT (id, lab_id, shipment_id, attempt, stop_id, way, goes_on, created_at) ON delivery_retries TO casepan_portal;
ALTER POLICY portal_rows ON stop_proofs
  USING (lab_id = (SELECT app_lab_id()) AND stop_id IN (SELECT stop_id FROM shipments UNION ALL SELECT stop_id FROM delivery_retries))
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND stop_id IN (SELECT stop_id FROM shipments UNION ALL SELECT stop_id FROM delivery_retries));
ALTER POLICY portal_rows ON stop_photos
  USING (lab_id = (SELECT app_lab_id()) AND stop_id IN (SELECT stop_id FROM shipments UNION ALL SELECT stop_id FROM delivery_retries))
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND stop_id IN (SELECT stop_id FROM shipments UNION ALL SELECT stop_id FROM delivery_retries));
