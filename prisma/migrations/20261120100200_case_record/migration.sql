-- The case list: by ship-by day over all cases, and the open ones newest first (late, at a stage), which are few among all.
CREATE INDEX cases_lab_id_ship_by_id_idx ON cases (lab_id, ship_by, id);
CREATE INDEX cases_open_newest ON cases (lab_id, created_at, id) WHERE status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL;

-- The days of a case before a release moved them, so that the release can be taken back.
ALTER TABLE holds ADD COLUMN due_on_before date, ADD COLUMN ship_by_before date,
  ADD CHECK ((due_on_before IS NULL) = (ship_by_before IS NULL)), ADD CHECK (due_on_before IS NULL OR released_at IS NOT NULL);

-- The people who act for the acting practice, by name. A practice sees no one of the lab, but reads who of its own wrote a note.
CREATE FUNCTION practice_people() RETURNS TABLE (user_id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT u.id, u.name FROM practice_members m JOIN users u ON u.id = m.user_id
  WHERE m.lab_id = (SELECT app_lab_id()) AND m.practice_id = (SELECT app_practice_id())
$$;
REVOKE EXECUTE ON FUNCTION practice_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION practice_people() TO casepan_lab, casepan_portal;

-- Each way of finding a case stops at `most`, so that words which fit nearly everything cost no more than rare ones.
CREATE OR REPLACE FUNCTION search_cases(words text, most int DEFAULT 200) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT found.id FROM (
    (SELECT c.id, c.created_at FROM cases c
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
        AND ((SELECT app_practice_id()) IS NULL OR c.practice_id = (SELECT app_practice_id()))
        AND c.number ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%'
      ORDER BY c.created_at DESC, c.id DESC LIMIT most)
    UNION
    (SELECT c.id, c.created_at FROM cases c
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
        AND ((SELECT app_practice_id()) IS NULL OR c.practice_id = (SELECT app_practice_id()))
        AND c.patient_id IN (SELECT p.id FROM patients p WHERE p.lab_id = (SELECT app_lab_id())
          AND p.reference || ' ' || coalesce(p.full_name, '') ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%')
      ORDER BY c.created_at DESC, c.id DESC LIMIT most)
    UNION
    (SELECT c.id, c.created_at FROM cases c
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
        AND ((SELECT app_practice_id()) IS NULL OR c.practice_id = (SELECT app_practice_id()))
        AND c.practice_id IN (SELECT p.id FROM practices p WHERE p.lab_id = (SELECT app_lab_id())
          AND p.name ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%')
      ORDER BY c.created_at DESC, c.id DESC LIMIT most)
    UNION
    (SELECT c.id, c.created_at FROM cases c
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.deleted_at IS NULL
        AND ((SELECT app_practice_id()) IS NULL OR c.practice_id = (SELECT app_practice_id()))
        AND c.dentist_id IN (SELECT d.id FROM dentist_profiles d WHERE d.lab_id = (SELECT app_lab_id())
          AND d.full_name ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%')
      ORDER BY c.created_at DESC, c.id DESC LIMIT most)
  ) found ORDER BY found.created_at DESC, found.id DESC LIMIT most
$$;

-- What is at a stage now, few among all items ever made.
CREATE INDEX case_items_at_stage ON case_items (lab_id, stage, case_id) WHERE status IN ('in_production', 'finished') AND deleted_at IS NULL;
