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
