-- Patients are looked up by their words first and put in order afterwards when they are few: the planner cannot know how few.
CREATE OR REPLACE FUNCTION search_patients(words text[], most int, before_id uuid DEFAULT NULL)
RETURNS TABLE (id uuid, reference text, full_name text, practice text, cases bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  portal CONSTANT boolean := current_setting('role') = 'casepan_portal';
  conditions text := '';
  named uuid[];
BEGIN
  IF cardinality(words) = 0 THEN RETURN; END IF;
  FOR n IN 1 .. cardinality(words) LOOP
    conditions := conditions || format(' AND patient_words(p.reference, p.full_name) LIKE search_pattern($1[%s])', n);
  END LOOP;
  conditions := 'FROM patients p WHERE p.lab_id = $2 AND p.deleted_at IS NULL AND (NOT $3 OR p.practice_id = $4)' || conditions;
  EXECUTE 'SELECT ARRAY(SELECT p.id ' || conditions || ' LIMIT 1001)' INTO named USING words, app_lab_id(), portal, app_practice_id();
  IF cardinality(named) <= 1000 THEN conditions := 'FROM patients p WHERE p.lab_id = $2 AND p.id = ANY ($7)'; END IF;
  RETURN QUERY EXECUTE $q$
    SELECT p.id, p.reference, p.full_name, r.name, (SELECT count(*) FROM cases c WHERE c.lab_id = p.lab_id AND c.patient_id = p.id AND c.deleted_at IS NULL)
    FROM (SELECT p.* $q$ || conditions || $q$ AND ($5 IS NULL OR p.id < $5) ORDER BY p.id DESC LIMIT $6) p
    JOIN practices r ON r.lab_id = p.lab_id AND r.id = p.practice_id ORDER BY p.id DESC
  $q$ USING words, app_lab_id(), portal, app_practice_id(), before_id, most, named;
END $$;

-- The invoices whose number contains a text, the newest first. A practice finds its own that were sent.
CREATE FUNCTION search_invoice_numbers(words text, most int) RETURNS TABLE (id uuid, number text, practice text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE $q$
    SELECT i.id, i.number, p.name FROM (SELECT i.* FROM invoices i WHERE i.lab_id = $1 AND i.deleted_at IS NULL AND i.number ILIKE $2
        AND (NOT $3 OR (i.practice_id = $4 AND i.status <> 'draft')) OFFSET 0) i
    JOIN practices p ON p.lab_id = i.lab_id AND p.id = i.practice_id ORDER BY i.created_at DESC, i.id DESC LIMIT $5
  $q$ USING app_lab_id(), '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%',
    current_setting('role') = 'casepan_portal', app_practice_id(), most;
END $$;
REVOKE EXECUTE ON FUNCTION search_invoice_numbers(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_invoice_numbers(text, int) TO casepan_lab, casepan_portal;
