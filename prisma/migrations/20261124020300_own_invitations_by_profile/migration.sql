-- The lab may write to a dentist at the address of their profile, which need not be the one they sign in with: both are theirs.
CREATE OR REPLACE FUNCTION own_invitations() RETURNS TABLE (person_id uuid, title text, starts_at timestamptz, ends_at timestamptz, place text, organiser text, answer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, a.title, a.starts_at, a.ends_at, coalesce(r.name, a.location), o.name, p.answer::text
  FROM appointment_people p JOIN appointments a ON a.lab_id = p.lab_id AND a.id = p.appointment_id JOIN users o ON o.id = a.created_by_id
    LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
  WHERE p.lab_id = app_lab_id() AND p.ends_at > now() AND p.user_id IS NULL AND p.removed_at IS NULL AND a.status <> 'cancelled' AND a.deleted_at IS NULL
    AND lower(p.guest_email) IN (
      SELECT lower(u.email) FROM users u WHERE u.id = app_user_id()
      UNION SELECT lower(d.email) FROM dentist_profiles d WHERE d.lab_id = app_lab_id() AND d.user_id = app_user_id() AND d.email IS NOT NULL AND d.deleted_at IS NULL)
  ORDER BY a.starts_at, a.id LIMIT 20
$$;
