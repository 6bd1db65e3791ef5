-- The calendar of appointments: rooms, series, who is invited, and no double booking of a person or a room.

CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER DOMAIN appointment_type DROP CONSTRAINT appointment_type_check;
ALTER DOMAIN appointment_type ADD CONSTRAINT appointment_type_check
  CHECK (VALUE IN ('case_review', 'delivery', 'meeting', 'training', 'equipment_service'));
CREATE DOMAIN appointment_answer AS text CHECK (VALUE IN ('yes', 'no', 'maybe'));
CREATE DOMAIN appointment_repeat AS text CHECK (VALUE IN ('weekly', 'monthly'));

-- An archived room keeps its name in the appointments it had.
CREATE TABLE rooms (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  name text NOT NULL,
  capacity integer CHECK (capacity BETWEEN 1 AND 1000),
  archived_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (lab_id, id)
);
CREATE UNIQUE INDEX rooms_live ON rooms (lab_id, lower(name)) WHERE archived_at IS NULL;
SELECT secure_table('rooms');

-- Appointments that repeat; each is a row of its own, so that each is guarded, moved and cancelled by itself.
CREATE TABLE appointment_series (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  repeat appointment_repeat NOT NULL,
  starts_on date NOT NULL,
  until date NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT appointment_series_order CHECK (until >= starts_on),
  UNIQUE (lab_id, id)
);
SELECT secure_table('appointment_series');

ALTER TABLE appointments
  ADD COLUMN room_id uuid,
  ADD COLUMN department_id uuid,
  ADD COLUMN equipment_id uuid,
  ADD COLUMN route_id uuid,
  ADD COLUMN downtime_id uuid,
  ADD COLUMN series_id uuid,
  ADD COLUMN slot_at timestamptz(3),
  ADD COLUMN is_private boolean NOT NULL DEFAULT false,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN sequence integer NOT NULL DEFAULT 0,
  ADD COLUMN cancelled_at timestamptz(3),
  ADD COLUMN cancelled_by_id uuid,
  ADD COLUMN cancel_note text,
  ADD CONSTRAINT appointments_at_most_a_week CHECK (ends_at - starts_at <= interval '7 days'),
  ADD CONSTRAINT appointments_service_names_machine CHECK (type <> 'equipment_service' OR equipment_id IS NOT NULL),
  ADD CONSTRAINT appointments_slot_of_series CHECK ((series_id IS NULL) = (slot_at IS NULL)),
  ADD CONSTRAINT appointments_room_free EXCLUDE USING gist (lab_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (room_id IS NOT NULL AND status <> 'cancelled' AND deleted_at IS NULL),
  ADD FOREIGN KEY (lab_id, room_id) REFERENCES rooms (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (lab_id, department_id) REFERENCES departments (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (lab_id, equipment_id) REFERENCES department_equipment (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (lab_id, route_id) REFERENCES delivery_routes (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (lab_id, series_id) REFERENCES appointment_series (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (lab_id, cancelled_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX appointments_lab_id_room_id_starts_at_idx ON appointments (lab_id, room_id, starts_at);
CREATE INDEX appointments_lab_id_department_id_starts_at_idx ON appointments (lab_id, department_id, starts_at);
CREATE INDEX appointments_lab_id_equipment_id_idx ON appointments (lab_id, equipment_id);
CREATE INDEX appointments_lab_id_route_id_idx ON appointments (lab_id, route_id);
CREATE INDEX appointments_lab_id_series_id_starts_at_idx ON appointments (lab_id, series_id, starts_at);
CREATE INDEX appointments_lab_id_cancelled_by_id_idx ON appointments (lab_id, cancelled_by_id);
CREATE TRIGGER bump_version BEFORE UPDATE ON appointments FOR EACH ROW EXECUTE FUNCTION bump_version();

-- Who is invited: a person of the lab or a guest by mail. `starts_at`, `ends_at`, `is_booked` and `remind_at` follow the appointment by
-- trigger; `told` says of what state the person last had a letter.
CREATE TABLE appointment_people (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  appointment_id uuid NOT NULL,
  user_id uuid,
  guest_name text,
  guest_email text,
  answer appointment_answer,
  answered_at timestamptz(3),
  reminder_minutes integer CHECK (reminder_minutes BETWEEN 0 AND 20160),
  remind_at timestamptz(3),
  reminded_at timestamptz(3),
  starts_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ends_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  is_booked boolean NOT NULL DEFAULT true,
  removed_at timestamptz(3),
  told text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT appointment_people_member_or_guest CHECK ((user_id IS NULL) = (guest_email IS NOT NULL)),
  CONSTRAINT appointment_people_free EXCLUDE USING gist (lab_id WITH =, user_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (is_booked AND user_id IS NOT NULL),
  UNIQUE (lab_id, id),
  UNIQUE (lab_id, appointment_id, user_id),
  FOREIGN KEY (lab_id, appointment_id) REFERENCES appointments (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (lab_id, user_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX appointment_people_guest ON appointment_people (lab_id, appointment_id, lower(guest_email)) WHERE guest_email IS NOT NULL;
CREATE INDEX appointment_people_lab_id_user_id_starts_at_idx ON appointment_people (lab_id, user_id, starts_at);
CREATE INDEX appointment_people_due_reminders ON appointment_people (lab_id, remind_at) WHERE reminded_at IS NULL AND is_booked;
SELECT secure_table('appointment_people');

-- Nobody writes these by hand: they are what the appointment says. Its row is locked, so that it cannot move meanwhile.
CREATE FUNCTION follow_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_it record;
BEGIN
  SELECT starts_at, ends_at, status <> 'cancelled' AND deleted_at IS NULL AS takes_place INTO of_it
    FROM appointments WHERE lab_id = NEW.lab_id AND id = NEW.appointment_id FOR SHARE;
  IF FOUND THEN
    NEW.starts_at := of_it.starts_at;
    NEW.ends_at := of_it.ends_at;
  END IF;
  NEW.is_booked := coalesce(of_it.takes_place, false) AND NEW.removed_at IS NULL AND NEW.answer IS DISTINCT FROM 'no';
  NEW.remind_at := NEW.starts_at - make_interval(mins => NEW.reminder_minutes);
  IF TG_OP = 'UPDATE' AND (NEW.starts_at, NEW.reminder_minutes) IS DISTINCT FROM (OLD.starts_at, OLD.reminder_minutes) AND NEW.remind_at > now() THEN
    NEW.reminded_at := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_appointment BEFORE INSERT OR UPDATE ON appointment_people FOR EACH ROW EXECUTE FUNCTION follow_appointment();

CREATE FUNCTION take_people_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE appointment_people SET starts_at = NEW.starts_at WHERE lab_id = NEW.lab_id AND appointment_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER take_people_along AFTER UPDATE OF starts_at, ends_at, status, deleted_at ON appointments FOR EACH ROW
  WHEN ((OLD.starts_at, OLD.ends_at, OLD.status, OLD.deleted_at) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.status, NEW.deleted_at))
  EXECUTE FUNCTION take_people_along();

-- The secret address at which a person's own calendar is read by other programs; only its hash is kept.
CREATE TABLE calendar_feeds (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  user_id uuid NOT NULL,
  token_hash text NOT NULL,
  ended_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (lab_id, id),
  UNIQUE (lab_id, user_id),
  UNIQUE (lab_id, token_hash),
  FOREIGN KEY (lab_id, user_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
SELECT secure_table('calendar_feeds');
