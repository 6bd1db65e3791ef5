-- Practices are edited by several people: the one who read an older version is told, not overwritten.
ALTER TABLE practices ADD COLUMN version int NOT NULL DEFAULT 1;
CREATE TRIGGER bump_version BEFORE UPDATE ON practices FOR EACH ROW EXECUTE FUNCTION bump_version();

-- Finished work that waits to be shipped, and the list of shipments, newest first.
CREATE INDEX case_items_finished ON case_items (lab_id, case_id) WHERE status = 'finished' AND deleted_at IS NULL;
CREATE INDEX shipments_lab_id_created_at_id_idx ON shipments (lab_id, created_at, id);
DROP INDEX practices_lab_id_name_idx;
CREATE INDEX practices_lab_id_name_id_idx ON practices (lab_id, name, id);

-- A shipment may carry several cases, so a driver sees the cases of the items on board, not only a shipment's one case.
ALTER POLICY driver_rows ON cases
  USING (lab_id = (SELECT app_lab_id()) AND id IN (SELECT case_id FROM case_items) AND deleted_at IS NULL)
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND id IN (SELECT case_id FROM case_items) AND deleted_at IS NULL);

-- The ids of the acting lab's practices whose name, code, town or postcode, or a dentist of theirs, contains `words` (case and
-- the space in a postcode ignored), at most `most`; archived ones only in a transaction that sees deleted rows.
CREATE FUNCTION search_practices(words text, most int DEFAULT 500) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH wanted AS (SELECT '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern)
  SELECT p.id FROM practices p
  WHERE p.lab_id = (SELECT app_lab_id()) AND (p.deleted_at IS NULL OR (SELECT app_includes_deleted()))
    AND p.id IN (
      SELECT id FROM practices, wanted WHERE name ILIKE pattern
      UNION SELECT id FROM practices, wanted WHERE lab_id = (SELECT app_lab_id())
        AND (code ILIKE pattern OR city ILIKE pattern OR address_line2 ILIKE pattern OR replace(postcode, ' ', '') ILIKE replace(pattern, ' ', ''))
      UNION SELECT pd.practice_id FROM dentist_profiles d JOIN practice_dentists pd ON pd.lab_id = d.lab_id AND pd.dentist_id = d.id, wanted
        WHERE d.lab_id = (SELECT app_lab_id()) AND d.full_name ILIKE pattern AND d.deleted_at IS NULL AND pd.deleted_at IS NULL)
  ORDER BY p.name, p.id LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION search_practices(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_practices(text, int) TO casepan_lab;
