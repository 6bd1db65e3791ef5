-- Searching text. ILIKE is not leak-proof, so under row-level security it would keep the trigram indexes from being used;
-- these functions run as the owner and filter by the acting lab, and practice, themselves.

CREATE INDEX cases_number_words ON cases USING gin (number gin_trgm_ops);
CREATE INDEX patients_words ON patients USING gin ((reference || ' ' || coalesce(full_name, '')) gin_trgm_ops);
CREATE INDEX practices_words ON practices USING gin (name gin_trgm_ops);
CREATE INDEX dentist_profiles_words ON dentist_profiles USING gin (full_name gin_trgm_ops);

-- The ids of the cases whose number, patient, practice or dentist contains `words` (of any length, case ignored), newest first,
-- at most `most`. A portal user finds those of the acting practice only.
CREATE FUNCTION search_cases(words text, most int DEFAULT 200) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH wanted AS (SELECT '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern)
  SELECT c.id FROM cases c
  WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
    AND ((SELECT app_practice_id()) IS NULL OR c.practice_id = (SELECT app_practice_id()))
    AND c.id IN (
      SELECT id FROM cases, wanted WHERE number ILIKE pattern
      UNION SELECT k.id FROM patients p JOIN cases k ON k.lab_id = p.lab_id AND k.patient_id = p.id, wanted
        WHERE p.lab_id = (SELECT app_lab_id()) AND (p.reference || ' ' || coalesce(p.full_name, '')) ILIKE pattern
      UNION SELECT k.id FROM practices p JOIN cases k ON k.lab_id = p.lab_id AND k.practice_id = p.id, wanted
        WHERE p.lab_id = (SELECT app_lab_id()) AND p.name ILIKE pattern
      UNION SELECT k.id FROM dentist_profiles d JOIN cases k ON k.lab_id = d.lab_id AND k.dentist_id = d.id, wanted
        WHERE d.lab_id = (SELECT app_lab_id()) AND d.full_name ILIKE pattern)
  ORDER BY c.created_at DESC, c.id DESC LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION search_cases(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_cases(text, int) TO casepan_lab, casepan_portal;
