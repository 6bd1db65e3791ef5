-- Who in a conversation has not seen the message at a position yet: for the job that tells them of it.
CREATE FUNCTION conversation_unread_by(conversation uuid, at_position bigint)
RETURNS TABLE (user_id uuid, is_lab boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.user_id, r.kind <> 'dentist'
  FROM conversation_participants p
  JOIN memberships m ON m.lab_id = p.lab_id AND m.user_id = p.user_id
  JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
  WHERE p.lab_id = app_lab_id() AND p.conversation_id = conversation_unread_by.conversation AND p.left_at IS NULL AND p.deleted_at IS NULL
    AND p.read_position < conversation_unread_by.at_position
$$;
REVOKE ALL ON FUNCTION conversation_unread_by(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conversation_unread_by(uuid, bigint) TO casepan_lab;
