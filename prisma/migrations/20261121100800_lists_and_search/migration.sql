-- Lists and search.
--
-- Words are compared without accents and case. LIKE and @@ are not leak-proof, so under row-level security they cannot use an index;
-- what looks through many rows therefore runs as the owner and filters by lab, practice and participation itself.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, words))
$$;

-- The words of a text, each for itself: what stands around a stroke, a dot or a hyphen is a word too.
CREATE FUNCTION search_words(body text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple', translate(public.search_fold(body), '/\_.-@:#', '        '))
$$;

-- A text to look for as a query: every word of it begins a word of what is found; a single letter is a word of its own. NULL when it has no word.
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' || CASE WHEN length(lexeme) > 1 THEN ':*' ELSE '' END, ' & ')::tsquery
  FROM unnest(public.search_words(words))
$$;

-- A word as a LIKE pattern: anywhere when it has three letters or figures, otherwise at the beginning of a word.
CREATE FUNCTION search_pattern(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN length(regexp_replace(folded, '[^[:alnum:]]', '', 'g')) >= 3 THEN '%' ELSE '% ' END
    || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  FROM (SELECT public.search_fold(word)) AS w(folded)
$$;

-- What a patient is found by.
CREATE FUNCTION patient_words(reference text, full_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.search_fold(' ' || reference || ' ' || coalesce(full_name, ''))
$$;

DROP FUNCTION search_cases(text, int);
DROP INDEX patients_words, cases_number_words, dentist_profiles_words;
CREATE INDEX patients_words ON patients USING gin (lab_id, patient_words(reference, full_name) gin_trgm_ops);
CREATE INDEX cases_number_words ON cases USING gin (lab_id, number gin_trgm_ops);
CREATE INDEX case_notes_words ON case_notes USING gin (lab_id, search_words(body)) WHERE deleted_at IS NULL;
CREATE INDEX case_notes_newest ON case_notes (lab_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX messages_words ON messages USING gin (lab_id, search_words(body)) WHERE deleted_at IS NULL;
CREATE INDEX messages_newest ON messages (lab_id, created_at, id) WHERE deleted_at IS NULL;

-- The case list's filters, each with the order it is read in.
CREATE INDEX cases_open_due ON cases (lab_id, due_on, id) WHERE status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL;
CREATE INDEX cases_open_of_practice ON cases (lab_id, practice_id, due_on, id) WHERE status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL;
CREATE INDEX cases_of_dentist ON cases (lab_id, dentist_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX cases_urgent ON cases (lab_id, urgency, created_at, id) WHERE urgency <> 'standard' AND deleted_at IS NULL;
CREATE INDEX cases_remakes ON cases (lab_id, created_at, id) WHERE remake_of_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX case_items_of_procedure ON case_items (lab_id, procedure_type, case_id) WHERE deleted_at IS NULL;
CREATE INDEX case_items_of_material ON case_items (lab_id, material, case_id) WHERE material IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX workflow_stages_at_department ON workflow_stages (lab_id, department_id, case_id) WHERE status <> 'completed' AND deleted_at IS NULL;

-- Whom and what one word means to the case list: patients, practices and dentists of that name, cases of that number or in that pan. A
-- short figure is a whole number: 7 is C-2026-000007. At most `most` patients and cases; `patients_cut` and `cases_cut` say that there
-- are more, and the list compares the words itself.
CREATE FUNCTION search_subjects(word text, most int)
RETURNS TABLE (pattern text, patients uuid[], patients_cut boolean, practices uuid[], dentists uuid[], cases uuid[], cases_cut boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own_lab CONSTANT uuid := app_lab_id();
  portal CONSTANT boolean := current_setting('role') = 'casepan_portal';
  own_practice CONSTANT uuid := app_practice_id();
  folded CONSTANT text := search_pattern(word);
  number_is text := 'false';
BEGIN
  IF folded NOT LIKE '\% %' THEN
    number_is := 'number ILIKE $1';
  ELSIF word ~ '^[0-9]{1,2}$' THEN
    number_is := $n$number = ANY (ARRAY(SELECT 'C-' || year || '-' || lpad($6, 6, '0') FROM generate_series(extract(year FROM now())::int - 20, extract(year FROM now())::int) year))$n$;
  END IF;
  RETURN QUERY EXECUTE $q$
    SELECT $1, p.ids[:$5], cardinality(p.ids) > $5, r.ids, d.ids, c.ids[:$5] || k.ids, cardinality(c.ids) > $5
    FROM (SELECT ARRAY(SELECT id FROM patients WHERE lab_id = $2 AND patient_words(reference, full_name) LIKE $1
        AND (NOT $3 OR practice_id = $4) LIMIT $5 + 1) AS ids) p,
      (SELECT ARRAY(SELECT id FROM practices WHERE lab_id = $2 AND search_fold(' ' || name) LIKE $1 AND (NOT $3 OR id = $4)) AS ids) r,
      (SELECT ARRAY(SELECT id FROM dentist_profiles WHERE lab_id = $2 AND search_fold(' ' || full_name) LIKE $1) AS ids) d,
      (SELECT ARRAY(SELECT id FROM cases WHERE lab_id = $2 AND (NOT $3 OR practice_id = $4) AND $q$ || number_is || $q$ LIMIT $5 + 1) AS ids) c,
      (SELECT ARRAY(SELECT c.id FROM pans n JOIN cases c ON c.lab_id = n.lab_id AND c.pan_id = n.id
        WHERE NOT $3 AND n.lab_id = $2 AND upper(n.code) = upper($6) LIMIT 100) AS ids) k
  $q$ USING folded, own_lab, portal, own_practice, most, word;
END $$;

-- The patients whose reference or name has every word, the newest first, from `before_id` on.
CREATE FUNCTION search_patients(words text[], most int, before_id uuid DEFAULT NULL)
RETURNS TABLE (id uuid, reference text, full_name text, practice text, cases bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE conditions text := '';
BEGIN
  IF cardinality(words) = 0 THEN RETURN; END IF;
  FOR n IN 1 .. cardinality(words) LOOP
    conditions := conditions || format(' AND patient_words(p.reference, p.full_name) LIKE search_pattern($1[%s])', n);
  END LOOP;
  RETURN QUERY EXECUTE $q$
    SELECT p.id, p.reference, p.full_name, r.name, (SELECT count(*) FROM cases c WHERE c.lab_id = p.lab_id AND c.patient_id = p.id AND c.deleted_at IS NULL)
    FROM (SELECT * FROM patients p WHERE p.lab_id = $2 AND p.deleted_at IS NULL AND (NOT $3 OR p.practice_id = $4) AND ($5 IS NULL OR p.id < $5)
      $q$ || conditions || $q$ ORDER BY p.id DESC LIMIT $6) p
    JOIN practices r ON r.lab_id = p.lab_id AND r.id = p.practice_id ORDER BY p.id DESC
  $q$ USING words, app_lab_id(), current_setting('role') = 'casepan_portal', app_practice_id(), before_id, most;
END $$;

-- The statement that reads the newest of what was found; `found` is FROM and WHERE of the alias n. Few matches are found by their words
-- and then put in order (OFFSET 0 keeps the planner to that); of many, the newest rows are read until there are enough.
CREATE FUNCTION search_newest(found text, few boolean) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'SELECT * FROM (SELECT n.* ' || found || ' AND ($4 IS NULL OR (n.created_at <= $4 AND (n.created_at < $4 OR n.id < $5))) ' || CASE WHEN few THEN 'OFFSET 0' ELSE '' END || ') n ORDER BY n.created_at DESC, n.id DESC LIMIT $6'
$$;

-- The notes that have every word, the newest first, from a note on. A practice finds those shared with it.
CREATE FUNCTION search_notes(words text, most int, before_at timestamptz DEFAULT NULL, before_id uuid DEFAULT NULL)
RETURNS TABLE (id uuid, case_id uuid, number text, patient text, body text, author text, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  portal CONSTANT boolean := current_setting('role') = 'casepan_portal';
  query CONSTANT tsquery := search_query(words);
  found CONSTANT text := $q$FROM case_notes n WHERE n.lab_id = $2 AND n.deleted_at IS NULL AND search_words(n.body) @@ $1
    AND EXISTS (SELECT FROM cases k WHERE k.lab_id = n.lab_id AND k.id = n.case_id AND k.deleted_at IS NULL$q$
    || CASE WHEN portal THEN $q$ AND k.practice_id = $3) AND n.audience = 'shared'$q$ ELSE ')' END;
  few boolean;
BEGIN
  IF query IS NULL THEN RETURN; END IF;
  EXECUTE 'SELECT count(*) <= 1000 FROM (SELECT ' || found || ' LIMIT 1001) n' INTO few USING query, app_lab_id(), app_practice_id();
  RETURN QUERY EXECUTE 'SELECT n.id, n.case_id, c.number, p.reference, n.body, u.name, n.created_at FROM ('
    || search_newest(found, few) || $q$) n
    JOIN cases c ON c.lab_id = n.lab_id AND c.id = n.case_id
    JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    JOIN users u ON u.id = n.author_id ORDER BY n.created_at DESC, n.id DESC
  $q$ USING query, app_lab_id(), app_practice_id(), before_at, before_id, most;
END $$;

-- The messages that have every word, in conversations the acting person takes part in, the newest first, from a message on.
CREATE FUNCTION search_messages(words text, most int, before_at timestamptz DEFAULT NULL, before_id uuid DEFAULT NULL)
RETURNS TABLE (id uuid, conversation_id uuid, case_id uuid, subject text, body text, author text, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  portal CONSTANT boolean := current_setting('role') = 'casepan_portal';
  query CONSTANT tsquery := search_query(words);
  found CONSTANT text := $q$FROM messages n WHERE n.lab_id = $2 AND n.deleted_at IS NULL AND search_words(n.body) @@ $1
    AND EXISTS (SELECT FROM conversation_participants t JOIN conversations v ON v.lab_id = t.lab_id AND v.id = t.conversation_id
      WHERE t.lab_id = n.lab_id AND t.conversation_id = n.conversation_id AND t.user_id = $7 AND t.deleted_at IS NULL AND v.deleted_at IS NULL$q$
    || CASE WHEN portal THEN ' AND v.practice_id = $3)' ELSE ')' END;
  few boolean;
BEGIN
  IF query IS NULL THEN RETURN; END IF;
  EXECUTE 'SELECT count(*) <= 1000 FROM (SELECT ' || replace(found, '$7', '$4') || ' LIMIT 1001) n' INTO few
    USING query, app_lab_id(), app_practice_id(), app_user_id();
  RETURN QUERY EXECUTE 'SELECT n.id, n.conversation_id, v.case_id, coalesce(v.subject, c.number), n.body, u.name, n.created_at FROM ('
    || search_newest(found, few) || $q$) n
    JOIN conversations v ON v.lab_id = n.lab_id AND v.id = n.conversation_id
    LEFT JOIN cases c ON c.lab_id = v.lab_id AND c.id = v.case_id
    JOIN users u ON u.id = n.author_id ORDER BY n.created_at DESC, n.id DESC
  $q$ USING query, app_lab_id(), app_practice_id(), before_at, before_id, most, app_user_id();
END $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['search_subjects(text, int)', 'search_patients(text[], int, uuid)', 'search_notes(text, int, timestamptz, uuid)',
    'search_messages(text, int, timestamptz, uuid)']::regprocedure[] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO casepan_lab, casepan_portal', f);
  END LOOP;
END $$;

-- Saved views -------------------------------------------------------------------------------------------------------

CREATE DOMAIN saved_list AS text CHECK (VALUE IN ('cases'));

-- What a list was narrowed to, by name: one person's, or shared with those who see the same list (the lab's people, or those of the practice).
CREATE TABLE saved_views (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  owner_id uuid NOT NULL,
  practice_id uuid,
  list saved_list NOT NULL DEFAULT 'cases',
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  query text NOT NULL CHECK (length(query) <= 2000),
  is_shared boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, owner_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX saved_views_lab_id_owner_id_idx ON saved_views (lab_id, owner_id);
CREATE INDEX saved_views_lab_id_practice_id_idx ON saved_views (lab_id, practice_id);
CREATE UNIQUE INDEX saved_views_name ON saved_views (lab_id, owner_id, list, coalesce(practice_id, owner_id), lower(name)) WHERE deleted_at IS NULL;

-- The view that a person's list opens with.
CREATE TABLE default_views (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  user_id uuid NOT NULL,
  practice_id uuid,
  list saved_list NOT NULL DEFAULT 'cases',
  view_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, user_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  FOREIGN KEY (lab_id, view_id) REFERENCES saved_views (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX default_views_lab_id_user_id_idx ON default_views (lab_id, user_id);
CREATE INDEX default_views_lab_id_practice_id_idx ON default_views (lab_id, practice_id);
CREATE INDEX default_views_lab_id_view_id_idx ON default_views (lab_id, view_id);
CREATE UNIQUE INDEX default_views_one ON default_views (lab_id, user_id, list, coalesce(practice_id, user_id)) WHERE deleted_at IS NULL;

SELECT secure_table('saved_views'), secure_table('default_views');

-- A view is its owner's, and others' to use when shared; a default is one's own. The lab's people and each practice have views apart.
DO $$
DECLARE
  own_rows CONSTANT text := 'lab_id = (SELECT app_lab_id()) AND (deleted_at IS NULL OR (SELECT app_includes_deleted()))';
  lab_list CONSTANT text := ' AND practice_id IS NULL';
  portal_list CONSTANT text := ' AND practice_id = (SELECT app_practice_id())';
  audience text; reach text;
BEGIN
  DROP POLICY lab_rows ON saved_views;
  DROP POLICY lab_rows ON default_views;
  FOREACH audience IN ARRAY ARRAY['lab', 'portal'] LOOP
    reach := own_rows || CASE audience WHEN 'lab' THEN lab_list ELSE portal_list END;
    EXECUTE format('CREATE POLICY %I ON saved_views TO %I USING (%s AND (is_shared OR owner_id = (SELECT app_user_id()))) WITH CHECK (%s AND owner_id = (SELECT app_user_id()))',
      audience || '_rows', 'casepan_' || audience, reach, reach);
    EXECUTE format('CREATE POLICY %I ON default_views TO %I USING (%s AND user_id = (SELECT app_user_id())) WITH CHECK (%s AND user_id = (SELECT app_user_id()))',
      audience || '_rows', 'casepan_' || audience, reach, reach);
  END LOOP;
  GRANT SELECT, INSERT, UPDATE ON saved_views, default_views TO casepan_portal;
END $$;
