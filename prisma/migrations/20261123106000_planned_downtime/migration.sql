-- A downtime that was planned: it has its end from the start, and may lie ahead. The machine is down only while it lasts.
ALTER TABLE equipment_downtimes ADD COLUMN planned boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT equipment_downtimes_planned_end CHECK (NOT planned OR ended_at > started_at);

-- A machine may break before its maintenance comes, or stay broken into it: the two kinds are kept apart each among themselves.
ALTER TABLE equipment_downtimes DROP CONSTRAINT equipment_downtimes_apart;
ALTER TABLE equipment_downtimes
  ADD CONSTRAINT equipment_downtimes_apart EXCLUDE USING gist (equipment_id WITH =, tstzrange(started_at, ended_at) WITH &&) WHERE (NOT planned),
  ADD CONSTRAINT equipment_downtimes_planned_apart EXCLUDE USING gist (equipment_id WITH =, tstzrange(started_at, ended_at) WITH &&) WHERE (planned);
-- What lies ahead of the lab or lasts now.
CREATE INDEX equipment_downtimes_lab_id_ended_at_idx ON equipment_downtimes (lab_id, ended_at);

-- Takes a planned downtime back: one that has not begun goes, one that lasts ends now, one that is over stays. Answers whether there was
-- something to take back.
CREATE FUNCTION take_back_downtime(downtime uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM equipment_downtimes d WHERE d.lab_id = (SELECT app_lab_id()) AND d.id = downtime AND d.planned AND d.started_at >= statement_timestamp();
  IF FOUND THEN RETURN true; END IF;
  UPDATE equipment_downtimes d SET ended_at = statement_timestamp(), ended_by_id = app_user_id()
    WHERE d.lab_id = (SELECT app_lab_id()) AND d.id = downtime AND d.planned AND d.ended_at > statement_timestamp();
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION take_back_downtime(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_downtime(uuid) TO casepan_lab;
