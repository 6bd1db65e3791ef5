-- What drivers' phones reported: each command once, by the id the phone gave it, with what came of it.

CREATE DOMAIN road_command AS text CHECK (VALUE IN ('start', 'load', 'unload', 'arrive', 'leave', 'skip', 'resume', 'deliver', 'collect', 'visit', 'fail', 'reorder', 'count'));
CREATE DOMAIN road_outcome AS text CHECK (VALUE IN ('applied', 'refused'));

CREATE TABLE road_log (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  command_id uuid NOT NULL,
  -- Which installation of the driver's app sent it.
  phone_id uuid NOT NULL,
  user_id uuid NOT NULL,
  route_id uuid,
  stop_id uuid,
  kind road_command NOT NULL,
  outcome road_outcome NOT NULL,
  reason text,
  words text,
  -- The stop's version after it, so that the phone's own next command is not taken for one that saw an older state.
  stop_version int,
  -- What was refused, whole: the practice may have the parcels all the same.
  payload jsonb,
  answer jsonb NOT NULL DEFAULT '{}',
  happened_at timestamptz(3) NOT NULL,
  -- The phone's own clock at the deed, and how far it was off when it sent, in seconds (ahead is positive).
  phone_at timestamptz(3) NOT NULL,
  phone_ahead_seconds bigint NOT NULL,
  -- The time could not have been; it was moved to the nearest that could.
  is_clamped boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT road_log_pkey PRIMARY KEY (id),
  CONSTRAINT road_log_lab_id_user_id_fkey FOREIGN KEY (lab_id, user_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT road_log_lab_id_route_id_fkey FOREIGN KEY (lab_id, route_id) REFERENCES delivery_routes (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT road_log_lab_id_stop_id_fkey FOREIGN KEY (lab_id, stop_id) REFERENCES route_stops (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX road_log_lab_id_id_key ON road_log (lab_id, id);
CREATE UNIQUE INDEX road_log_lab_id_user_id_command_id_key ON road_log (lab_id, user_id, command_id);
CREATE INDEX road_log_lab_id_route_id_created_at_idx ON road_log (lab_id, route_id, created_at);
CREATE INDEX road_log_lab_id_stop_id_created_at_idx ON road_log (lab_id, stop_id, created_at);
SELECT secure_table('road_log', 'INSERT'),
  allow_rows('road_log', 'casepan_driver', 'SELECT, INSERT', 'user_id = (SELECT app_user_id())');

-- A stop changes its version when the office or the driver changes what is to be done there; a new order or expected time is no such change.
DROP TRIGGER bump_version ON route_stops;
CREATE TRIGGER bump_version BEFORE UPDATE OF route_id, practice_id, status, deleted_at ON route_stops FOR EACH ROW EXECUTE FUNCTION bump_version();
