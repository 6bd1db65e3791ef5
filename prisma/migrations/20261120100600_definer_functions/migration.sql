-- A portal user who acts for no practice (it was archived, or they were taken off it) finds nothing: searching asks who acts, not
-- whether a practice was named.
CREATE OR REPLACE FUNCTION search_cases(words text, most int DEFAULT 200) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT found.id FROM (
    (SELECT c.id, c.created_at FROM cases c
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
        AND ((SELECT current_setting('role')) <> 'casepan_portal' OR c.practice_id = (SELECT app_practice_id()))
        AND c.number ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%'
      ORDER BY c.created_at DESC, c.id DESC LIMIT most)
    UNION
    (SELECT c.id, c.created_at FROM cases c
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
        AND ((SELECT current_setting('role')) <> 'casepan_portal' OR c.practice_id = (SELECT app_practice_id()))
        AND c.patient_id IN (SELECT p.id FROM patients p WHERE p.lab_id = (SELECT app_lab_id())
          AND p.reference || ' ' || coalesce(p.full_name, '') ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%')
      ORDER BY c.created_at DESC, c.id DESC LIMIT most)
    UNION
    (SELECT c.id, c.created_at FROM cases c
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
        AND ((SELECT current_setting('role')) <> 'casepan_portal' OR c.practice_id = (SELECT app_practice_id()))
        AND c.practice_id IN (SELECT p.id FROM practices p WHERE p.lab_id = (SELECT app_lab_id())
          AND p.name ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%')
      ORDER BY c.created_at DESC, c.id DESC LIMIT most)
    UNION
    (SELECT c.id, c.created_at FROM cases c
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
        AND ((SELECT current_setting('role')) <> 'casepan_portal' OR c.practice_id = (SELECT app_practice_id()))
        AND c.dentist_id IN (SELECT d.id FROM dentist_profiles d WHERE d.lab_id = (SELECT app_lab_id())
          AND d.full_name ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%')
      ORDER BY c.created_at DESC, c.id DESC LIMIT most)
  ) found ORDER BY found.created_at DESC, found.id DESC LIMIT most
$$;

CREATE OR REPLACE FUNCTION search_invoices(words text, most int DEFAULT 500) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH wanted AS (SELECT '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern)
  SELECT i.id FROM invoices i
  WHERE i.lab_id = (SELECT app_lab_id()) AND i.deleted_at IS NULL
    AND ((SELECT current_setting('role')) <> 'casepan_portal' OR (i.practice_id = (SELECT app_practice_id()) AND i.status <> 'draft' AND i.number IS NOT NULL))
    AND i.id IN (
      SELECT id FROM invoices, wanted WHERE number ILIKE pattern
      UNION SELECT k.id FROM practices p JOIN invoices k ON k.lab_id = p.lab_id AND k.practice_id = p.id, wanted
        WHERE p.lab_id = (SELECT app_lab_id()) AND p.name ILIKE pattern
      UNION SELECT l.invoice_id FROM cases c JOIN invoice_items l ON l.lab_id = c.lab_id AND l.case_id = c.id, wanted
        WHERE c.lab_id = (SELECT app_lab_id()) AND c.number ILIKE pattern AND l.deleted_at IS NULL)
  ORDER BY i.created_at DESC, i.id DESC LIMIT most
$$;

-- What runs with the owner's rights never meets a temporary object of its caller under the name of one of ours.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f);
  END LOOP;
END $$;

-- Marking invoices overdue is the job's, lab by lab (lib/billing/mark-overdue.ts).
DROP FUNCTION mark_overdue_invoices();
