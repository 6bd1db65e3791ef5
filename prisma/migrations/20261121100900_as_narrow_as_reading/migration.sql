-- Who is told of a message, and what a practice may write, is as narrow as what it may read.

-- Who in a conversation may read the message at a position and has not: nobody once it was removed. Of a practice those who act for it and
-- may write there, of the lab those whose role takes part in conversations.
CREATE OR REPLACE FUNCTION conversation_unread_by(conversation uuid, at_position bigint)
RETURNS TABLE (user_id uuid, is_lab boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.user_id, r.kind <> 'dentist'
  FROM conversations c
  JOIN messages n ON n.lab_id = c.lab_id AND n.conversation_id = c.id AND n.position = conversation_unread_by.at_position AND n.removed_at IS NULL
  JOIN conversation_participants p ON p.lab_id = c.lab_id AND p.conversation_id = c.id AND p.left_at IS NULL AND p.deleted_at IS NULL
  JOIN memberships m ON m.lab_id = p.lab_id AND m.user_id = p.user_id AND m.status = 'active' AND m.deleted_at IS NULL
  JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
  WHERE c.lab_id = app_lab_id() AND c.id = conversation_unread_by.conversation AND c.deleted_at IS NULL
    AND p.read_position < conversation_unread_by.at_position
    AND EXISTS (SELECT FROM role_permissions rp WHERE rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.permission_key = 'messages.use' AND rp.deleted_at IS NULL)
    AND (r.kind <> 'dentist' OR EXISTS (SELECT FROM practice_members pm WHERE pm.lab_id = c.lab_id AND pm.practice_id = c.practice_id
      AND pm.user_id = p.user_id AND pm.deleted_at IS NULL AND 'messages.use' = ANY(pm.rights)))
$$;

-- A notification opens a page of Casepan and nothing else.
ALTER TABLE notifications ADD CONSTRAINT notifications_href CHECK (href ~ '^/([^/\\]|$)');

-- A practice asks for a remake of items of its case; what comes of it is the lab's to write.
REVOKE INSERT ON remakes, remake_items FROM casepan_portal;
GRANT INSERT (original_id, words, asked_by_id) ON remakes TO casepan_portal;
GRANT INSERT (remake_id, item_id) ON remake_items TO casepan_portal;
CREATE POLICY portal_asks ON remakes AS RESTRICTIVE FOR INSERT TO casepan_portal
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND asked_by_id = (SELECT app_user_id()));
CREATE POLICY portal_asks ON remake_items AS RESTRICTIVE FOR INSERT TO casepan_portal
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND EXISTS (
  SELECT FROM remakes r JOIN case_items i ON i.lab_id = r.lab_id AND i.case_id = r.original_id
  WHERE r.lab_id = remake_items.lab_id AND r.id = remake_items.remake_id AND i.id = remake_items.item_id));

-- Of a file it puts away and brings back, and sends a draft's along with the case; where it is kept and who made it stay as they were.
REVOKE UPDATE ON case_files FROM casepan_portal;
GRANT UPDATE (case_id, draft_id, deleted_at) ON case_files TO casepan_portal;

-- What is sent along is the sender's, and a file of a case one that they see.
CREATE POLICY portal_uploads ON message_attachments AS RESTRICTIVE FOR INSERT TO casepan_portal
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND uploaded_by_id = (SELECT app_user_id()) AND (case_file_id IS NULL OR EXISTS (
    SELECT FROM case_files f WHERE f.lab_id = message_attachments.lab_id AND f.id = message_attachments.case_file_id)));

-- A shared view is for others to use; it stays its owner's.
REVOKE UPDATE ON saved_views, default_views FROM casepan_lab, casepan_portal;
GRANT UPDATE (name, query, is_shared, deleted_at) ON saved_views TO casepan_lab, casepan_portal;
GRANT UPDATE (view_id, deleted_at) ON default_views TO casepan_lab, casepan_portal;
