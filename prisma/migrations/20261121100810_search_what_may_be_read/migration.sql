-- Searching finds what may be read, and names to a practice nobody that the record does not name.

-- The notes that have every word, the newest first, from a note on. A practice finds those shared with it, and of their authors its own.
CREATE OR REPLACE FUNCTION search_notes(words text, most int, before_at timestamptz DEFAULT NULL, before_id uuid DEFAULT NULL)
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
  RETURN QUERY EXECUTE 'SELECT n.id, n.case_id, c.number, p.reference, n.body, ' || CASE WHEN portal THEN '(SELECT pp.name FROM practice_people() pp WHERE pp.user_id = n.author_id)' ELSE 'u.name' END || ', n.created_at FROM ('
    || search_newest(found, few) || $q$) n
    JOIN cases c ON c.lab_id = n.lab_id AND c.id = n.case_id
    JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    JOIN users u ON u.id = n.author_id ORDER BY n.created_at DESC, n.id DESC
  $q$ USING query, app_lab_id(), app_practice_id(), before_at, before_id, most;
END $$;

-- The messages that have every word, in conversations the acting person may read (see the policy of conversations), the newest first,
-- from a message on. What the machinery wrote, and what was taken back, is not found.
CREATE OR REPLACE FUNCTION search_messages(words text, most int, before_at timestamptz DEFAULT NULL, before_id uuid DEFAULT NULL)
RETURNS TABLE (id uuid, conversation_id uuid, case_id uuid, subject text, body text, author text, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  portal CONSTANT boolean := current_setting('role') = 'casepan_portal';
  query CONSTANT tsquery := search_query(words);
  found CONSTANT text := $q$FROM messages n WHERE n.lab_id = $2 AND n.deleted_at IS NULL AND n.removed_at IS NULL AND n.kind = 'text' AND search_words(n.body) @@ $1
    AND EXISTS (SELECT FROM conversations v WHERE v.lab_id = n.lab_id AND v.id = n.conversation_id AND v.deleted_at IS NULL
      AND (v.case_id IS NOT NULL OR v.id IN (SELECT own_conversations()))$q$
    || CASE WHEN portal THEN ' AND v.practice_id = $3)' ELSE ')' END;
  few boolean;
BEGIN
  IF query IS NULL THEN RETURN; END IF;
  EXECUTE 'SELECT count(*) <= 1000 FROM (SELECT ' || found || ' LIMIT 1001) n' INTO few USING query, app_lab_id(), app_practice_id();
  RETURN QUERY EXECUTE 'SELECT n.id, n.conversation_id, v.case_id, coalesce(v.subject, c.number), n.body, u.name, n.created_at FROM ('
    || search_newest(found, few) || $q$) n
    JOIN conversations v ON v.lab_id = n.lab_id AND v.id = n.conversation_id
    LEFT JOIN cases c ON c.lab_id = v.lab_id AND c.id = v.case_id
    JOIN users u ON u.id = n.author_id ORDER BY n.created_at DESC, n.id DESC
  $q$ USING query, app_lab_id(), app_practice_id(), before_at, before_id, most;
END $$;
