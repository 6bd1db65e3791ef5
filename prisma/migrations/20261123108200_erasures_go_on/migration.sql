-- A later erasure of the same patient (when the law's time is over) redacts further values of entries that an earlier one redacted: it takes
-- them over, and says so, so that the digest of the earlier one is no longer held against them.
ALTER TABLE patient_erasures ADD COLUMN replaces uuid[] NOT NULL DEFAULT '{}';

CREATE FUNCTION take_over_redactions(erasure uuid, earlier uuid[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE touched int;
BEGIN
  UPDATE audit_log SET erasure_id = erasure WHERE lab_id = app_lab_id() AND erasure_id = ANY (earlier);
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched;
END $$;
REVOKE EXECUTE ON FUNCTION take_over_redactions(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_over_redactions(uuid, uuid[]) TO casepan_lab;

CREATE OR REPLACE FUNCTION audit_redactions(kept_from timestamptz DEFAULT '-infinity') RETURNS TABLE (lab_id uuid, erasure_id uuid, month text, entries int, holds boolean)
LANGUAGE sql STABLE AS $$
  WITH note AS (
    SELECT l.lab_id, l.row_id AS erasure_id, l.new_values FROM audit_log l WHERE l.table_name = 'patient_erasures' AND l.action = 'insert'
  ), said AS (
    SELECT n.lab_id, n.erasure_id, m.key AS month, (m.value ->> 'entries')::int AS entries, m.value ->> 'digest' AS digest
    FROM note n, jsonb_each(n.new_values -> 'redacted') m
    WHERE NOT EXISTS (SELECT FROM note later WHERE later.lab_id = n.lab_id AND later.new_values -> 'replaces' ? n.erasure_id::text)
  ), found AS (
    SELECT e.lab_id, e.erasure_id, m.key AS month, (m.value ->> 'entries')::int AS entries, m.value ->> 'digest' AS digest
    FROM (SELECT DISTINCT a.lab_id, a.erasure_id FROM audit_log a WHERE a.erasure_id IS NOT NULL) e, jsonb_each(redaction_digests(e.lab_id, e.erasure_id)) m
  )
  SELECT coalesce(f.lab_id, s.lab_id), coalesce(f.erasure_id, s.erasure_id), coalesce(f.month, s.month), coalesce(f.entries, 0),
    f.digest IS NOT DISTINCT FROM s.digest AND f.entries IS NOT DISTINCT FROM s.entries
  FROM found f FULL JOIN said s ON s.lab_id = f.lab_id AND s.erasure_id = f.erasure_id AND s.month = f.month
  WHERE to_date(coalesce(f.month, s.month), 'YYYY_MM') >= kept_from
  ORDER BY 1, 2, 3 $$;
