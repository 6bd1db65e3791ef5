-- What a person of a practice is invited to as a guest of the lab, by the address they sign in with; what is cancelled or over is not said.
CREATE INDEX appointment_people_guests ON appointment_people (lab_id, lower(guest_email), ends_at) WHERE guest_email IS NOT NULL;
CREATE FUNCTION own_invitations() RETURNS TABLE (person_id uuid, title text, starts_at timestamptz, ends_at timestamptz, place text, organiser text, answer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, a.title, a.starts_at, a.ends_at, coalesce(r.name, a.location), o.name, p.answer::text
  FROM users u JOIN appointment_people p ON p.lab_id = app_lab_id() AND lower(p.guest_email) = lower(u.email) AND p.ends_at > now()
    JOIN appointments a ON a.lab_id = p.lab_id AND a.id = p.appointment_id JOIN users o ON o.id = a.created_by_id
    LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
  WHERE u.id = app_user_id() AND p.user_id IS NULL AND p.removed_at IS NULL AND a.status <> 'cancelled' AND a.deleted_at IS NULL
  ORDER BY a.starts_at, a.id LIMIT 20
$$;
REVOKE EXECUTE ON FUNCTION own_invitations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_invitations() TO casepan_portal;
