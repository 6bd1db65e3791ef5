-- Reviews of people: private to the reviewer, the person and admins, in the database and not on the screen.

CREATE DOMAIN review_status AS text CHECK (VALUE IN ('draft', 'shared', 'acknowledged', 'closed'));

-- Reviews of several people over the same period.
CREATE TABLE review_cycles (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  name text NOT NULL CHECK (name <> ''),
  period_start date NOT NULL,
  period_end date NOT NULL CHECK (period_end >= period_start),
  due_on date NOT NULL,
  started_by_id uuid DEFAULT app_user_id(),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, started_by_id) REFERENCES memberships (lab_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX review_cycles_lab_id_started_by_id_idx ON review_cycles (lab_id, started_by_id);
SELECT secure_table('review_cycles');

ALTER TABLE performance_reviews DROP COLUMN goals,
  ADD cycle_id uuid,
  ADD status review_status NOT NULL DEFAULT 'draft',
  ADD due_on date,
  ADD person_comments text,
  ADD shared_at timestamptz(3),
  ADD acknowledged_at timestamptz(3),
  ADD closed_at timestamptz(3),
  ADD reminded_on date,
  ADD version integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT performance_reviews_shared CHECK ((status = 'draft') = (shared_at IS NULL)),
  ADD CONSTRAINT performance_reviews_acknowledged CHECK (status <> 'acknowledged' OR acknowledged_at IS NOT NULL),
  ADD CONSTRAINT performance_reviews_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
  ADD CONSTRAINT performance_reviews_rated CHECK (status = 'draft' OR rating IS NOT NULL),
  ADD FOREIGN KEY (lab_id, cycle_id) REFERENCES review_cycles (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX performance_reviews_lab_id_cycle_id_idx ON performance_reviews (lab_id, cycle_id);
CREATE TRIGGER bump_version BEFORE UPDATE ON performance_reviews FOR EACH ROW EXECUTE FUNCTION bump_version();

CREATE TABLE review_goals (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  review_id uuid NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  measure text,
  due_on date,
  progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  UNIQUE (lab_id, id),
  FOREIGN KEY (lab_id, review_id) REFERENCES performance_reviews (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX review_goals_lab_id_review_id_idx ON review_goals (lab_id, review_id);
SELECT secure_table('review_goals');

CREATE TABLE review_ratings (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  review_id uuid NOT NULL,
  criterion text NOT NULL CHECK (criterion <> ''),
  rating integer NOT NULL CHECK (rating BETWEEN 1 AND 5),
  note text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (lab_id, id),
  UNIQUE (lab_id, review_id, criterion),
  FOREIGN KEY (lab_id, review_id) REFERENCES performance_reviews (lab_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
SELECT secure_table('review_ratings');

-- Whether the acting person is an admin of the acting lab.
CREATE FUNCTION app_is_admin() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    WHERE m.lab_id = app_lab_id() AND m.user_id = app_user_id() AND m.status = 'active' AND m.deleted_at IS NULL AND r.kind = 'admin')
$$;
-- The acting person's own profile in the acting lab.
CREATE FUNCTION app_staff_profile() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM staff_profiles p WHERE p.lab_id = app_lab_id() AND p.user_id = app_user_id() AND p.deleted_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION app_is_admin(), app_staff_profile() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_is_admin(), app_staff_profile() TO casepan_lab;

-- Three kinds of people see a review, each by a policy: its reviewer, an admin (not of a draft of a review of themselves), and its person
-- once it is shared.
DROP POLICY lab_rows ON performance_reviews;
CREATE POLICY reviewer_rows ON performance_reviews TO casepan_lab
  USING (lab_id = (SELECT app_lab_id()) AND reviewer_id = (SELECT app_user_id()) AND (deleted_at IS NULL OR (SELECT app_includes_deleted())))
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND reviewer_id = (SELECT app_user_id()) AND (deleted_at IS NULL OR (SELECT app_includes_deleted())));
CREATE POLICY admin_rows ON performance_reviews TO casepan_lab
  USING (lab_id = (SELECT app_lab_id()) AND (SELECT app_is_admin()) AND (status <> 'draft' OR staff_profile_id IS DISTINCT FROM (SELECT app_staff_profile()))
    AND (deleted_at IS NULL OR (SELECT app_includes_deleted())))
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND (SELECT app_is_admin()) AND staff_profile_id IS DISTINCT FROM (SELECT app_staff_profile())
    AND (deleted_at IS NULL OR (SELECT app_includes_deleted())));
CREATE POLICY person_rows ON performance_reviews TO casepan_lab
  USING (lab_id = (SELECT app_lab_id()) AND staff_profile_id = (SELECT app_staff_profile()) AND status <> 'draft' AND deleted_at IS NULL)
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND staff_profile_id = (SELECT app_staff_profile()) AND status <> 'draft' AND deleted_at IS NULL);

-- What hangs on a review is seen with it.
DO $$
DECLARE target text; live text;
BEGIN
  FOREACH target IN ARRAY ARRAY['review_goals', 'review_ratings'] LOOP
    live := CASE target WHEN 'review_goals' THEN ' AND (deleted_at IS NULL OR (SELECT app_includes_deleted()))' ELSE '' END;
    EXECUTE format('DROP POLICY lab_rows ON %I', target);
    EXECUTE format('CREATE POLICY lab_rows ON %1$I TO casepan_lab USING (lab_id = (SELECT app_lab_id())%2$s AND EXISTS (SELECT FROM performance_reviews r
      WHERE r.lab_id = %1$I.lab_id AND r.id = %1$I.review_id)) WITH CHECK (lab_id = (SELECT app_lab_id())%2$s AND EXISTS (SELECT FROM performance_reviews r
      WHERE r.lab_id = %1$I.lab_id AND r.id = %1$I.review_id))', target, live);
  END LOOP;
END $$;

-- Nobody reviews themselves. A person changes nothing of their own review but their comments and that they have taken note; nobody changes
-- one that is closed.
CREATE FUNCTION guard_review() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM staff_profiles p WHERE p.lab_id = NEW.lab_id AND p.id = NEW.staff_profile_id AND p.user_id = NEW.reviewer_id) THEN
    RAISE EXCEPTION 'a person cannot review themselves' USING ERRCODE = '23514', CONSTRAINT = 'performance_reviews_of_another';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'closed' AND to_jsonb(NEW) - ARRAY['deleted_at', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['deleted_at', 'updated_at', 'version'] THEN
    RAISE EXCEPTION 'a closed review does not change' USING ERRCODE = '23514', CONSTRAINT = 'performance_reviews_fixed_once_closed';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.staff_profile_id = app_staff_profile() AND (
      to_jsonb(NEW) - ARRAY['person_comments', 'status', 'acknowledged_at', 'updated_at', 'version']
        <> to_jsonb(OLD) - ARRAY['person_comments', 'status', 'acknowledged_at', 'updated_at', 'version']
      OR NEW.status <> OLD.status AND (OLD.status, NEW.status) <> ('shared', 'acknowledged')) THEN
    RAISE EXCEPTION 'a person changes only what they say to their own review' USING ERRCODE = '23514', CONSTRAINT = 'performance_reviews_own_words';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_review BEFORE INSERT OR UPDATE ON performance_reviews FOR EACH ROW EXECUTE FUNCTION guard_review();

CREATE FUNCTION guard_review_part() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM performance_reviews r WHERE r.lab_id = NEW.lab_id AND r.id = NEW.review_id AND r.staff_profile_id = app_staff_profile()) THEN
    RAISE EXCEPTION 'a person changes only what they say to their own review' USING ERRCODE = '23514', CONSTRAINT = 'performance_reviews_own_words';
  END IF;
  IF EXISTS (SELECT FROM performance_reviews r WHERE r.lab_id = NEW.lab_id AND r.id = NEW.review_id AND r.status = 'closed') THEN
    RAISE EXCEPTION 'a closed review does not change' USING ERRCODE = '23514', CONSTRAINT = 'performance_reviews_fixed_once_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_part BEFORE INSERT OR UPDATE ON review_goals FOR EACH ROW EXECUTE FUNCTION guard_review_part();
CREATE TRIGGER guard_part BEFORE INSERT OR UPDATE ON review_ratings FOR EACH ROW EXECUTE FUNCTION guard_review_part();

-- A person's rating is that of the last review that was closed.
CREATE FUNCTION keep_rating() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE staff_profiles p SET rating = (
      SELECT r.rating FROM performance_reviews r WHERE r.lab_id = NEW.lab_id AND r.staff_profile_id = NEW.staff_profile_id AND r.status = 'closed' AND r.deleted_at IS NULL
      ORDER BY r.closed_at DESC, r.id DESC LIMIT 1)
    WHERE p.lab_id = NEW.lab_id AND p.id = NEW.staff_profile_id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_rating_on_close AFTER INSERT ON performance_reviews FOR EACH ROW WHEN (NEW.status = 'closed') EXECUTE FUNCTION keep_rating();
CREATE TRIGGER keep_rating AFTER UPDATE OF status, deleted_at ON performance_reviews FOR EACH ROW
  WHEN (NEW.status = 'closed' AND (OLD.status <> 'closed' OR NEW.deleted_at IS DISTINCT FROM OLD.deleted_at)) EXECUTE FUNCTION keep_rating();

-- The audit log is read by more people than a review is: of these tables it tells who did what to which row and when, and of their
-- columns only the ones that say nothing about the person.
CREATE FUNCTION audit_private_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  told CONSTANT text[] := ARRAY['id', 'lab_id', 'review_id', 'cycle_id', 'staff_profile_id', 'reviewer_id', 'status', 'period_start', 'period_end', 'due_on',
    'shared_at', 'acknowledged_at', 'closed_at', 'deleted_at'];
  old_row jsonb; new_row jsonb; subject jsonb; old_told jsonb; new_told jsonb; silent boolean := false;
BEGIN
  IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD) - ARRAY['updated_at', 'version', 'reminded_on']; END IF;
  IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW) - ARRAY['updated_at', 'version', 'reminded_on']; END IF;
  IF TG_OP = 'UPDATE' AND old_row = new_row THEN RETURN NULL; END IF;
  subject := coalesce(new_row, old_row);
  SELECT jsonb_object_agg(key, value) INTO old_told FROM jsonb_each(old_row)
    WHERE key = ANY (told) AND (TG_OP <> 'UPDATE' OR new_row -> key IS DISTINCT FROM value);
  SELECT jsonb_object_agg(key, value) INTO new_told FROM jsonb_each(new_row)
    WHERE key = ANY (told) AND (TG_OP <> 'UPDATE' OR old_row -> key IS DISTINCT FROM value);
  silent := TG_OP = 'UPDATE' AND EXISTS (SELECT FROM jsonb_each(new_row) WHERE NOT key = ANY (told) AND old_row -> key IS DISTINCT FROM value);
  IF silent THEN new_told := coalesce(new_told, '{}') || '{"content": "changed, not shown here"}'; END IF;
  INSERT INTO audit_log (lab_id, table_name, row_id, action, old_values, new_values, user_id, session_id, ip, user_agent, occurred_at)
  VALUES ((subject ->> 'lab_id')::uuid, TG_TABLE_NAME, (subject ->> 'id')::uuid, lower(TG_OP), coalesce(old_told, CASE WHEN TG_OP = 'UPDATE' THEN '{}'::jsonb END), new_told,
    app_user_id(), nullif(current_setting('app.session_id', true), '')::uuid, nullif(current_setting('app.ip', true), ''),
    nullif(current_setting('app.user_agent', true), ''), clock_timestamp());
  RETURN NULL;
END $$;
DO $$
DECLARE target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['performance_reviews', 'review_goals', 'review_ratings'] LOOP
    EXECUTE format('DROP TRIGGER audit ON %I', target);
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION audit_private_row()', target);
  END LOOP;
END $$;

-- The reviews that wait for somebody: a draft for its reviewer from a week before it is due, a shared one for its person after a week, one that
-- the person took note of for its reviewer. Each is answered once a week, to be reminded of. No word of their content.
CREATE FUNCTION reviews_to_remind(today date) RETURNS TABLE (id uuid, user_id uuid, status text, person text, due_on date, period_end date)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH waiting AS (
    SELECT r.id FROM performance_reviews r WHERE r.lab_id = (SELECT app_lab_id()) AND r.deleted_at IS NULL AND r.status <> 'closed'
      AND coalesce(r.reminded_on, '-infinity') <= today - 7
      AND (r.status = 'draft' AND r.due_on <= today + 7 OR r.status = 'shared' AND r.shared_at < now() - interval '7 days'
        OR r.status = 'acknowledged' AND r.acknowledged_at < now() - interval '7 days') FOR UPDATE SKIP LOCKED
  ), reminded AS (
    UPDATE performance_reviews r SET reminded_on = today FROM waiting w WHERE r.id = w.id RETURNING r.*
  )
  SELECT r.id, CASE r.status WHEN 'shared' THEN p.user_id ELSE r.reviewer_id END, r.status::text, u.name, r.due_on, r.period_end
  FROM reminded r JOIN staff_profiles p ON p.lab_id = r.lab_id AND p.id = r.staff_profile_id JOIN users u ON u.id = p.user_id
$$;
REVOKE EXECUTE ON FUNCTION reviews_to_remind(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reviews_to_remind(date) TO casepan_lab;
