-- What a patient is found by is kept with the row: folding the name of each row looked at was most of the time of a search. Numbers and
-- patients' codes are one word to their index. Measured at 1,000,000 cases and invoices.

-- pg_trgm ends a word at a hyphen, so that "P-99" lay in the index beside everything that begins with 99, and "C-2026" beside every number of
-- the year; a letter in its place keeps it one word: q, which stands where a hyphen does in no name. (Others are letters in some locales only.)
CREATE FUNCTION search_joined(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT replace(words, '-', 'q')
$$;

DROP INDEX patients_words;
CREATE OR REPLACE FUNCTION patient_words(reference text, full_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.search_joined(public.search_fold(' ' || reference || ' ' || coalesce(full_name, '')))
$$;
ALTER TABLE patients ADD COLUMN found_by text GENERATED ALWAYS AS (patient_words(reference, full_name)) STORED;

-- Without the lab: its entry would list every row of it, to be gone through at each search.
DROP INDEX cases_number_words, invoices_number_words;
CREATE INDEX patients_found_by ON patients USING gin (found_by gin_trgm_ops);
CREATE INDEX cases_number_words ON cases USING gin (search_joined(number) gin_trgm_ops);
CREATE INDEX invoices_number_words ON invoices USING gin (search_joined(number) gin_trgm_ops);

-- The list of one status by its due days.
CREATE INDEX cases_of_status_by_due ON cases (lab_id, status, due_on, id) WHERE deleted_at IS NULL;

-- As before, from some thirty pages, always the same, which are at hand then.
CREATE OR REPLACE FUNCTION sampled_rows(wanted regclass, condition text, lab uuid, pattern text) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  rows_there CONSTANT real := (SELECT reltuples FROM pg_class WHERE oid = wanted);
  found bigint;
BEGIN
  IF rows_there < 50000 THEN RETURN 0; END IF;
  EXECUTE format('SELECT count(*) FROM %s TABLESAMPLE SYSTEM ($3) REPEATABLE (1) WHERE lab_id = $1 AND %s', wanted, condition)
    INTO found USING lab, pattern, 100 * 1500 / rows_there;
  RETURN found * rows_there / 1500;
END $$;

-- As before, by what is kept; a word without a figure is in no case's number. No LIMIT lets the planner hope to find as many soon by reading
-- the table: OFFSET 0 and the order keep it to the index.
CREATE OR REPLACE FUNCTION search_subjects(word text, most int)
RETURNS TABLE (pattern text, patients uuid[], patients_cut boolean, practices uuid[], dentists uuid[], cases uuid[], cases_cut boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own_lab CONSTANT uuid := app_lab_id();
  portal CONSTANT boolean := current_setting('role') = 'casepan_portal';
  own_practice CONSTANT uuid := app_practice_id();
  folded CONSTANT text := search_pattern(word);
  patients_pattern CONSTANT text := search_joined(folded);
  enough CONSTANT bigint := most * 2;
  number_is text;
  named uuid[];
  numbered uuid[];
  many_named boolean := false;
  many_numbered boolean := false;
BEGIN
  IF folded NOT LIKE '\% %' AND word ~ '[0-9]' THEN
    number_is := 'search_joined(number) ILIKE search_joined($1)';
    many_numbered := sampled_rows('cases', 'number ILIKE $2', own_lab, folded) > enough;
  ELSIF word ~ '^[0-9]{1,2}$' THEN
    number_is := $q$number = ANY (ARRAY(SELECT 'C-' || year || '-' || lpad($5, 6, '0') FROM generate_series(extract(year FROM now())::int - 20, extract(year FROM now())::int) year))$q$;
  END IF;
  many_named := sampled_rows('patients', 'found_by LIKE $2', own_lab, patients_pattern) > enough;
  IF NOT many_named THEN
    EXECUTE 'SELECT ARRAY(SELECT id FROM (SELECT id FROM patients WHERE lab_id = $2 AND found_by LIKE $1 AND (NOT $3 OR practice_id = $4) OFFSET 0) p ORDER BY id DESC LIMIT $5 + 1)'
      INTO named USING patients_pattern, own_lab, portal, own_practice, most;
    many_named := cardinality(named) > most;
  END IF;
  IF number_is IS NOT NULL AND NOT many_numbered THEN
    EXECUTE 'SELECT ARRAY(SELECT id FROM (SELECT id FROM cases WHERE lab_id = $2 AND (NOT $3 OR practice_id = $4) AND ' || number_is || ' OFFSET 0) c ORDER BY id DESC LIMIT $6 + 1)'
      INTO numbered USING folded, own_lab, portal, own_practice, word, most;
    many_numbered := cardinality(numbered) > most;
  END IF;
  RETURN QUERY EXECUTE $q$
    SELECT $10, CASE WHEN $7 THEN '{}' ELSE $8 END, $7,
      ARRAY(SELECT id FROM practices WHERE lab_id = $2 AND search_fold(' ' || name) LIKE $1 AND (NOT $3 OR id = $4)),
      ARRAY(SELECT id FROM dentist_profiles WHERE lab_id = $2 AND search_fold(' ' || full_name) LIKE $1),
      CASE WHEN $9 THEN '{}' ELSE coalesce($11, '{}') END || ARRAY(SELECT c.id FROM pans n JOIN cases c ON c.lab_id = n.lab_id AND c.pan_id = n.id
        WHERE NOT $3 AND n.lab_id = $2 AND upper(n.code) = upper($6) LIMIT 100), $9
  $q$ USING folded, own_lab, portal, own_practice, most, word, many_named, named, many_numbered, patients_pattern, numbered;
END $$;

-- The patients whose reference or name has every word, the newest first, from `before_id` on. Few are found by their words and then put in
-- order (OFFSET 0 keeps the planner to that); of words that very many have, the newest patients are read until there are enough.
CREATE OR REPLACE FUNCTION search_patients(words text[], most int, before_id uuid DEFAULT NULL)
RETURNS TABLE (id uuid, reference text, full_name text, practice text, cases bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  patterns CONSTANT text[] := ARRAY(SELECT search_joined(search_pattern(word)) FROM unnest(words) word);
  conditions text := '';
  fewest bigint;
BEGIN
  IF cardinality(words) = 0 THEN RETURN; END IF;
  FOR n IN 1 .. cardinality(words) LOOP
    conditions := conditions || format(' AND p.found_by LIKE $1[%s]', n);
    fewest := least(fewest, sampled_rows('patients', 'found_by LIKE $2', app_lab_id(), patterns[n]));
  END LOOP;
  RETURN QUERY EXECUTE $q$
    SELECT p.id, p.reference, p.full_name, r.name, (SELECT count(*) FROM cases c WHERE c.lab_id = p.lab_id AND c.patient_id = p.id AND c.deleted_at IS NULL)
    FROM (SELECT * FROM (SELECT p.* FROM patients p
        WHERE p.lab_id = $2 AND p.deleted_at IS NULL AND (NOT $3 OR p.practice_id = $4) AND ($5 IS NULL OR p.id < $5) $q$
        || conditions || CASE WHEN fewest <= 4000 THEN ' OFFSET 0' ELSE '' END || $q$) p ORDER BY p.id DESC LIMIT $6) p
    JOIN practices r ON r.lab_id = p.lab_id AND r.id = p.practice_id ORDER BY p.id DESC
  $q$ USING patterns, app_lab_id(), current_setting('role') = 'casepan_portal', app_practice_id(), before_id, most;
END $$;

-- The newest invoices whose number contains the words. Fewer than three letters or figures are looked for among the newest 2,000, since no
-- index helps; of words that very many contain, the newest are read until there are enough.
CREATE OR REPLACE FUNCTION search_invoice_numbers(words text, most int) RETURNS TABLE (id uuid, number text, practice text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  pattern CONSTANT text := '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  short CONSTANT boolean := length(regexp_replace(words, '[^[:alnum:]]', '', 'g')) < 3;
  few CONSTANT boolean := NOT short AND sampled_rows('invoices', 'number ILIKE $2', app_lab_id(), pattern) <= 2000;
BEGIN
  RETURN QUERY EXECUTE format($q$
    SELECT i.id, i.number, p.name FROM (
      SELECT i.* FROM (SELECT * FROM invoices i WHERE i.lab_id = $1 AND i.deleted_at IS NULL AND (NOT $3 OR (i.practice_id = $4 AND i.status <> 'draft')) %s) i
      WHERE search_joined(i.number) ILIKE search_joined($2) %s) i
    JOIN practices p ON p.lab_id = i.lab_id AND p.id = i.practice_id ORDER BY i.created_at DESC, i.id DESC LIMIT $5
  $q$, CASE WHEN short THEN 'ORDER BY i.created_at DESC, i.id DESC LIMIT 2000' ELSE '' END, CASE WHEN few THEN 'OFFSET 0' ELSE '' END)
  USING app_lab_id(), pattern, current_setting('role') = 'casepan_portal', app_practice_id(), most;
END $$;

-- What the database derives from other columns is not audited beside them.
CREATE OR REPLACE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  unaudited CONSTANT text[] := ARRAY['updated_at', 'version', 'password_hash', 'token_hash', 'payload', 'response', 'signature', 'ciphertext', 'found_by'];
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
