-- A file of a case has versions, may be the lab's alone, and gets a small picture.
CREATE DOMAIN preview_state AS text CHECK (VALUE IN ('waiting', 'made', 'none'));

-- Rows of one `series` are the versions of one file, numbered by `revision`; the highest that is not deleted is the one shown.
-- `preview` is a picture that a job makes: none is made of what has no look or could not be read, nor after three tries.
ALTER TABLE case_files
  ADD COLUMN series uuid NOT NULL DEFAULT uuid_v7(),
  ADD COLUMN revision int NOT NULL DEFAULT 1,
  ADD COLUMN audience audience NOT NULL DEFAULT 'shared',
  ADD COLUMN from_practice boolean NOT NULL DEFAULT (app_practice_id() IS NOT NULL),
  ADD COLUMN preview preview_state NOT NULL DEFAULT 'waiting',
  ADD COLUMN preview_tries int NOT NULL DEFAULT 0,
  ADD COLUMN preview_store file_store,
  ADD COLUMN preview_key text,
  ADD CHECK (revision > 0),
  ADD CHECK (audience = 'shared' OR NOT from_practice),
  ADD CHECK ((preview = 'made') = (preview_key IS NOT NULL)),
  ADD CHECK ((preview_key IS NULL) = (preview_store IS NULL));
CREATE UNIQUE INDEX case_files_lab_id_series_revision_key ON case_files (lab_id, series, revision);

UPDATE case_files f SET from_practice = true
WHERE EXISTS (SELECT FROM practice_members m WHERE m.lab_id = f.lab_id AND m.practice_id = f.practice_id AND m.user_id = f.uploaded_by_id);

-- A practice sees what is shared with it, and never what the lab keeps to itself.
DROP POLICY portal_rows ON case_files;
CREATE POLICY portal_rows ON case_files TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND audience = 'shared'
    AND (deleted_at IS NULL OR (SELECT app_includes_deleted())))
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND audience = 'shared'
    AND (deleted_at IS NULL OR (SELECT app_includes_deleted())));

INSERT INTO outbox (lab_id, topic, payload)
SELECT lab_id, 'file_preview', jsonb_build_object('labId', lab_id, 'fileId', id) FROM case_files WHERE deleted_at IS NULL;
