-- Words that very many bear are not looked up by their index, which would have to gather every row before the first: what they name is
-- compared row by row, newest first, which ends soon because there are many. Measured at 1,000,000 cases.

-- About how many rows of the lab `$1` fit a condition over the pattern `$2`, from some thirty pages anywhere in the table; none of a
-- small table, where looking costs nothing. (The planner's own estimate does not help: row-level security keeps it from its statistics.)
CREATE FUNCTION sampled_rows(wanted regclass, condition text, lab uuid, pattern text) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  rows_there CONSTANT real := (SELECT reltuples FROM pg_class WHERE oid = wanted);
  found bigint;
BEGIN
  IF rows_there < 50000 THEN RETURN 0; END IF;
  EXECUTE format('SELECT count(*) FROM %s TABLESAMPLE SYSTEM ($3) WHERE lab_id = $1 AND %s', wanted, condition)
    INTO found USING lab, pattern, 100 * 1500 / rows_there;
  RETURN found * rows_there / 1500;
END $$;
REVOKE EXECUTE ON FUNCTION sampled_rows(regclass, text, uuid, text) FROM PUBLIC;

-- Whom and what one word means to the case list; as before, but of a word that about twice `most` bear or more, patients or cases
-- are not named and only said to be cut.
CREATE OR REPLACE FUNCTION search_subjects(word text, most int)
RETURNS TABLE (pattern text, patients uuid[], patients_cut boolean, practices uuid[], dentists uuid[], cases uuid[], cases_cut boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own_lab CONSTANT uuid := app_lab_id();
  portal CONSTANT boolean := current_setting('role') = 'casepan_portal';
  own_practice CONSTANT uuid := app_practice_id();
  folded CONSTANT text := search_pattern(word);
  enough CONSTANT bigint := most * 2;
  number_is text := 'false';
  named uuid[];
  numbered uuid[];
  many_named boolean := false;
  many_numbered boolean := false;
BEGIN
  IF folded NOT LIKE '\% %' THEN
    number_is := 'number ILIKE $1';
    many_numbered := sampled_rows('cases', 'number ILIKE $2', own_lab, folded) > enough;
  ELSIF word ~ '^[0-9]{1,2}$' THEN
    number_is := $q$number = ANY (ARRAY(SELECT 'C-' || year || '-' || lpad($5, 6, '0') FROM generate_series(extract(year FROM now())::int - 20, extract(year FROM now())::int) year))$q$;
  END IF;
  many_named := sampled_rows('patients', 'patient_words(reference, full_name) LIKE $2', own_lab, folded) > enough;
  IF NOT many_named THEN
    EXECUTE 'SELECT ARRAY(SELECT id FROM patients WHERE lab_id = $2 AND patient_words(reference, full_name) LIKE $1 AND (NOT $3 OR practice_id = $4) LIMIT $5 + 1)'
      INTO named USING folded, own_lab, portal, own_practice, most;
    many_named := cardinality(named) > most;
  END IF;
  IF NOT many_numbered THEN
    EXECUTE 'SELECT ARRAY(SELECT id FROM cases WHERE lab_id = $2 AND (NOT $3 OR practice_id = $4) AND ' || number_is || ' LIMIT $6 + 1)'
      INTO numbered USING folded, own_lab, portal, own_practice, word, most;
    many_numbered := cardinality(numbered) > most;
  END IF;
  RETURN QUERY EXECUTE $q$
    SELECT $1, CASE WHEN $7 THEN '{}' ELSE $8 END, $7,
      ARRAY(SELECT id FROM practices WHERE lab_id = $2 AND search_fold(' ' || name) LIKE $1 AND (NOT $3 OR id = $4)),
      ARRAY(SELECT id FROM dentist_profiles WHERE lab_id = $2 AND search_fold(' ' || full_name) LIKE $1),
      CASE WHEN $9 THEN '{}' ELSE $10 END || ARRAY(SELECT c.id FROM pans n JOIN cases c ON c.lab_id = n.lab_id AND c.pan_id = n.id
        WHERE NOT $3 AND n.lab_id = $2 AND upper(n.code) = upper($6) LIMIT 100), $9
  $q$ USING folded, own_lab, portal, own_practice, most, word, many_named, named, many_numbered, numbered;
END $$;

-- The patients whose reference or name has every word, the newest first, from `before_id` on; few are looked up and then put in order.
CREATE OR REPLACE FUNCTION search_patients(words text[], most int, before_id uuid DEFAULT NULL)
RETURNS TABLE (id uuid, reference text, full_name text, practice text, cases bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  portal CONSTANT boolean := current_setting('role') = 'casepan_portal';
  conditions text := '';
  fewest bigint;
  named uuid[];
BEGIN
  IF cardinality(words) = 0 THEN RETURN; END IF;
  FOR n IN 1 .. cardinality(words) LOOP
    conditions := conditions || format(' AND patient_words(p.reference, p.full_name) LIKE search_pattern($1[%s])', n);
    fewest := least(fewest, sampled_rows('patients', 'patient_words(reference, full_name) LIKE $2', app_lab_id(), search_pattern(words[n])));
  END LOOP;
  conditions := 'FROM patients p WHERE p.lab_id = $2 AND p.deleted_at IS NULL AND (NOT $3 OR p.practice_id = $4)' || conditions;
  IF fewest <= 10000 THEN
    EXECUTE 'SELECT ARRAY(SELECT p.id ' || conditions || ' LIMIT 5001)' INTO named USING words, app_lab_id(), portal, app_practice_id();
    IF cardinality(named) <= 5000 THEN conditions := 'FROM patients p WHERE p.lab_id = $2 AND p.id = ANY ($7)'; END IF;
  END IF;
  RETURN QUERY EXECUTE $q$
    SELECT p.id, p.reference, p.full_name, r.name, (SELECT count(*) FROM cases c WHERE c.lab_id = p.lab_id AND c.patient_id = p.id AND c.deleted_at IS NULL)
    FROM (SELECT p.* $q$ || conditions || $q$ AND ($5 IS NULL OR p.id < $5) ORDER BY p.id DESC LIMIT $6) p
    JOIN practices r ON r.lab_id = p.lab_id AND r.id = p.practice_id ORDER BY p.id DESC
  $q$ USING words, app_lab_id(), portal, app_practice_id(), before_id, most, named;
END $$;
