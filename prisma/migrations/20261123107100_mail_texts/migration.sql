-- What a lab says in its letters, per kind of letter and language: every version is kept, the highest holds. One without words takes
-- the lab back to Casepan's own.
CREATE TABLE mail_texts (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z_]{1,40}$'),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  revision int NOT NULL CHECK (revision >= 1),
  -- Subject, heading, body, button and footnote; null for Casepan's own.
  words jsonb,
  written_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT mail_texts_pkey PRIMARY KEY (id),
  CONSTRAINT mail_texts_written_by_fkey FOREIGN KEY (lab_id, written_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX mail_texts_lab_id_id_key ON mail_texts (lab_id, id);
CREATE UNIQUE INDEX mail_texts_revision ON mail_texts (lab_id, kind, language, revision);
CREATE INDEX mail_texts_lab_id_written_by_id_idx ON mail_texts (lab_id, written_by_id);
SELECT secure_table('mail_texts', 'INSERT');
-- Invitations and applications are written with the rights of sign-in, which name the lab themselves.
CREATE POLICY auth_reads ON mail_texts FOR SELECT TO casepan_auth USING (true);
GRANT SELECT ON mail_texts TO casepan_auth;
