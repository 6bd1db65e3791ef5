-- The dentist network: applications from the first letter to the decision, rights of each person of a practice, a dentist's own price
-- list at a practice, ratings of delivered work, and the lab's figures per dentist.

-- Applications ------------------------------------------------------------------------------------------------------

ALTER TABLE labs ADD COLUMN accepts_applications boolean NOT NULL DEFAULT true;

ALTER DOMAIN application_status DROP CONSTRAINT application_status_check;
ALTER DOMAIN application_status ADD CONSTRAINT application_status_check
  CHECK (VALUE IN ('submitted', 'unconfirmed', 'in_review', 'question', 'approved', 'rejected', 'withdrawn'));

-- `unconfirmed` until the applicant proves the address; only then does the lab see it.
ALTER TABLE dentist_applications
  ADD COLUMN licence_body text,
  ADD COLUMN practice_city text,
  ADD COLUMN practice_postcode text,
  ADD COLUMN practice_phone text,
  ADD COLUMN opening_hours jsonb,
  ADD COLUMN tax_id text,
  ADD COLUMN expected_cases int CHECK (expected_cases BETWEEN 0 AND 100000),
  ADD COLUMN confirmed_at timestamptz(3),
  ADD COLUMN licence_checked_at timestamptz(3),
  ADD COLUMN licence_checked_by_id uuid,
  ADD COLUMN licence_register text,
  ADD COLUMN licence_note text,
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD CHECK (status IN ('unconfirmed', 'withdrawn') OR confirmed_at IS NOT NULL),
  ADD CHECK ((licence_checked_at IS NULL) = (licence_checked_by_id IS NULL)),
  ADD CHECK ((licence_checked_at IS NULL) = (licence_register IS NULL)),
  ADD CHECK (status NOT IN ('approved', 'rejected') OR (reviewed_at IS NOT NULL AND reviewed_by_id IS NOT NULL)),
  ADD CHECK (status <> 'approved' OR (practice_id IS NOT NULL AND dentist_id IS NOT NULL AND licence_checked_at IS NOT NULL)),
  ADD CHECK (status <> 'rejected' OR decision_reason IS NOT NULL),
  ADD CONSTRAINT dentist_applications_lab_id_licence_checked_by_id_fkey FOREIGN KEY (lab_id, licence_checked_by_id)
    REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ALTER COLUMN status SET DEFAULT 'unconfirmed';
CREATE INDEX dentist_applications_lab_id_licence_checked_by_id_idx ON dentist_applications (lab_id, licence_checked_by_id);
CREATE INDEX dentist_applications_lab_id_licence_number_idx ON dentist_applications (lab_id, licence_number);
CREATE INDEX dentist_applications_lab_id_email_idx ON dentist_applications (lab_id, email);
-- One application of an address waits at a time; proving a second one leads to the first.
CREATE UNIQUE INDEX dentist_applications_waiting ON dentist_applications (lab_id, email)
  WHERE status IN ('submitted', 'in_review', 'question') AND deleted_at IS NULL;
CREATE TRIGGER bump_version BEFORE UPDATE ON dentist_applications FOR EACH ROW EXECUTE FUNCTION bump_version();

-- What an applicant's links open. `documents` adds documents right after sending; `letter` came by e-mail and opens the application.
CREATE DOMAIN application_link_purpose AS text CHECK (VALUE IN ('letter', 'documents'));
CREATE TABLE dentist_application_links (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  application_id uuid NOT NULL,
  purpose application_link_purpose NOT NULL,
  token_hash text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT dentist_application_links_pkey PRIMARY KEY (id),
  CONSTRAINT dentist_application_links_lab_id_application_id_fkey FOREIGN KEY (lab_id, application_id)
    REFERENCES dentist_applications (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE UNIQUE INDEX dentist_application_links_lab_id_id_key ON dentist_application_links (lab_id, id);
CREATE UNIQUE INDEX dentist_application_links_lab_id_token_hash_key ON dentist_application_links (lab_id, token_hash);
CREATE INDEX dentist_application_links_lab_id_application_id_idx ON dentist_application_links (lab_id, application_id);

CREATE TABLE dentist_application_files (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  application_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  sha256 text NOT NULL,
  store file_store NOT NULL,
  store_key text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT dentist_application_files_pkey PRIMARY KEY (id),
  CONSTRAINT dentist_application_files_lab_id_application_id_fkey FOREIGN KEY (lab_id, application_id)
    REFERENCES dentist_applications (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX dentist_application_files_lab_id_id_key ON dentist_application_files (lab_id, id);
CREATE INDEX dentist_application_files_lab_id_application_id_idx ON dentist_application_files (lab_id, application_id);

-- Questions of the lab (with an author) and the applicant's answers (without one).
CREATE TABLE dentist_application_messages (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  application_id uuid NOT NULL,
  author_id uuid,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT dentist_application_messages_pkey PRIMARY KEY (id),
  CONSTRAINT dentist_application_messages_lab_id_application_id_fkey FOREIGN KEY (lab_id, application_id)
    REFERENCES dentist_applications (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT dentist_application_messages_lab_id_author_id_fkey FOREIGN KEY (lab_id, author_id)
    REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX dentist_application_messages_lab_id_id_key ON dentist_application_messages (lab_id, id);
CREATE INDEX dentist_application_messages_lab_id_application_id_idx ON dentist_application_messages (lab_id, application_id);
CREATE INDEX dentist_application_messages_lab_id_author_id_idx ON dentist_application_messages (lab_id, author_id);

SELECT secure_table('dentist_application_links'), secure_table('dentist_application_files'), secure_table('dentist_application_messages', 'INSERT');

-- People of a practice ----------------------------------------------------------------------------------------------

-- What a person may do at this practice, of what their role allows. What is not a practice's to give (seeing cases and files, one's
-- own account) follows the role alone.
ALTER TABLE practice_members ADD COLUMN rights text[] NOT NULL
  DEFAULT '{portal.submit,portal.approve,portal.invoices,portal.people,messages.use}'
  CHECK (rights <@ ARRAY['portal.submit', 'portal.approve', 'portal.invoices', 'portal.people', 'messages.use']);

INSERT INTO roles (lab_id, key, name, kind, description, is_system)
SELECT id, 'practice_staff', 'Practice staff', 'dentist', 'Works at a practice: submits and follows cases with the rights given there', true
FROM labs ON CONFLICT (lab_id, key) DO NOTHING;
INSERT INTO role_permissions (lab_id, role_id, permission_key)
SELECT r.lab_id, r.id, k FROM roles r, unnest(ARRAY['portal.view', 'portal.submit', 'portal.approve', 'portal.invoices', 'portal.people',
  'messages.use', 'files.view', 'files.upload', 'account.manage']) k
WHERE r.key = 'practice_staff' AND r.is_system
  AND NOT EXISTS (SELECT FROM role_permissions p WHERE p.lab_id = r.lab_id AND p.role_id = r.id AND p.permission_key = k);

-- Terms of a dentist at a practice ----------------------------------------------------------------------------------

ALTER TABLE practice_dentists ADD COLUMN price_list_id uuid,
  ADD CONSTRAINT practice_dentists_lab_id_price_list_id_fkey FOREIGN KEY (lab_id, price_list_id)
    REFERENCES price_lists (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX practice_dentists_lab_id_price_list_id_idx ON practice_dentists (lab_id, price_list_id);

-- Ratings of delivered work -----------------------------------------------------------------------------------------

-- One row per case that a practice was asked about; the scores come with the answer (1 poor to 5 excellent).
CREATE TABLE case_ratings (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  case_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  dentist_id uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  dismissed_at timestamptz(3),
  rated_at timestamptz(3),
  rated_by_id uuid,
  overall smallint CHECK (overall BETWEEN 1 AND 5),
  fit smallint CHECK (fit BETWEEN 1 AND 5),
  contacts smallint CHECK (contacts BETWEEN 1 AND 5),
  shade smallint CHECK (shade BETWEEN 1 AND 5),
  timeliness smallint CHECK (timeliness BETWEEN 1 AND 5),
  words text CHECK (length(words) <= 2000),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT case_ratings_pkey PRIMARY KEY (id),
  CONSTRAINT case_ratings_lab_id_case_id_fkey FOREIGN KEY (lab_id, case_id) REFERENCES cases (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT case_ratings_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT case_ratings_lab_id_dentist_id_fkey FOREIGN KEY (lab_id, dentist_id) REFERENCES dentist_profiles (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT case_ratings_lab_id_rated_by_id_fkey FOREIGN KEY (lab_id, rated_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK ((overall IS NULL) = (rated_at IS NULL)),
  CHECK (overall IS NOT NULL OR num_nonnulls(fit, contacts, shade, timeliness, words) = 0)
);
CREATE UNIQUE INDEX case_ratings_lab_id_id_key ON case_ratings (lab_id, id);
CREATE UNIQUE INDEX case_ratings_lab_id_case_id_key ON case_ratings (lab_id, case_id);
CREATE INDEX case_ratings_lab_id_practice_id_asked_at_idx ON case_ratings (lab_id, practice_id, asked_at);
CREATE INDEX case_ratings_lab_id_dentist_id_rated_at_idx ON case_ratings (lab_id, dentist_id, rated_at);
CREATE INDEX case_ratings_lab_id_rated_by_id_idx ON case_ratings (lab_id, rated_by_id);
SELECT secure_table('case_ratings'),
  allow_rows('case_ratings', 'casepan_portal',
    'SELECT, UPDATE (dismissed_at, rated_at, rated_by_id, overall, fit, contacts, shade, timeliness, words)', 'practice_id = (SELECT app_practice_id())');
-- Cases that were delivered lately, to ask about them.
CREATE INDEX cases_delivered ON cases (lab_id, delivered_at) WHERE status = 'delivered' AND deleted_at IS NULL;

COMMENT ON COLUMN dentist_profiles.rating IS
  'How the practices of this dentist rated the lab''s work for them: the mean of the overall scores of case_ratings, 1 to 5. Kept by a trigger.';
CREATE FUNCTION derive_dentist_rating() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE dentist_profiles SET rating = (
    SELECT round(avg(r.overall), 2) FROM case_ratings r WHERE r.lab_id = NEW.lab_id AND r.dentist_id = NEW.dentist_id AND r.overall IS NOT NULL)
  WHERE lab_id = NEW.lab_id AND id = NEW.dentist_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION derive_dentist_rating() FROM PUBLIC;
CREATE TRIGGER derive_dentist_rating AFTER INSERT OR UPDATE OF overall ON case_ratings FOR EACH ROW EXECUTE FUNCTION derive_dentist_rating();
UPDATE dentist_profiles SET rating = NULL WHERE rating IS NOT NULL;

-- Figures per dentist -----------------------------------------------------------------------------------------------

-- Per month, dentist and practice. Everything about work belongs to the month of the lab's calendar in which the case was delivered, a
-- remake to the month of the case that was made again; money to the month in which its invoice was issued, in the lab's currency.
CREATE MATERIALIZED VIEW dentist_performance AS
WITH made AS (
  SELECT lab_id, case_id, sum(units) FILTER (WHERE status = 'delivered') AS delivered, sum(units) FILTER (WHERE status <> 'cancelled') AS ordered
  FROM case_items WHERE deleted_at IS NULL GROUP BY 1, 2
), again AS (
  SELECT r.lab_id, r.remake_of_id AS case_id, sum(m.ordered) AS units
  FROM cases r JOIN made m ON m.lab_id = r.lab_id AND m.case_id = r.id
  WHERE r.remake_of_id IS NOT NULL AND r.status <> 'cancelled' AND r.deleted_at IS NULL GROUP BY 1, 2
), held AS (
  SELECT lab_id, case_id, count(*) AS holds FROM holds GROUP BY 1, 2
), work AS (
  SELECT c.lab_id, date_trunc('month', c.delivered_at AT TIME ZONE l.time_zone)::date AS month, c.dentist_id, c.practice_id,
    1 AS cases, coalesce(m.delivered, 0) AS units, (a.case_id IS NOT NULL)::int AS remade_cases, coalesce(least(a.units, m.delivered), 0) AS remade_units,
    ((c.delivered_at AT TIME ZONE l.time_zone)::date <= c.due_on)::int AS on_time,
    (c.received_at IS NOT NULL)::int AS timed_cases, coalesce(extract(epoch FROM c.delivered_at - c.received_at) / 86400, 0) AS days,
    (h.case_id IS NOT NULL)::int AS held_cases, coalesce(h.holds, 0) AS holds,
    (g.overall IS NOT NULL)::int AS ratings, coalesce(g.overall, 0) AS rating_points, 0::numeric AS revenue
  FROM cases c JOIN labs l ON l.id = c.lab_id
  LEFT JOIN made m ON m.lab_id = c.lab_id AND m.case_id = c.id
  LEFT JOIN again a ON a.lab_id = c.lab_id AND a.case_id = c.id
  LEFT JOIN held h ON h.lab_id = c.lab_id AND h.case_id = c.id
  LEFT JOIN case_ratings g ON g.lab_id = c.lab_id AND g.case_id = c.id
  WHERE c.status = 'delivered' AND c.delivered_at IS NOT NULL AND c.deleted_at IS NULL
  UNION ALL
  SELECT i.lab_id, date_trunc('month', i.issued_on)::date, c.dentist_id, c.practice_id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, x.net
  FROM invoice_items x JOIN invoices i ON i.lab_id = x.lab_id AND i.id = x.invoice_id JOIN labs l ON l.id = i.lab_id AND l.currency = i.currency
  JOIN cases c ON c.lab_id = x.lab_id AND c.id = x.case_id
  WHERE i.status NOT IN ('draft', 'cancelled') AND i.deleted_at IS NULL AND x.deleted_at IS NULL
)
SELECT lab_id, month, dentist_id, practice_id, sum(cases)::int AS cases, sum(units)::int AS units, sum(remade_cases)::int AS remade_cases,
  sum(remade_units)::int AS remade_units, sum(on_time)::int AS on_time, sum(timed_cases)::int AS timed_cases, round(sum(days), 2) AS days,
  sum(held_cases)::int AS held_cases, sum(holds)::int AS holds, sum(ratings)::int AS ratings, sum(rating_points)::int AS rating_points,
  sum(revenue) AS revenue
FROM work GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX dentist_performance_key ON dentist_performance (lab_id, month, dentist_id, practice_id);
CREATE FUNCTION lab_dentist_performance() RETURNS SETOF dentist_performance LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM dentist_performance WHERE lab_id = (SELECT app_lab_id()) $$;
REVOKE EXECUTE ON FUNCTION lab_dentist_performance() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lab_dentist_performance() TO casepan_lab;
INSERT INTO report_refreshes (view_name, refreshed_at, took_ms) VALUES ('dentist_performance', now(), 0);
