-- Who may see and write which rows.
--
-- The web app signs in as casepan_app, which owns nothing and takes, for one transaction, the role of its audience:
-- casepan_auth (sign-in), casepan_lab (the lab's own people), casepan_portal (a practice) or casepan_driver.
-- Each table has one policy per role, and none has an OR for administrators: such a policy keeps indexes from being used.
-- Row-level security is forced, so the owner needs a policy too; it is written out as owner_all.

-- Row changes -----------------------------------------------------------------------------------------------------

CREATE FUNCTION update_updated_at_column() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END $$;

CREATE FUNCTION bump_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

-- A month's partition of the audit log, for this month and so many after it. Answers how many it made.
CREATE FUNCTION ensure_audit_partitions(months_ahead int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE month date; name text; made int := 0;
BEGIN
  FOR month IN SELECT generate_series(date_trunc('month', now()), date_trunc('month', now()) + make_interval(months => months_ahead), '1 month')::date LOOP
    name := 'audit_log_' || to_char(month, 'YYYY_MM');
    IF to_regclass(name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF audit_log FOR VALUES FROM (%L) TO (%L)', name, month::timestamptz, (month + interval '1 month')::timestamptz);
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
      EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
      made := made + 1;
    END IF;
  END LOOP;
  RETURN made;
END $$;
CREATE TABLE audit_log_default PARTITION OF audit_log DEFAULT;
ALTER TABLE audit_log_default ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON audit_log_default TO CURRENT_USER USING (true) WITH CHECK (true);
SELECT ensure_audit_partitions(3);

-- Secrets never reach the audit log; neither do bulky or fleeting values.
CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  unaudited CONSTANT text[] := ARRAY['updated_at', 'version', 'password_hash', 'token_hash', 'payload', 'response', 'signature'];
  old_row jsonb; new_row jsonb; old_diff jsonb; new_diff jsonb; subject jsonb;
BEGIN
  IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD) - unaudited; END IF;
  IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW) - unaudited; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, n.value) INTO old_diff, new_diff
      FROM jsonb_each(old_row) o JOIN jsonb_each(new_row) n USING (key) WHERE o.value IS DISTINCT FROM n.value;
    IF new_diff IS NULL THEN RETURN NULL; END IF;
  ELSE
    old_diff := old_row; new_diff := new_row;
  END IF;
  subject := coalesce(new_row, old_row);
  INSERT INTO audit_log (lab_id, table_name, row_id, action, old_values, new_values, user_id, session_id, ip, user_agent, occurred_at)
  VALUES (coalesce(subject ->> 'lab_id', subject ->> 'id')::uuid, TG_TABLE_NAME, (subject ->> 'id')::uuid, lower(TG_OP), old_diff, new_diff,
    app_user_id(), nullif(current_setting('app.session_id', true), '')::uuid, nullif(current_setting('app.ip', true), ''),
    nullif(current_setting('app.user_agent', true), ''), clock_timestamp());
  RETURN NULL;
END $$;

-- Makes a table a tenant's: lab key, row-level security for the owner and the lab's people, triggers, grants.
-- `writes` is what casepan_lab may do besides reading: 'INSERT, UPDATE' or, for what is only ever appended to, 'INSERT'.
CREATE FUNCTION secure_table(target regclass, writes text DEFAULT 'INSERT, UPDATE') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  has_deleted boolean; has_updated boolean; has_version boolean;
  own_rows CONSTANT text := 'lab_id = (SELECT app_lab_id())';
  live_rows text := own_rows;
BEGIN
  SELECT bool_or(attname = 'deleted_at'), bool_or(attname = 'updated_at'), bool_or(attname = 'version')
    INTO has_deleted, has_updated, has_version FROM pg_attribute WHERE attrelid = target AND attnum > 0 AND NOT attisdropped;
  IF has_deleted THEN live_rows := own_rows || ' AND (deleted_at IS NULL OR (SELECT app_includes_deleted()))'; END IF;
  EXECUTE format('ALTER TABLE %s ADD FOREIGN KEY (lab_id) REFERENCES labs (id) ON DELETE RESTRICT', target);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY owner_all ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', target);
  EXECUTE format('CREATE POLICY lab_rows ON %s TO casepan_lab USING (%s) WITH CHECK (%s)', target, live_rows, live_rows);
  EXECUTE format('GRANT SELECT, %s ON %s TO casepan_lab', writes, target);
  IF has_updated THEN
    EXECUTE format('CREATE TRIGGER set_updated_at BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION update_updated_at_column()', target);
  END IF;
  IF has_version THEN
    EXECUTE format('CREATE TRIGGER bump_version BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION bump_version()', target);
  END IF;
  EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION audit_row()', target);
END $$;

-- Lets a narrower audience at the rows of a tenant table that meet `rows`, always within its lab and never at deleted ones.
CREATE FUNCTION allow_rows(target regclass, audience name, verbs text, rows text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE condition text := 'lab_id = (SELECT app_lab_id()) AND (' || rows || ')';
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = target AND attname = 'deleted_at' AND NOT attisdropped) THEN
    condition := condition || ' AND deleted_at IS NULL';
  END IF;
  EXECUTE format('CREATE POLICY %I ON %s TO %I USING (%s) WITH CHECK (%s)', substr(audience, 9) || '_rows', target, audience, condition, condition);
  EXECUTE format('GRANT %s ON %s TO %I', verbs, target, audience);
END $$;

DO $$
DECLARE target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['case_events', 'payments', 'inventory_transactions', 'stage_checks'] LOOP
    PERFORM secure_table(target::regclass, 'INSERT');
  END LOOP;
  FOREACH target IN ARRAY ARRAY['roles', 'role_permissions', 'memberships', 'settings', 'lab_closing_days', 'departments', 'department_equipment',
    'reasons', 'lab_counters', 'practices', 'dentist_profiles', 'practice_dentists', 'practice_members', 'dentist_applications', 'patients',
    'pans', 'cases', 'case_drafts', 'case_items', 'case_item_teeth', 'case_files', 'case_notes', 'holds', 'workflow_templates',
    'workflow_template_stages', 'workflow_stages', 'stage_time_entries', 'checklist_items', 'tax_rates', 'price_lists', 'price_list_items',
    'invoices', 'invoice_items', 'suppliers', 'inventory_items', 'lots', 'staff_profiles', 'staff_schedules', 'performance_reviews',
    'conversations', 'conversation_participants', 'messages', 'notifications', 'appointments', 'delivery_routes', 'route_stops', 'shipments',
    'shipment_items', 'idempotency_keys'] LOOP
    PERFORM secure_table(target::regclass);
  END LOOP;
END $$;

-- Tables that are not one lab's ------------------------------------------------------------------------------------

DO $$
DECLARE target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['users', 'sessions', 'password_reset_tokens', 'email_verification_tokens', 'permissions', 'labs', 'audit_log',
    'outbox', 'mail_messages', 'worker_heartbeats', 'report_refreshes', 'rate_limits'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', target);
  END LOOP;
  FOREACH target IN ARRAY ARRAY['users', 'sessions', 'password_reset_tokens', 'email_verification_tokens', 'labs', 'mail_messages'] LOOP
    EXECUTE format('CREATE TRIGGER set_updated_at BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION update_updated_at_column()', target);
  END LOOP;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON labs FOR EACH ROW EXECUTE FUNCTION audit_row();

CREATE POLICY own_lab ON labs TO casepan_lab, casepan_portal, casepan_driver USING (id = (SELECT app_lab_id())) WITH CHECK (id = (SELECT app_lab_id()));
GRANT SELECT ON labs TO casepan_portal, casepan_driver;
GRANT SELECT, UPDATE ON labs TO casepan_lab;

CREATE POLICY colleagues ON users FOR SELECT TO casepan_lab USING (id IN (SELECT user_id FROM memberships));
CREATE POLICY self ON users FOR SELECT TO casepan_portal, casepan_driver USING (id = (SELECT app_user_id()));
GRANT SELECT (id, email, name, phone, status, last_sign_in_at, locale, tooth_notation, created_at, deleted_at) ON users
  TO casepan_lab, casepan_portal, casepan_driver;

CREATE POLICY any_signed_in ON permissions FOR SELECT TO casepan_lab USING (true);
GRANT SELECT ON permissions TO casepan_lab;

CREATE POLICY lab_rows ON audit_log FOR SELECT TO casepan_lab USING (lab_id = (SELECT app_lab_id()));
GRANT SELECT ON audit_log TO casepan_lab;

CREATE POLICY lab_writes ON outbox FOR INSERT TO casepan_lab, casepan_portal, casepan_driver WITH CHECK (lab_id = (SELECT app_lab_id()));
CREATE POLICY auth_writes ON outbox FOR INSERT TO casepan_auth WITH CHECK (true);
GRANT INSERT ON outbox TO casepan_lab, casepan_portal, casepan_driver, casepan_auth;

CREATE POLICY lab_rows ON mail_messages TO casepan_lab USING (lab_id = (SELECT app_lab_id())) WITH CHECK (lab_id = (SELECT app_lab_id()));
CREATE POLICY auth_rows ON mail_messages FOR INSERT TO casepan_auth WITH CHECK (true);
GRANT SELECT, INSERT ON mail_messages TO casepan_lab;
GRANT INSERT ON mail_messages TO casepan_auth;

CREATE POLICY anyone ON report_refreshes FOR SELECT TO casepan_lab USING (true);
GRANT SELECT ON report_refreshes TO casepan_lab;

-- Sign-in: the one audience that works before a lab is known -------------------------------------------------------

DO $$
DECLARE target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['users', 'sessions', 'password_reset_tokens', 'email_verification_tokens', 'rate_limits', 'memberships',
    'practice_members'] LOOP
    EXECUTE format('CREATE POLICY auth_all ON %I TO casepan_auth USING (true) WITH CHECK (true)', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO casepan_auth', target);
  END LOOP;
  FOREACH target IN ARRAY ARRAY['labs', 'roles', 'role_permissions', 'permissions', 'practices'] LOOP
    EXECUTE format('CREATE POLICY auth_reads ON %I FOR SELECT TO casepan_auth USING (true)', target);
    EXECUTE format('GRANT SELECT ON %I TO casepan_auth', target);
  END LOOP;
END $$;
GRANT DELETE ON rate_limits TO casepan_auth;

-- A practice in the portal ------------------------------------------------------------------------------------------

SELECT allow_rows('practices', 'casepan_portal', 'SELECT', 'id = (SELECT app_practice_id())'),
  allow_rows('practice_dentists', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('practice_members', 'casepan_portal', 'SELECT', 'user_id = (SELECT app_user_id())'),
  allow_rows('memberships', 'casepan_portal', 'SELECT', 'user_id = (SELECT app_user_id())'),
  allow_rows('dentist_profiles', 'casepan_portal', 'SELECT', 'id IN (SELECT dentist_id FROM practice_dentists)'),
  allow_rows('patients', 'casepan_portal', 'SELECT, INSERT, UPDATE', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('cases', 'casepan_portal', 'SELECT, INSERT', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('case_drafts', 'casepan_portal', 'SELECT, INSERT, UPDATE', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('case_files', 'casepan_portal', 'SELECT, INSERT, UPDATE', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('case_items', 'casepan_portal', 'SELECT, INSERT', 'EXISTS (SELECT FROM cases c WHERE c.lab_id = case_items.lab_id AND c.id = case_items.case_id)'),
  allow_rows('case_item_teeth', 'casepan_portal', 'SELECT, INSERT', 'EXISTS (SELECT FROM case_items i WHERE i.lab_id = case_item_teeth.lab_id AND i.id = case_item_teeth.item_id)'),
  allow_rows('case_notes', 'casepan_portal', 'SELECT, INSERT', 'audience = ''shared'' AND EXISTS (SELECT FROM cases c WHERE c.lab_id = case_notes.lab_id AND c.id = case_notes.case_id)'),
  allow_rows('case_events', 'casepan_portal', 'SELECT, INSERT', 'audience = ''shared'' AND EXISTS (SELECT FROM cases c WHERE c.lab_id = case_events.lab_id AND c.id = case_events.case_id)'),
  allow_rows('workflow_stages', 'casepan_portal', 'SELECT, INSERT', 'EXISTS (SELECT FROM cases c WHERE c.lab_id = workflow_stages.lab_id AND c.id = workflow_stages.case_id)'),
  allow_rows('workflow_templates', 'casepan_portal', 'SELECT', 'true'),
  allow_rows('workflow_template_stages', 'casepan_portal', 'SELECT', 'true'),
  allow_rows('lab_closing_days', 'casepan_portal', 'SELECT', 'true'),
  allow_rows('reasons', 'casepan_portal', 'SELECT', 'true'),
  allow_rows('settings', 'casepan_portal', 'SELECT', 'is_public'),
  allow_rows('invoices', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id()) AND status <> ''draft'''),
  allow_rows('invoice_items', 'casepan_portal', 'SELECT', 'EXISTS (SELECT FROM invoices i WHERE i.lab_id = invoice_items.lab_id AND i.id = invoice_items.invoice_id)'),
  allow_rows('payments', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('shipments', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('shipment_items', 'casepan_portal', 'SELECT', 'EXISTS (SELECT FROM shipments s WHERE s.lab_id = shipment_items.lab_id AND s.id = shipment_items.shipment_id)'),
  allow_rows('notifications', 'casepan_portal', 'SELECT, UPDATE', 'user_id = (SELECT app_user_id())'),
  allow_rows('idempotency_keys', 'casepan_portal', 'SELECT, INSERT, UPDATE', 'user_id = (SELECT app_user_id())');

-- A driver on the road ----------------------------------------------------------------------------------------------

SELECT allow_rows('delivery_routes', 'casepan_driver', 'SELECT, UPDATE', 'driver_id = (SELECT app_user_id())'),
  allow_rows('route_stops', 'casepan_driver', 'SELECT, UPDATE', 'EXISTS (SELECT FROM delivery_routes r WHERE r.lab_id = route_stops.lab_id AND r.id = route_stops.route_id)'),
  allow_rows('practices', 'casepan_driver', 'SELECT', 'id IN (SELECT practice_id FROM route_stops)'),
  allow_rows('shipments', 'casepan_driver', 'SELECT', 'stop_id IN (SELECT id FROM route_stops)'),
  allow_rows('shipment_items', 'casepan_driver', 'SELECT', 'shipment_id IN (SELECT id FROM shipments)'),
  allow_rows('cases', 'casepan_driver', 'SELECT', 'id IN (SELECT case_id FROM shipments)'),
  allow_rows('case_items', 'casepan_driver', 'SELECT', 'id IN (SELECT case_item_id FROM shipment_items)'),
  allow_rows('memberships', 'casepan_driver', 'SELECT', 'user_id = (SELECT app_user_id())'),
  allow_rows('reasons', 'casepan_driver', 'SELECT', 'true'),
  allow_rows('notifications', 'casepan_driver', 'SELECT, UPDATE', 'user_id = (SELECT app_user_id())'),
  allow_rows('idempotency_keys', 'casepan_driver', 'SELECT, INSERT, UPDATE', 'user_id = (SELECT app_user_id())');
