-- What an implant crown needs besides tooth, material and shade.
ALTER TABLE case_items ADD COLUMN implant_system text, ADD COLUMN implant_platform text, ADD COLUMN implant_retention text,
  ADD CONSTRAINT case_items_implant_retention CHECK (implant_retention IN ('screw', 'cement')),
  ADD CONSTRAINT case_items_implant CHECK (procedure_type = 'implants'
    OR (implant_system IS NULL AND implant_platform IS NULL AND implant_retention IS NULL));

-- A practice may put its own drafts and their files away, and take them back.
DO $$
DECLARE
  target text;
  rows CONSTANT text := 'lab_id = (SELECT app_lab_id()) AND (practice_id = (SELECT app_practice_id())) AND (deleted_at IS NULL OR (SELECT app_includes_deleted()))';
BEGIN
  FOREACH target IN ARRAY ARRAY['case_drafts', 'case_files'] LOOP
    EXECUTE format('DROP POLICY portal_rows ON %I', target);
    EXECUTE format('CREATE POLICY portal_rows ON %I TO casepan_portal USING (%s) WITH CHECK (%s)', target, rows, rows);
  END LOOP;
END $$;
