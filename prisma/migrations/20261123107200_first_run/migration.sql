-- The codes that npm start prints while there is no lab: whoever holds one opens the first. Only their SHA-256 is kept, beside what was
-- written of the lab so far.
CREATE TABLE setup_codes (
  id uuid NOT NULL DEFAULT uuid_v7(),
  code_hash text NOT NULL,
  draft jsonb,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT setup_codes_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX setup_codes_code_hash_key ON setup_codes (code_hash);
ALTER TABLE setup_codes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON setup_codes TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY auth_all ON setup_codes TO casepan_auth USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (draft) ON setup_codes TO casepan_auth;

-- Opens the first lab of an installation for the holder of a code, and acts for it from then on. Null when the code does not hold (any
-- more) or there is a lab: of many who try at once, one gets it.
CREATE FUNCTION open_first_lab(given_hash text, lab jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('open_first_lab', 0));
  PERFORM FROM setup_codes WHERE code_hash = given_hash AND used_at IS NULL AND expires_at > now() FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM labs) THEN RETURN NULL; END IF;
  INSERT INTO labs (name, slug, time_zone, currency, locale, country, address_line1, address_line2, city, postcode, phone, email,
    tooth_notation, registration_number)
  VALUES (lab ->> 'name', lab ->> 'slug', lab ->> 'timeZone', lab ->> 'currency', lab ->> 'locale', lab ->> 'country', lab ->> 'addressLine1',
    lab ->> 'addressLine2', lab ->> 'city', lab ->> 'postcode', lab ->> 'phone', lab ->> 'email', lab ->> 'toothNotation', lab ->> 'registrationNumber')
  RETURNING id INTO made;
  UPDATE setup_codes SET used_at = now(), draft = NULL WHERE code_hash = given_hash;
  PERFORM set_config('app.lab_id', made::text, true);
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION open_first_lab(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_first_lab(text, jsonb) TO casepan_auth;
