-- Settings that are secret are kept enciphered (AES-256-GCM) with the id of the key that opens them, and never as a plain value.
ALTER TABLE settings ALTER COLUMN value DROP NOT NULL;
ALTER TABLE settings ADD COLUMN ciphertext text, ADD COLUMN key_id text, ADD COLUMN set_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE settings
  ADD CONSTRAINT settings_plain_or_secret CHECK (value IS NULL OR ciphertext IS NULL),
  ADD CONSTRAINT settings_secret_names_key CHECK ((ciphertext IS NULL) = (key_id IS NULL)),
  ADD CONSTRAINT settings_secret_is_not_public CHECK (NOT (is_public AND ciphertext IS NOT NULL));

-- As before, and what is enciphered stays out of the audit log too: `set_at` tells that it changed.
CREATE OR REPLACE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  unaudited CONSTANT text[] := ARRAY['updated_at', 'version', 'password_hash', 'token_hash', 'payload', 'response', 'signature', 'ciphertext'];
  old_row jsonb; new_row jsonb; old_diff jsonb; new_diff jsonb; subject jsonb;
BEGIN
  IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD) - unaudited; END IF;
  IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW) - unaudited; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, n.value) INTO old_diff, new_diff
      FROM jsonb_each(old_row) o JOIN jsonb_each(new_row) n USING (key) WHERE o.value IS DISTINCT FROM n.value;
    IF new_diff IS NULL THEN RETURN NULL; END IF;
  ELSE
    old_diff := old_row; new_diff := new_row;
  END IF;
  subject := coalesce(new_row, old_row);
  INSERT INTO audit_log (lab_id, table_name, row_id, action, old_values, new_values, user_id, session_id, ip, user_agent, occurred_at)
  VALUES (coalesce(subject ->> 'lab_id', subject ->> 'id')::uuid, TG_TABLE_NAME, (subject ->> 'id')::uuid, lower(TG_OP), old_diff, new_diff,
    app_user_id(), nullif(current_setting('app.session_id', true), '')::uuid, nullif(current_setting('app.ip', true), ''),
    nullif(current_setting('app.user_agent', true), ''), clock_timestamp());
  RETURN NULL;
END $$;
