-- Parcels with their chain of custody, carriers, pick-ups, templates of routes, proofs at the door.

-- Carriers ----------------------------------------------------------------------------------------------------------

CREATE DOMAIN delivery_method AS text CHECK (VALUE IN ('driver', 'carrier', 'collected'));

CREATE TABLE carriers (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  name text NOT NULL,
  phone text,
  -- An https address in which {tracking} stands for the parcel's number.
  tracking_url text CHECK (tracking_url IS NULL OR tracking_url ~ '^https://.*\{tracking\}'),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT carriers_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX carriers_lab_id_id_key ON carriers (lab_id, id);
CREATE UNIQUE INDEX carriers_live ON carriers (lab_id, lower(name)) WHERE deleted_at IS NULL;
SELECT secure_table('carriers'), allow_rows('carriers', 'casepan_portal', 'SELECT', 'true');

ALTER TABLE practices ADD COLUMN delivery_method delivery_method NOT NULL DEFAULT 'driver', ADD COLUMN carrier_id uuid,
  ADD CONSTRAINT practices_lab_id_carrier_id_fkey FOREIGN KEY (lab_id, carrier_id) REFERENCES carriers (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX practices_lab_id_carrier_id_idx ON practices (lab_id, carrier_id);

-- Shipments: how they go, and pick-ups that somebody asked for --------------------------------------------------------

ALTER TABLE shipments ADD COLUMN method delivery_method NOT NULL DEFAULT 'driver', ADD COLUMN carrier_id uuid,
  ADD COLUMN wanted_on date, ADD COLUMN note text, ADD COLUMN requested_by_id uuid, ADD COLUMN parcels_expected int CHECK (parcels_expected BETWEEN 1 AND 99),
  ADD CONSTRAINT shipments_lab_id_carrier_id_fkey FOREIGN KEY (lab_id, carrier_id) REFERENCES carriers (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD CONSTRAINT shipments_lab_id_requested_by_id_fkey FOREIGN KEY (lab_id, requested_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD CHECK (carrier_id IS NULL OR method = 'carrier'), ADD CHECK (type = 'pickup' OR (requested_by_id IS NULL AND parcels_expected IS NULL));
CREATE INDEX shipments_lab_id_carrier_id_idx ON shipments (lab_id, carrier_id);
CREATE INDEX shipments_lab_id_requested_by_id_idx ON shipments (lab_id, requested_by_id);

-- The submitted cases whose impressions or models a pick-up fetches.
CREATE TABLE pickup_cases (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  shipment_id uuid NOT NULL,
  case_id uuid NOT NULL,
  collected_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT pickup_cases_pkey PRIMARY KEY (id),
  CONSTRAINT pickup_cases_lab_id_shipment_id_fkey FOREIGN KEY (lab_id, shipment_id) REFERENCES shipments (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT pickup_cases_lab_id_case_id_fkey FOREIGN KEY (lab_id, case_id) REFERENCES cases (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX pickup_cases_lab_id_id_key ON pickup_cases (lab_id, id);
CREATE UNIQUE INDEX pickup_cases_lab_id_shipment_id_case_id_key ON pickup_cases (lab_id, shipment_id, case_id);
CREATE INDEX pickup_cases_lab_id_case_id_idx ON pickup_cases (lab_id, case_id);
SELECT secure_table('pickup_cases'),
  allow_rows('pickup_cases', 'casepan_portal', 'SELECT', 'shipment_id IN (SELECT id FROM shipments)'),
  allow_rows('pickup_cases', 'casepan_driver', 'SELECT', 'shipment_id IN (SELECT id FROM shipments)');

-- Parcels: what is carried, each with a code of its own, and who had it when -----------------------------------------

CREATE DOMAIN parcel_place AS text CHECK (VALUE IN ('lab', 'van', 'carrier', 'practice'));
CREATE DOMAIN custody_kind AS text CHECK (VALUE IN ('packed', 'loaded', 'unloaded', 'handed_over', 'delivered', 'collected', 'returned', 'unpacked'));

CREATE TABLE parcels (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  shipment_id uuid NOT NULL,
  position int NOT NULL CHECK (position > 0),
  -- What its label's code says: the shipment's number and its place in it, such as S-2026-000012-1.
  code text NOT NULL,
  place parcel_place NOT NULL DEFAULT 'lab',
  tracking_number text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT parcels_pkey PRIMARY KEY (id),
  CONSTRAINT parcels_lab_id_shipment_id_fkey FOREIGN KEY (lab_id, shipment_id) REFERENCES shipments (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX parcels_lab_id_id_key ON parcels (lab_id, id);
CREATE UNIQUE INDEX parcels_lab_id_code_key ON parcels (lab_id, code);
CREATE INDEX parcels_lab_id_shipment_id_position_idx ON parcels (lab_id, shipment_id, position);

-- Append-only. `happened_at` is the clock of the phone or the lab at the deed, `created_at` when the lab heard of it.
CREATE TABLE parcel_events (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  parcel_id uuid NOT NULL,
  stop_id uuid,
  kind custody_kind NOT NULL,
  person_id uuid,
  note text,
  happened_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT parcel_events_pkey PRIMARY KEY (id),
  CONSTRAINT parcel_events_lab_id_parcel_id_fkey FOREIGN KEY (lab_id, parcel_id) REFERENCES parcels (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT parcel_events_lab_id_stop_id_fkey FOREIGN KEY (lab_id, stop_id) REFERENCES route_stops (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT parcel_events_lab_id_person_id_fkey FOREIGN KEY (lab_id, person_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX parcel_events_lab_id_id_key ON parcel_events (lab_id, id);
CREATE INDEX parcel_events_lab_id_parcel_id_happened_at_idx ON parcel_events (lab_id, parcel_id, happened_at);
CREATE INDEX parcel_events_lab_id_stop_id_idx ON parcel_events (lab_id, stop_id);
CREATE INDEX parcel_events_lab_id_person_id_idx ON parcel_events (lab_id, person_id);

-- Where a parcel is follows from the newest thing that happened to it.
CREATE FUNCTION follow_parcel_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE parcels SET place = CASE e.kind WHEN 'loaded' THEN 'van' WHEN 'collected' THEN 'van' WHEN 'handed_over' THEN 'carrier' WHEN 'delivered' THEN 'practice' ELSE 'lab' END
    FROM (SELECT kind FROM parcel_events WHERE parcel_id = NEW.parcel_id ORDER BY happened_at DESC, id DESC LIMIT 1) e WHERE id = NEW.parcel_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION follow_parcel_events() FROM PUBLIC;
CREATE TRIGGER follow_parcel_events AFTER INSERT ON parcel_events FOR EACH ROW EXECUTE FUNCTION follow_parcel_events();

ALTER TABLE shipment_items ADD COLUMN parcel_id uuid,
  ADD CONSTRAINT shipment_items_lab_id_parcel_id_fkey FOREIGN KEY (lab_id, parcel_id) REFERENCES parcels (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX shipment_items_lab_id_parcel_id_idx ON shipment_items (lab_id, parcel_id);

SELECT secure_table('parcels'), secure_table('parcel_events', 'INSERT'),
  allow_rows('parcels', 'casepan_portal', 'SELECT', 'shipment_id IN (SELECT id FROM shipments)'),
  allow_rows('parcels', 'casepan_driver', 'SELECT', 'shipment_id IN (SELECT id FROM shipments)'),
  allow_rows('parcel_events', 'casepan_portal', 'SELECT', 'parcel_id IN (SELECT id FROM parcels)'),
  allow_rows('parcel_events', 'casepan_driver', 'SELECT', 'parcel_id IN (SELECT id FROM parcels)');

-- What was shipped before had one parcel each.
INSERT INTO parcels (lab_id, shipment_id, position, code, place, tracking_number, created_at, deleted_at)
  SELECT lab_id, id, 1, number || '-1', CASE status WHEN 'in_transit' THEN 'van' WHEN 'delivered' THEN 'practice' ELSE 'lab' END, tracking_reference, created_at, deleted_at
  FROM shipments WHERE type = 'delivery';
UPDATE shipment_items i SET parcel_id = p.id FROM parcels p WHERE p.lab_id = i.lab_id AND p.shipment_id = i.shipment_id;
ALTER TABLE shipments DROP COLUMN tracking_reference;

-- Templates of routes -----------------------------------------------------------------------------------------------

CREATE TABLE route_templates (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  name text NOT NULL,
  weekdays int[] NOT NULL CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(weekdays) > 0),
  driver_id uuid,
  departs_at text NOT NULL CHECK (departs_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  shift_ends_at text NOT NULL CHECK (shift_ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT route_templates_pkey PRIMARY KEY (id),
  CONSTRAINT route_templates_lab_id_driver_id_fkey FOREIGN KEY (lab_id, driver_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (shift_ends_at > departs_at)
);
CREATE UNIQUE INDEX route_templates_lab_id_id_key ON route_templates (lab_id, id);
CREATE UNIQUE INDEX route_templates_live ON route_templates (lab_id, lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX route_templates_lab_id_driver_id_idx ON route_templates (lab_id, driver_id);

-- The practices that a template's route serves; `always` ones get a stop even when nothing is due.
CREATE TABLE route_template_stops (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  template_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  position int NOT NULL,
  always boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT route_template_stops_pkey PRIMARY KEY (id),
  CONSTRAINT route_template_stops_lab_id_template_id_fkey FOREIGN KEY (lab_id, template_id) REFERENCES route_templates (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT route_template_stops_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX route_template_stops_lab_id_id_key ON route_template_stops (lab_id, id);
CREATE UNIQUE INDEX route_template_stops_live ON route_template_stops (lab_id, template_id, practice_id) WHERE deleted_at IS NULL;
CREATE INDEX route_template_stops_lab_id_template_id_position_idx ON route_template_stops (lab_id, template_id, position);
CREATE INDEX route_template_stops_lab_id_practice_id_idx ON route_template_stops (lab_id, practice_id);
SELECT secure_table('route_templates'), secure_table('route_template_stops');

ALTER TABLE delivery_routes ADD COLUMN template_id uuid, ADD COLUMN departs_at text, ADD COLUMN shift_ends_at text,
  ADD COLUMN locked_at timestamptz(3), ADD COLUMN locked_by_id uuid,
  ADD CONSTRAINT delivery_routes_lab_id_template_id_fkey FOREIGN KEY (lab_id, template_id) REFERENCES route_templates (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD CONSTRAINT delivery_routes_lab_id_locked_by_id_fkey FOREIGN KEY (lab_id, locked_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD CHECK (departs_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), ADD CHECK (shift_ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CHECK (shift_ends_at > departs_at), ADD CHECK ((locked_at IS NULL) = (locked_by_id IS NULL));
CREATE INDEX delivery_routes_lab_id_template_id_idx ON delivery_routes (lab_id, template_id);
CREATE INDEX delivery_routes_lab_id_locked_by_id_idx ON delivery_routes (lab_id, locked_by_id);
CREATE UNIQUE INDEX delivery_routes_once_per_template ON delivery_routes (lab_id, template_id, route_date) WHERE template_id IS NOT NULL AND deleted_at IS NULL;
-- `expected_at` is when the driver is thought to be there: planned before the start, reckoned anew as the route goes on.
ALTER TABLE route_stops ADD COLUMN service_minutes int NOT NULL DEFAULT 5 CHECK (service_minutes BETWEEN 0 AND 240), ADD COLUMN expected_at timestamptz(3);

-- Proofs at the door ------------------------------------------------------------------------------------------------

CREATE DOMAIN proof_rule AS text CHECK (VALUE IN ('off', 'optional', 'required'));
ALTER TABLE labs ADD COLUMN delivery_name_rule proof_rule NOT NULL DEFAULT 'required', ADD COLUMN delivery_signature_rule proof_rule NOT NULL DEFAULT 'required',
  ADD COLUMN delivery_photo_rule proof_rule NOT NULL DEFAULT 'optional', ADD COLUMN pickup_name_rule proof_rule NOT NULL DEFAULT 'optional',
  ADD COLUMN pickup_signature_rule proof_rule NOT NULL DEFAULT 'off', ADD COLUMN pickup_photo_rule proof_rule NOT NULL DEFAULT 'optional';

-- Who gave or took at a stop, once for what was brought and once for what was fetched.
CREATE TABLE stop_proofs (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  stop_id uuid NOT NULL,
  purpose shipment_type NOT NULL,
  person_name text,
  signature text CHECK (length(signature) <= 200000),
  happened_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT stop_proofs_pkey PRIMARY KEY (id),
  CONSTRAINT stop_proofs_lab_id_stop_id_fkey FOREIGN KEY (lab_id, stop_id) REFERENCES route_stops (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX stop_proofs_lab_id_id_key ON stop_proofs (lab_id, id);
CREATE UNIQUE INDEX stop_proofs_lab_id_stop_id_purpose_key ON stop_proofs (lab_id, stop_id, purpose);

-- Photos taken at a stop, kept with the files; `id` is given by the phone, so that sending one twice keeps one.
CREATE TABLE stop_photos (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  stop_id uuid NOT NULL,
  purpose shipment_type NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL,
  store file_store NOT NULL DEFAULT 'local',
  store_key text NOT NULL,
  taken_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT stop_photos_pkey PRIMARY KEY (id),
  CONSTRAINT stop_photos_lab_id_stop_id_fkey FOREIGN KEY (lab_id, stop_id) REFERENCES route_stops (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX stop_photos_lab_id_id_key ON stop_photos (lab_id, id);
CREATE INDEX stop_photos_lab_id_stop_id_idx ON stop_photos (lab_id, stop_id);

-- A practice sees the stops of its own house (its policy on route_stops), and the proofs of them.
SELECT secure_table('stop_proofs', 'INSERT'), secure_table('stop_photos', 'INSERT'),
  allow_rows('stop_proofs', 'casepan_driver', 'SELECT', 'stop_id IN (SELECT id FROM route_stops)'),
  allow_rows('stop_photos', 'casepan_driver', 'SELECT', 'stop_id IN (SELECT id FROM route_stops)'),
  allow_rows('stop_proofs', 'casepan_portal', 'SELECT', 'stop_id IN (SELECT stop_id FROM shipments)'),
  allow_rows('stop_photos', 'casepan_portal', 'SELECT', 'stop_id IN (SELECT stop_id FROM shipments)');

INSERT INTO stop_proofs (lab_id, stop_id, purpose, person_name, signature, happened_at)
  SELECT lab_id, id, 'delivery', receiver_name, signature, coalesce(completed_at, updated_at) FROM route_stops WHERE receiver_name IS NOT NULL;
ALTER TABLE route_stops DROP COLUMN receiver_name, DROP COLUMN signature, ADD CHECK (status <> 'delivered' OR completed_at IS NOT NULL);
