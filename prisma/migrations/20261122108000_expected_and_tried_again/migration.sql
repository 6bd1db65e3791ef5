-- What practices are told of the driver's way, and deliveries that are tried again.

-- What a practice was last told: when the driver is expected, and that theirs is the next door.
ALTER TABLE route_stops ADD COLUMN told_expected_at timestamptz(3), ADD COLUMN told_next_at timestamptz(3);

-- A time reckoned anew is no other state of the stop: who saw the old one may still act on it.
DROP TRIGGER bump_version ON route_stops;
CREATE TRIGGER bump_version BEFORE UPDATE ON route_stops FOR EACH ROW
  WHEN (to_jsonb(OLD) - ARRAY['expected_at', 'told_expected_at', 'told_next_at'] IS DISTINCT FROM to_jsonb(NEW) - ARRAY['expected_at', 'told_expected_at', 'told_next_at'])
  EXECUTE FUNCTION bump_version();

-- The visits that a practice awaits: of a stop it learns when somebody comes, and nothing of the rest of the round. Answers nothing to
-- whoever acts for no practice.
CREATE FUNCTION own_visits() RETURNS TABLE (shipment_id uuid, route_date date, on_the_road boolean, at_the_door boolean, is_next boolean, expected_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.id, r.route_date, r.status = 'in_progress', s.status = 'arrived', s.told_next_at IS NOT NULL, s.expected_at
  FROM shipments h JOIN route_stops s ON s.lab_id = h.lab_id AND s.id = h.stop_id JOIN delivery_routes r ON r.lab_id = s.lab_id AND r.id = s.route_id
  WHERE h.lab_id = app_lab_id() AND h.practice_id = app_practice_id() AND h.status IN ('scheduled', 'in_transit') AND h.deleted_at IS NULL
    AND s.status IN ('planned', 'arrived', 'skipped') AND s.deleted_at IS NULL AND r.status IN ('planned', 'in_progress') AND r.deleted_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION own_visits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_visits() TO casepan_portal;

-- A delivery that failed and what was decided then. Append-only.
CREATE DOMAIN retry_way AS text CHECK (VALUE IN ('route', 'day', 'carrier', 'collected'));
CREATE TABLE delivery_retries (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  shipment_id uuid NOT NULL,
  -- Which attempt failed, from 1, and at which stop.
  attempt int NOT NULL CHECK (attempt > 0),
  stop_id uuid,
  way retry_way NOT NULL,
  goes_on date,
  carrier_id uuid,
  decided_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT delivery_retries_pkey PRIMARY KEY (id),
  CONSTRAINT delivery_retries_lab_id_shipment_id_fkey FOREIGN KEY (lab_id, shipment_id) REFERENCES shipments (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT delivery_retries_lab_id_stop_id_fkey FOREIGN KEY (lab_id, stop_id) REFERENCES route_stops (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT delivery_retries_lab_id_carrier_id_fkey FOREIGN KEY (lab_id, carrier_id) REFERENCES carriers (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT delivery_retries_lab_id_decided_by_id_fkey FOREIGN KEY (lab_id, decided_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX delivery_retries_lab_id_id_key ON delivery_retries (lab_id, id);
CREATE UNIQUE INDEX delivery_retries_lab_id_shipment_id_attempt_key ON delivery_retries (lab_id, shipment_id, attempt);
CREATE INDEX delivery_retries_lab_id_stop_id_idx ON delivery_retries (lab_id, stop_id);
CREATE INDEX delivery_retries_lab_id_carrier_id_idx ON delivery_retries (lab_id, carrier_id);
CREATE INDEX delivery_retries_lab_id_decided_by_id_idx ON delivery_retries (lab_id, decided_by_id);
SELECT secure_table('delivery_retries', 'INSERT');
