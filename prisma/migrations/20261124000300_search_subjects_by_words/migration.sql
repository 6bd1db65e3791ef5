-- As before, but no LIMIT lets the planner hope to find as many soon by reading the table: OFFSET 0 and the order keep it to the index.
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
