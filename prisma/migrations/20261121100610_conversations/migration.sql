-- Conversations: who is in them, what was said in which order, and who sees them.
--
-- A conversation with a practice names it; one without is the lab's own and never seen in the portal. Of a case there is one shared
-- with its practice and one of the lab's own.

CREATE DOMAIN message_kind AS text CHECK (VALUE IN ('text', 'event'));

ALTER TABLE conversations
  ADD COLUMN created_by_id uuid NOT NULL,
  ADD COLUMN direct_key text,
  ADD COLUMN last_position bigint NOT NULL DEFAULT 0,
  ADD COLUMN last_message_at timestamptz(3),
  ADD CHECK ((type = 'case') = (case_id IS NOT NULL)),
  ADD CHECK ((type = 'direct') OR direct_key IS NULL),
  ADD CONSTRAINT conversations_lab_id_created_by_id_fkey FOREIGN KEY (lab_id, created_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX conversations_lab_id_created_by_id_idx ON conversations (lab_id, created_by_id);
CREATE UNIQUE INDEX conversations_of_case ON conversations (lab_id, case_id, (practice_id IS NULL)) WHERE case_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX conversations_direct ON conversations (lab_id, direct_key) WHERE direct_key IS NOT NULL AND deleted_at IS NULL;

ALTER TABLE conversation_participants
  ADD COLUMN read_position bigint NOT NULL DEFAULT 0,
  ADD COLUMN left_at timestamptz(3);

-- `position` counts a conversation's messages from 1 without a gap; it is given under the lock of the conversation's row, so that
-- messages become visible in their order and nobody who read up to one of them ever misses an earlier one.
ALTER TABLE messages
  ADD COLUMN position bigint NOT NULL,
  ADD COLUMN kind message_kind NOT NULL DEFAULT 'text',
  ADD COLUMN data jsonb,
  ADD COLUMN client_key uuid,
  ADD COLUMN mentions uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN edited_at timestamptz(3),
  ADD COLUMN removed_at timestamptz(3),
  ADD CHECK (length(body) <= 8000),
  ADD CHECK (removed_at IS NULL OR body = '');
CREATE UNIQUE INDEX messages_lab_id_conversation_id_position_key ON messages (lab_id, conversation_id, position);

-- What was sent along: a file of the conversation's case, or a file of the conversation itself. Without a message it waits to be sent.
CREATE TABLE message_attachments (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  conversation_id uuid NOT NULL,
  message_id uuid,
  case_file_id uuid,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  store file_store,
  store_key text,
  uploaded_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT message_attachments_pkey PRIMARY KEY (id),
  CHECK ((case_file_id IS NULL) = (store_key IS NOT NULL) AND (store IS NULL) = (store_key IS NULL)),
  CONSTRAINT message_attachments_lab_id_conversation_id_fkey FOREIGN KEY (lab_id, conversation_id) REFERENCES conversations (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT message_attachments_lab_id_message_id_fkey FOREIGN KEY (lab_id, message_id) REFERENCES messages (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT message_attachments_lab_id_case_file_id_fkey FOREIGN KEY (lab_id, case_file_id) REFERENCES case_files (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT message_attachments_lab_id_uploaded_by_id_fkey FOREIGN KEY (lab_id, uploaded_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX message_attachments_lab_id_id_key ON message_attachments (lab_id, id);
CREATE INDEX message_attachments_lab_id_conversation_id_idx ON message_attachments (lab_id, conversation_id);
CREATE INDEX message_attachments_lab_id_message_id_idx ON message_attachments (lab_id, message_id);
CREATE INDEX message_attachments_lab_id_case_file_id_idx ON message_attachments (lab_id, case_file_id);
CREATE INDEX message_attachments_lab_id_uploaded_by_id_idx ON message_attachments (lab_id, uploaded_by_id);
SELECT secure_table('message_attachments');

-- The conversations the acting person takes part in, and those they have just begun, in which nothing is said yet.
CREATE FUNCTION own_conversations() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT conversation_id FROM conversation_participants
  WHERE lab_id = app_lab_id() AND user_id = app_user_id() AND left_at IS NULL AND deleted_at IS NULL
  UNION ALL
  SELECT id FROM conversations WHERE lab_id = app_lab_id() AND created_by_id = app_user_id() AND last_position = 0 AND deleted_at IS NULL
$$;
REVOKE ALL ON FUNCTION own_conversations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_conversations() TO casepan_lab, casepan_portal;

-- The lab's people see what they take part in, and what is said about cases; a practice what names it and is about a case or has the
-- acting person in it.
DROP POLICY lab_rows ON conversations;
CREATE POLICY lab_rows ON conversations TO casepan_lab
  USING (lab_id = (SELECT app_lab_id()) AND (deleted_at IS NULL OR (SELECT app_includes_deleted()))
    AND (case_id IS NOT NULL OR id IN (SELECT own_conversations())))
  WITH CHECK (lab_id = (SELECT app_lab_id()));
CREATE POLICY portal_rows ON conversations TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND deleted_at IS NULL
    AND (case_id IS NOT NULL OR id IN (SELECT own_conversations())))
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND deleted_at IS NULL);
GRANT SELECT, INSERT, UPDATE (subject, last_position, last_message_at) ON conversations TO casepan_portal;

DO $$
DECLARE target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['conversation_participants', 'messages', 'message_attachments'] LOOP
    EXECUTE format('DROP POLICY lab_rows ON %I', target);
    EXECUTE format('CREATE POLICY lab_rows ON %I TO casepan_lab USING (lab_id = (SELECT app_lab_id()) AND EXISTS (SELECT FROM conversations c WHERE c.lab_id = %I.lab_id AND c.id = %I.conversation_id))', target, target, target);
    EXECUTE format('CREATE POLICY portal_rows ON %I FOR SELECT TO casepan_portal USING (lab_id = (SELECT app_lab_id()) AND EXISTS (SELECT FROM conversations c WHERE c.lab_id = %I.lab_id AND c.id = %I.conversation_id))', target, target, target);
    EXECUTE format('CREATE POLICY portal_adds ON %I FOR INSERT TO casepan_portal WITH CHECK (lab_id = (SELECT app_lab_id()) AND EXISTS (SELECT FROM conversations c WHERE c.lab_id = %I.lab_id AND c.id = %I.conversation_id))', target, target, target);
  END LOOP;
END $$;
CREATE POLICY portal_speaks ON messages AS RESTRICTIVE FOR INSERT TO casepan_portal
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND author_id = (SELECT app_user_id()));
CREATE POLICY portal_own ON conversation_participants FOR UPDATE TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND user_id = (SELECT app_user_id()));
CREATE POLICY portal_own ON messages FOR UPDATE TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND author_id = (SELECT app_user_id()));
CREATE POLICY portal_own ON message_attachments FOR UPDATE TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND uploaded_by_id = (SELECT app_user_id()));
GRANT SELECT, INSERT, UPDATE (read_position, last_read_at, left_at) ON conversation_participants TO casepan_portal;
GRANT SELECT, INSERT, UPDATE (body, mentions, edited_at, removed_at) ON messages TO casepan_portal;
GRANT SELECT, INSERT, UPDATE (message_id) ON message_attachments TO casepan_portal;

-- Nobody gets into a conversation who could not: of a practice only its own people, of the lab its own people but for drivers; and the
-- conversation about a case that names a practice names the case's.
CREATE FUNCTION check_participant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM conversations c
    JOIN memberships m ON m.lab_id = c.lab_id AND m.user_id = NEW.user_id AND m.deleted_at IS NULL
    JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    WHERE c.lab_id = NEW.lab_id AND c.id = NEW.conversation_id AND (r.kind NOT IN ('dentist', 'driver') OR EXISTS (
      SELECT FROM practice_members pm WHERE pm.lab_id = c.lab_id AND pm.practice_id = c.practice_id AND pm.user_id = NEW.user_id AND pm.deleted_at IS NULL)))
  THEN
    RAISE EXCEPTION 'This person cannot take part in this conversation' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_participant BEFORE INSERT ON conversation_participants FOR EACH ROW EXECUTE FUNCTION check_participant();

CREATE FUNCTION check_conversation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c WHERE c.lab_id = NEW.lab_id AND c.id = NEW.case_id AND c.practice_id = coalesce(NEW.practice_id, c.practice_id)) THEN
    RAISE EXCEPTION 'The case is not of this practice' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_conversation BEFORE INSERT OR UPDATE OF case_id, practice_id ON conversations
  FOR EACH ROW WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION check_conversation();

-- Who is or was in a conversation (whoever writes in one is), for whoever may see it: a practice knows the lab's people by name there alone.
CREATE FUNCTION conversation_people(conversations uuid[])
RETURNS TABLE (conversation_id uuid, user_id uuid, name text, is_lab boolean, is_in boolean, read_position bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, u.id, u.name, r.kind <> 'dentist', p.left_at IS NULL, p.read_position
  FROM conversations c
  JOIN conversation_participants p ON p.lab_id = c.lab_id AND p.conversation_id = c.id AND p.deleted_at IS NULL
  JOIN users u ON u.id = p.user_id
  JOIN memberships m ON m.lab_id = c.lab_id AND m.user_id = u.id
  JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
  WHERE c.lab_id = app_lab_id() AND c.id = ANY(conversation_people.conversations) AND c.deleted_at IS NULL
    AND (current_setting('role') <> 'casepan_portal' OR c.practice_id = app_practice_id())
    AND (c.case_id IS NOT NULL OR c.id IN (SELECT own_conversations()))
$$;
REVOKE ALL ON FUNCTION conversation_people(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conversation_people(uuid[]) TO casepan_lab, casepan_portal;

-- Whom the acting person may write to: for the lab its own people and, of a practice, its people; for a practice its own people and
-- those of the lab who look after practices.
CREATE FUNCTION conversation_contacts(of_practice uuid)
RETURNS TABLE (user_id uuid, name text, role text, is_lab boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.name, r.name, r.kind <> 'dentist'
  FROM memberships m
  JOIN users u ON u.id = m.user_id AND u.status = 'active' AND u.deleted_at IS NULL
  JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
  WHERE m.lab_id = app_lab_id() AND m.status = 'active' AND m.deleted_at IS NULL AND m.user_id <> app_user_id()
    AND EXISTS (SELECT FROM role_permissions rp WHERE rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.permission_key = 'messages.use' AND rp.deleted_at IS NULL)
    AND CASE
      WHEN r.kind = 'driver' THEN false
      WHEN r.kind = 'dentist' THEN EXISTS (SELECT FROM practice_members pm WHERE pm.lab_id = m.lab_id AND pm.user_id = m.user_id AND pm.deleted_at IS NULL
        AND pm.practice_id = conversation_contacts.of_practice AND (current_setting('role') <> 'casepan_portal' OR pm.practice_id = app_practice_id()))
      WHEN current_setting('role') <> 'casepan_portal' THEN true
      WHEN app_practice_id() IS NULL THEN false
      ELSE EXISTS (SELECT FROM role_permissions rp WHERE rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.permission_key = 'practices.view' AND rp.deleted_at IS NULL)
    END
$$;
REVOKE ALL ON FUNCTION conversation_contacts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conversation_contacts(uuid) TO casepan_lab, casepan_portal;

-- Reading and counting need no line in the audit; what was said, edited and removed, and who joined, left or renamed, do.
DROP TRIGGER audit ON conversations;
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF subject, practice_id, case_id, deleted_at ON conversations FOR EACH ROW EXECUTE FUNCTION audit_row();
DROP TRIGGER audit ON conversation_participants;
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF left_at, deleted_at ON conversation_participants FOR EACH ROW EXECUTE FUNCTION audit_row();
