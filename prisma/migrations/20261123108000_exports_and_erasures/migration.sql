-- What a lab takes out of Casepan whole, the erasure of patients, and the audit log's way of forgetting without breaking its seals.

CREATE DOMAIN export_status AS text CHECK (VALUE IN ('waiting', 'running', 'ready', 'failed', 'expired'));
CREATE DOMAIN erasure_ground AS text CHECK (VALUE IN ('request', 'kept_time_over'));

-- An export of everything a lab owns. Its archive lies in the file store until it expires.
CREATE TABLE data_exports (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  asked_by_id uuid NOT NULL,
  status export_status NOT NULL DEFAULT 'waiting',
  parts_done int NOT NULL DEFAULT 0 CHECK (parts_done >= 0),
  parts_total int NOT NULL DEFAULT 0 CHECK (parts_total >= 0),
  row_count bigint,
  file_count int,
  store file_store,
  store_key text,
  size_bytes bigint CHECK (size_bytes > 0),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  error text,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  expires_at timestamptz(3),
  downloads int NOT NULL DEFAULT 0 CHECK (downloads >= 0),
  last_downloaded_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT data_exports_pkey PRIMARY KEY (id),
  CONSTRAINT data_exports_ready_is_kept CHECK ((status = 'ready') = (store_key IS NOT NULL)),
  CONSTRAINT data_exports_lab_id_asked_by_id_fkey FOREIGN KEY (lab_id, asked_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX data_exports_lab_id_id_key ON data_exports (lab_id, id);
CREATE INDEX data_exports_lab_id_created_at_idx ON data_exports (lab_id, created_at);
CREATE INDEX data_exports_lab_id_asked_by_id_idx ON data_exports (lab_id, asked_by_id);
-- One at a time.
CREATE UNIQUE INDEX data_exports_under_way ON data_exports (lab_id) WHERE status IN ('waiting', 'running');
SELECT secure_table('data_exports');

-- That a patient was erased, without saying who it was: how much of what went, what the law keeps and until when, and a digest of the
-- entries of the audit log as they stand since, by month.
CREATE TABLE patient_erasures (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  number text NOT NULL,
  patient_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  ground erasure_ground NOT NULL DEFAULT 'request',
  asked_on date,
  erased jsonb NOT NULL,
  kept jsonb NOT NULL,
  -- The day after which the rest goes by itself; null when nothing is left.
  kept_until date,
  redacted jsonb NOT NULL,
  done_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT patient_erasures_pkey PRIMARY KEY (id),
  CONSTRAINT patient_erasures_lab_id_patient_id_fkey FOREIGN KEY (lab_id, patient_id) REFERENCES patients (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT patient_erasures_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT patient_erasures_lab_id_done_by_id_fkey FOREIGN KEY (lab_id, done_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX patient_erasures_lab_id_id_key ON patient_erasures (lab_id, id);
CREATE UNIQUE INDEX patient_erasures_lab_id_number_key ON patient_erasures (lab_id, number);
CREATE INDEX patient_erasures_lab_id_patient_id_idx ON patient_erasures (lab_id, patient_id);
CREATE INDEX patient_erasures_lab_id_practice_id_idx ON patient_erasures (lab_id, practice_id);
CREATE INDEX patient_erasures_lab_id_done_by_id_idx ON patient_erasures (lab_id, done_by_id);
CREATE INDEX patient_erasures_due ON patient_erasures (lab_id, kept_until) WHERE kept_until IS NOT NULL;
SELECT secure_table('patient_erasures', 'INSERT');

-- A file whose content was erased comes back from no trash.
ALTER TABLE case_files ADD COLUMN erased_at timestamptz(3),
  ADD CONSTRAINT case_files_erased_stay_deleted CHECK (erased_at IS NULL OR deleted_at IS NOT NULL);

-- Audit log: an entry that was redacted keeps the hash of what it said, so that the seal over it still holds, and names the erasure that
-- redacted it. That erasure's own entry, sealed like any other, carries the digest of the redacted entries as they stand now: whoever
-- changes one of them afterwards, or passes a change off as a redaction, breaks that.
ALTER TABLE audit_log ADD COLUMN content_hash text, ADD COLUMN erasure_id uuid,
  ADD CONSTRAINT audit_log_redacted_by_erasure CHECK ((content_hash IS NULL) = (erasure_id IS NULL));
CREATE INDEX audit_log_redacted ON audit_log (lab_id, erasure_id) WHERE erasure_id IS NOT NULL;

CREATE FUNCTION audit_entry_hash(a audit_log) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(
    jsonb_build_array(a.id, a.lab_id, a.table_name, a.row_id, a.action, a.old_values, a.new_values, a.user_id, a.session_id, a.ip, a.user_agent,
      extract(epoch FROM a.occurred_at))::text, 'UTF8')), 'hex') $$;

CREATE OR REPLACE FUNCTION audit_digest(lab uuid, from_at timestamptz, to_at timestamptz, previous text) RETURNS TABLE (entries int, digest text)
LANGUAGE sql STABLE AS $$
  SELECT count(*)::int, encode(sha256(convert_to(previous || coalesce(string_agg(
      coalesce(a.content_hash, audit_entry_hash(a)), '' ORDER BY a.occurred_at, a.id), ''), 'UTF8')), 'hex')
  FROM audit_log a WHERE a.lab_id = lab AND a.occurred_at >= from_at AND a.occurred_at < to_at $$;

-- The entries that an erasure redacted, by month (`YYYY_MM`, UTC): how many, and a digest over them as they stand with the hash of what they said.
CREATE FUNCTION redaction_digests(lab uuid, erasure uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(m.month, jsonb_build_object('entries', m.entries, 'digest', m.digest)), '{}') FROM (
    SELECT to_char(a.occurred_at AT TIME ZONE 'UTC', 'YYYY_MM') AS month, count(*)::int AS entries,
      encode(sha256(convert_to(string_agg(a.content_hash || audit_entry_hash(a), '' ORDER BY a.occurred_at, a.id), 'UTF8')), 'hex') AS digest
    FROM audit_log a WHERE a.lab_id = lab AND a.erasure_id = erasure GROUP BY 1) m $$;

-- What was redacted, by erasure and month, and whether it is as that erasure left it. Held against the erasure's own entry in the log.
CREATE FUNCTION audit_redactions(kept_from timestamptz DEFAULT '-infinity') RETURNS TABLE (lab_id uuid, erasure_id uuid, month text, entries int, holds boolean)
LANGUAGE sql STABLE AS $$
  WITH said AS (
    SELECT l.lab_id, l.row_id AS erasure_id, m.key AS month, (m.value ->> 'entries')::int AS entries, m.value ->> 'digest' AS digest
    FROM audit_log l, jsonb_each(l.new_values -> 'redacted') m WHERE l.table_name = 'patient_erasures' AND l.action = 'insert'
  ), found AS (
    SELECT e.lab_id, e.erasure_id, m.key AS month, (m.value ->> 'entries')::int AS entries, m.value ->> 'digest' AS digest
    FROM (SELECT DISTINCT a.lab_id, a.erasure_id FROM audit_log a WHERE a.erasure_id IS NOT NULL) e, jsonb_each(redaction_digests(e.lab_id, e.erasure_id)) m
  )
  SELECT coalesce(f.lab_id, s.lab_id), coalesce(f.erasure_id, s.erasure_id), coalesce(f.month, s.month), coalesce(f.entries, 0),
    f.digest IS NOT DISTINCT FROM s.digest AND f.entries IS NOT DISTINCT FROM s.entries
  FROM found f FULL JOIN said s ON s.lab_id = f.lab_id AND s.erasure_id = f.erasure_id AND s.month = f.month
  WHERE to_date(coalesce(f.month, s.month), 'YYYY_MM') >= kept_from
  ORDER BY 1, 2, 3 $$;
REVOKE EXECUTE ON FUNCTION audit_entry_hash(audit_log), redaction_digests(uuid, uuid), audit_redactions(timestamptz) FROM PUBLIC;

-- Replaces the values of some columns by "[erased]" in every entry about some rows of the acting lab. Null values and entries that say
-- nothing in these columns stay. Answers how many entries it redacted.
CREATE FUNCTION redact_audit(erasure uuid, target text, ids uuid[], columns text[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE touched int;
BEGIN
  UPDATE audit_log a SET content_hash = coalesce(a.content_hash, audit_entry_hash(a)), erasure_id = erasure,
    old_values = (SELECT jsonb_object_agg(o.key, CASE WHEN o.key = ANY (columns) AND o.value <> 'null' THEN '"[erased]"'::jsonb ELSE o.value END) FROM jsonb_each(a.old_values) o),
    new_values = (SELECT jsonb_object_agg(n.key, CASE WHEN n.key = ANY (columns) AND n.value <> 'null' THEN '"[erased]"'::jsonb ELSE n.value END) FROM jsonb_each(a.new_values) n)
  WHERE a.lab_id = app_lab_id() AND a.table_name = target AND a.row_id = ANY (ids) AND (a.erasure_id IS NULL OR a.erasure_id = erasure)
    AND EXISTS (SELECT FROM (SELECT * FROM jsonb_each(a.old_values) UNION ALL SELECT * FROM jsonb_each(a.new_values)) v
      WHERE v.key = ANY (columns) AND v.value NOT IN ('null', '"[erased]"'));
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched;
END $$;

-- As redaction_digests, of the acting lab.
CREATE FUNCTION redacted_by(erasure uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT redaction_digests(app_lab_id(), erasure) $$;

-- Erases free text in rows that the lab's people may otherwise only add to or read, of the acting lab: whole texts, and in objects the
-- values of the keys in which people write. Answers how many rows it touched.
CREATE FUNCTION erase_words(target text, ids uuid[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  touched int;
  words CONSTANT text[] := ARRAY['note', 'words', 'remark', 'missing', 'name', 'excerpt', 'findings', 'receiver', 'reason', 'item', 'items'];
  change text := CASE target
    WHEN 'case_events' THEN 'data = (SELECT coalesce(jsonb_object_agg(d.key, CASE WHEN d.key = ANY ($3) AND jsonb_typeof(d.value) = ''string'' THEN ''"[erased]"'' ELSE d.value END), ''{}'') FROM jsonb_each(t.data) d)'
    WHEN 'stage_checks' THEN 'note = ''[erased]'' WHERE t.note IS NOT NULL'
    WHEN 'mail_messages' THEN 'subject = ''[erased]'', text_body = ''[erased]'', html_body = ''[erased]'', attachments = NULL'
    WHEN 'device_statements' THEN 'contents = ''{"erased": true}'''
  END;
BEGIN
  IF change IS NULL THEN RAISE EXCEPTION 'nothing of % may be erased', target; END IF;
  EXECUTE format('UPDATE %I t SET %s %s t.lab_id = $1 AND t.id = ANY ($2)', target, change, CASE WHEN change LIKE '% WHERE %' THEN 'AND' ELSE 'WHERE' END)
    USING app_lab_id(), ids, words;
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched;
END $$;
REVOKE EXECUTE ON FUNCTION redact_audit(uuid, text, uuid[], text[]), redacted_by(uuid), erase_words(text, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION redact_audit(uuid, text, uuid[], text[]), redacted_by(uuid), erase_words(text, uuid[]) TO casepan_lab;

-- A line of a sent invoice stays as it was sent, but for the patient's code once the law no longer asks for it.
CREATE OR REPLACE FUNCTION follow_changed_invoice_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE targets uuid[]; any_void boolean;
BEGIN
  IF EXISTS (SELECT FROM changed_to n LEFT JOIN changed_from o ON o.id = n.id WHERE o.invoice_id IS DISTINCT FROM n.invoice_id) THEN
    RAISE EXCEPTION 'invoice_item_moved' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_stay';
  END IF;
  PERFORM FROM invoices WHERE id IN (SELECT invoice_id FROM changed_to) ORDER BY id FOR UPDATE;
  SELECT array_agg(DISTINCT n.invoice_id), bool_or(n.is_void) INTO targets, any_void FROM changed_to n JOIN changed_from o ON o.id = n.id
    WHERE NOT (n.is_void AND to_jsonb(n) - ARRAY['is_void', 'updated_at'] = to_jsonb(o) - ARRAY['is_void', 'updated_at']
      AND (EXISTS (SELECT FROM invoices i WHERE i.id = n.invoice_id AND i.status = 'cancelled')
        OR EXISTS (SELECT FROM credit_note_items c WHERE c.lab_id = n.lab_id AND c.invoice_item_id = n.id AND c.invoice_again)))
      AND NOT (n.patient_code = '[erased]' AND to_jsonb(n) - ARRAY['patient_code', 'updated_at'] = to_jsonb(o) - ARRAY['patient_code', 'updated_at']);
  IF any_void THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_only_in_draft';
  END IF;
  IF targets IS NOT NULL THEN PERFORM sum_invoices(targets); END IF;
  RETURN NULL;
END $$;

-- Trash: what was deleted lately.
DO $$
DECLARE target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['case_drafts', 'case_files', 'case_notes', 'cases', 'practices', 'patients', 'dentist_profiles', 'price_list_items', 'delivery_routes', 'route_stops',
    'inventory_items', 'lots', 'messages', 'notifications', 'pickup_cases', 'saved_views', 'appointments'] LOOP
    EXECUTE format('CREATE INDEX %I ON %I (lab_id, deleted_at, id) WHERE deleted_at IS NOT NULL', target || '_deleted', target);
  END LOOP;
END $$;
