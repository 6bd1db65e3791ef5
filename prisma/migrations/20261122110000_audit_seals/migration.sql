-- Tamper evidence of the audit log: blocks of it are sealed by a hash that goes on from the one before, so that a row which is changed,
-- taken out or put in later breaks every seal from its block on. Who keeps the newest digest elsewhere can prove the whole log by it.

CREATE TABLE audit_seals (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL,
  position int NOT NULL CHECK (position > 0),
  -- Entries from `begins_at` on and before `ends_at`.
  begins_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL CHECK (ends_at > begins_at),
  entries int NOT NULL CHECK (entries > 0),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  previous_digest text NOT NULL CHECK (previous_digest ~ '^[0-9a-f]{64}$'),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT audit_seals_pkey PRIMARY KEY (id),
  FOREIGN KEY (lab_id) REFERENCES labs (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX audit_seals_lab_id_id_key ON audit_seals (lab_id, id);
CREATE UNIQUE INDEX audit_seals_lab_id_position_key ON audit_seals (lab_id, position);
ALTER TABLE audit_seals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON audit_seals TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY lab_rows ON audit_seals FOR SELECT TO casepan_lab USING (lab_id = (SELECT app_lab_id()));
GRANT SELECT ON audit_seals TO casepan_lab;

-- The digest of a block: sha-256 over the digest before it and those of its entries, in the order of time and id.
CREATE FUNCTION audit_digest(lab uuid, from_at timestamptz, to_at timestamptz, previous text) RETURNS TABLE (entries int, digest text)
LANGUAGE sql STABLE AS $$
  SELECT count(*)::int, encode(sha256(convert_to(previous || coalesce(string_agg(encode(sha256(convert_to(
      jsonb_build_array(a.id, a.lab_id, a.table_name, a.row_id, a.action, a.old_values, a.new_values, a.user_id, a.session_id, a.ip, a.user_agent,
        extract(epoch FROM a.occurred_at))::text, 'UTF8')), 'hex'), '' ORDER BY a.occurred_at, a.id), ''), 'UTF8')), 'hex')
  FROM audit_log a WHERE a.lab_id = lab AND a.occurred_at >= from_at AND a.occurred_at < to_at $$;

-- Seals what every lab has written before `until` and is not sealed yet, at most `most` entries to a block. An entry carries the time of its
-- writing and shows only when its transaction ends: `until` must lie further back than a transaction takes. Answers the blocks made.
CREATE FUNCTION seal_audit_log(until timestamptz, most int DEFAULT 20000) RETURNS int LANGUAGE plpgsql AS $$
DECLARE lab uuid; last audit_seals; first_at timestamptz; last_at timestamptz; made int := 0; block record;
BEGIN
  FOR lab IN SELECT id FROM labs ORDER BY id LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('audit_seals ' || lab, 0));
    LOOP
      SELECT * INTO last FROM audit_seals WHERE lab_id = lab ORDER BY position DESC LIMIT 1;
      SELECT min(x.at), max(x.at) INTO first_at, last_at FROM (
        SELECT occurred_at AS at FROM audit_log WHERE lab_id = lab AND occurred_at >= coalesce(last.ends_at, '-infinity') AND occurred_at < until
        ORDER BY occurred_at LIMIT most) x;
      EXIT WHEN first_at IS NULL;
      SELECT * INTO block FROM audit_digest(lab, first_at, last_at + interval '1 millisecond', coalesce(last.digest, repeat('0', 64)));
      INSERT INTO audit_seals (lab_id, position, begins_at, ends_at, entries, digest, previous_digest)
        VALUES (lab, coalesce(last.position, 0) + 1, first_at, last_at + interval '1 millisecond', block.entries, block.digest, coalesce(last.digest, repeat('0', 64)));
      made := made + 1;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;

-- Seals that do not hold, with what is wrong: `chain` (it does not go on from the one before), `entries` (another number of entries than were
-- sealed) or `content`. Blocks from before `kept_from`, whose entries were let go, are held to the chain alone.
CREATE FUNCTION broken_audit_seals(kept_from timestamptz DEFAULT '-infinity') RETURNS TABLE (lab_id uuid, "position" int, begins_at timestamptz, ends_at timestamptz, fault text)
LANGUAGE sql STABLE AS $$
  SELECT s.lab_id, s.position, s.begins_at, s.ends_at, CASE WHEN s.previous_digest <> s.before OR s.position <> s.place THEN 'chain'
      WHEN d.entries <> s.entries OR d.between > 0 THEN 'entries' ELSE 'content' END
  FROM (SELECT x.*, lag(x.digest, 1, repeat('0', 64)) OVER w AS before, lag(x.ends_at, 1, kept_from) OVER w AS ended, row_number() OVER w AS place
    FROM audit_seals x WINDOW w AS (PARTITION BY x.lab_id ORDER BY x.position)) s
  CROSS JOIN LATERAL (
    SELECT c.entries, c.digest, (SELECT count(*) FROM audit_log a WHERE a.lab_id = s.lab_id AND a.occurred_at >= greatest(s.ended, kept_from) AND a.occurred_at < s.begins_at) AS between
    FROM audit_digest(s.lab_id, s.begins_at, s.ends_at, s.previous_digest) c) d
  WHERE s.previous_digest <> s.before OR s.position <> s.place
    OR (s.begins_at >= kept_from AND (d.entries <> s.entries OR d.between > 0 OR d.digest <> s.digest))
  ORDER BY s.lab_id, s.position $$;

-- Lets go of the months of the audit log that ended more than so many years ago. Answers how many.
CREATE FUNCTION drop_audit_partitions(years_kept int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE part record; dropped int := 0;
BEGIN
  FOR part IN SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'audit_log'::regclass AND relname ~ '^audit_log_\d{4}_\d{2}$' LOOP
    IF to_date(right(part.relname, 7), 'YYYY_MM') + interval '1 month' <= date_trunc('month', now()) - make_interval(years => years_kept) THEN
      EXECUTE format('DROP TABLE %I', part.relname);
      dropped := dropped + 1;
    END IF;
  END LOOP;
  RETURN dropped;
END $$;
REVOKE EXECUTE ON FUNCTION audit_digest(uuid, timestamptz, timestamptz, text), seal_audit_log(timestamptz, int), broken_audit_seals(timestamptz), drop_audit_partitions(int) FROM PUBLIC;

-- Reading: what one person did.
CREATE INDEX audit_log_lab_id_user_id_occurred_at_idx ON audit_log (lab_id, user_id, occurred_at);
