-- What a practice may ask for, what is handed over at the lab's own door, and finding a shipment by what a person reads or scans.

-- Shipments ---------------------------------------------------------------------------------------------------------

-- Who collected it at the lab's door signs here; what a driver hands over is kept with the stop.
ALTER TABLE shipments ADD COLUMN signature text CHECK (length(signature) <= 200000),
  ADD CONSTRAINT shipments_by_driver_on_route CHECK (stop_id IS NULL OR method = 'driver');
CREATE INDEX shipments_pickups ON shipments (lab_id, practice_id, wanted_on) WHERE type = 'pickup' AND deleted_at IS NULL;

-- A practice asks for pick-ups of its own, in its own name, and for nothing else.
DROP POLICY portal_rows ON shipments;
CREATE POLICY portal_rows ON shipments FOR SELECT TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND deleted_at IS NULL);
CREATE POLICY portal_asks ON shipments FOR INSERT TO casepan_portal
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND requested_by_id = (SELECT app_user_id())
    AND type = 'pickup' AND status = 'ready' AND method = 'driver' AND wanted_on IS NOT NULL AND case_id IS NULL AND stop_id IS NULL
    AND shipped_at IS NULL AND delivered_at IS NULL AND deleted_at IS NULL);
GRANT INSERT (number, type, practice_id, wanted_on, note, requested_by_id, parcels_expected) ON shipments TO casepan_portal;

-- The cases of a pick-up: one that is not to be fetched after all is taken off, and may be put back.
ALTER TABLE pickup_cases ADD COLUMN deleted_at timestamptz(3);
DROP POLICY lab_rows ON pickup_cases;
CREATE POLICY lab_rows ON pickup_cases TO casepan_lab
  USING (lab_id = (SELECT app_lab_id()) AND (deleted_at IS NULL OR (SELECT app_includes_deleted())))
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND (deleted_at IS NULL OR (SELECT app_includes_deleted())));
DROP POLICY portal_rows ON pickup_cases;
CREATE POLICY portal_rows ON pickup_cases FOR SELECT TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND shipment_id IN (SELECT id FROM shipments) AND deleted_at IS NULL);
CREATE POLICY portal_asks ON pickup_cases FOR INSERT TO casepan_portal
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND collected_at IS NULL AND deleted_at IS NULL
    AND shipment_id IN (SELECT id FROM shipments WHERE type = 'pickup' AND status IN ('ready', 'scheduled'))
    AND case_id IN (SELECT id FROM cases WHERE status = 'submitted'));
GRANT INSERT (shipment_id, case_id) ON pickup_cases TO casepan_portal;
ALTER POLICY driver_rows ON pickup_cases
  USING (lab_id = (SELECT app_lab_id()) AND shipment_id IN (SELECT id FROM shipments) AND deleted_at IS NULL)
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND shipment_id IN (SELECT id FROM shipments) AND deleted_at IS NULL);

-- Search ------------------------------------------------------------------------------------------------------------

CREATE INDEX parcels_words ON parcels USING gin (lab_id, (code || ' ' || coalesce(tracking_number, '')) gin_trgm_ops);
CREATE INDEX shipments_number_words ON shipments USING gin (lab_id, number gin_trgm_ops);

-- The ids of the acting lab's shipments whose number, a parcel's code or tracking number, or a case's number contains `words`, the
-- newest, at most `most`.
CREATE FUNCTION search_shipments(words text, most int DEFAULT 500) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH wanted AS (SELECT search_pattern(trim(words)) AS pattern)
  SELECT s.id FROM shipments s WHERE s.lab_id = (SELECT app_lab_id()) AND s.deleted_at IS NULL AND s.id IN (
    SELECT h.id FROM shipments h, wanted WHERE h.lab_id = (SELECT app_lab_id()) AND h.number ILIKE pattern
    UNION SELECT p.shipment_id FROM parcels p, wanted
      WHERE p.lab_id = (SELECT app_lab_id()) AND p.deleted_at IS NULL AND (p.code || ' ' || coalesce(p.tracking_number, '')) ILIKE pattern
    UNION SELECT si.shipment_id FROM wanted, cases c JOIN case_items i ON i.lab_id = c.lab_id AND i.case_id = c.id
        JOIN shipment_items si ON si.lab_id = i.lab_id AND si.case_item_id = i.id
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.number ILIKE pattern AND c.deleted_at IS NULL AND si.deleted_at IS NULL
    UNION SELECT pc.shipment_id FROM wanted, cases c JOIN pickup_cases pc ON pc.lab_id = c.lab_id AND pc.case_id = c.id
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.number ILIKE pattern AND c.deleted_at IS NULL AND pc.deleted_at IS NULL)
  ORDER BY s.created_at DESC, s.id DESC LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION search_shipments(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_shipments(text, int) TO casepan_lab;
