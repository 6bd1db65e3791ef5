-- What whoever runs an installation sees of it: backups, jobs, the outbox, the database's own figures. The app reads all of it through
-- functions that show a lab its own rows and what belongs to no lab, never another's.

CREATE DOMAIN backup_status AS text CHECK (VALUE IN ('running', 'good', 'failed', 'rotated_out'));
CREATE DOMAIN backup_occasion AS text CHECK (VALUE IN ('night', 'asked', 'command'));

-- Every backup that was begun, here or by command.
CREATE TABLE backup_runs (
  id uuid NOT NULL DEFAULT uuid_v7(),
  occasion backup_occasion NOT NULL,
  status backup_status NOT NULL DEFAULT 'running',
  -- The folder's own name, without where it lies.
  folder text,
  started_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  finished_at timestamptz(3),
  taken_at timestamptz(3),
  table_count int,
  row_count bigint,
  file_count int,
  size_bytes bigint,
  verified_at timestamptz(3),
  error text,
  CONSTRAINT backup_runs_pkey PRIMARY KEY (id)
);
CREATE INDEX backup_runs_started_at_idx ON backup_runs (started_at);
ALTER TABLE backup_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON backup_runs TO CURRENT_USER USING (true) WITH CHECK (true);

-- How often a row could not be handed over, and why.
ALTER TABLE outbox ADD COLUMN failures int NOT NULL DEFAULT 0, ADD COLUMN last_error text;
CREATE INDEX outbox_waiting_of_lab ON outbox (lab_id, available_at) WHERE dispatched_at IS NULL;

CREATE FUNCTION operations_backups() RETURNS SETOF backup_runs LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM backup_runs ORDER BY started_at DESC LIMIT 200 $$;

-- When the last good backup was, for the health check.
CREATE FUNCTION app_last_backup() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max(taken_at) FROM backup_runs WHERE status IN ('good', 'rotated_out') $$;

-- Which lab a job is for: by its payload, or by the letter it sends. Null for the installation's own.
CREATE FUNCTION operations_lab_of_job(payload jsonb) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((payload ->> 'labId')::uuid, (SELECT m.lab_id FROM mail_messages m WHERE m.id = (payload ->> 'mailId')::uuid)) $$;

-- Jobs of the acting lab and of no lab. What they are about is told by name and id alone; of a failure only its first line, and for jobs
-- of no lab without what stands in quotation marks there, which may be anybody's.
CREATE FUNCTION operations_jobs() RETURNS TABLE (id bigint, task text, queue text, own boolean, run_at timestamptz, attempts int, max_attempts int, locked_at timestamptz, created_at timestamptz, error text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE
    'SELECT j.id, t.identifier, q.queue_name, l.lab IS NOT NULL, j.run_at, j.attempts::int, j.max_attempts::int, j.locked_at, j.created_at,
       left(CASE WHEN l.lab IS NULL THEN regexp_replace(split_part(j.last_error, E''\n'', 1), ''"[^"]*"|''''[^'''']*''''|[^[:space:]]+@[^[:space:]]+'', ''…'', ''g'') ELSE split_part(j.last_error, E''\n'', 1) END, 300)
     FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
     CROSS JOIN LATERAL (SELECT public.operations_lab_of_job(j.payload::jsonb) AS lab) l
     WHERE l.lab IS NULL OR l.lab = $1' USING app_lab_id();
END $$;

-- Has a failed job of the acting lab or of no lab begin again at once, or takes it out of the queue. Answers its name, null when there is none.
CREATE FUNCTION operations_change_job(job bigint, change text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE name text;
BEGIN
  SELECT j.task INTO name FROM operations_jobs() j WHERE j.id = job AND j.locked_at IS NULL AND j.attempts >= j.max_attempts;
  IF name IS NULL THEN RETURN NULL; END IF;
  IF change = 'retry' THEN PERFORM graphile_worker.reschedule_jobs(ARRAY[job], run_at := now(), attempts := 0);
  ELSIF change = 'remove' THEN PERFORM graphile_worker.complete_jobs(ARRAY[job]);
  ELSE RAISE EXCEPTION 'unknown change %', change; END IF;
  RETURN name;
END $$;

CREATE FUNCTION operations_crontab() RETURNS TABLE (task text, known_since timestamptz, last_run timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker._private_known_crontabs') IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE 'SELECT c.identifier, c.known_since, c.last_execution FROM graphile_worker._private_known_crontabs c';
END $$;

-- Rows of the acting lab and of no lab that were not handed over yet: by topic how many are due, how many failed, and the oldest.
CREATE FUNCTION operations_outbox() RETURNS TABLE (topic text, due int, later int, failed int, oldest timestamptz, error text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.topic, count(*) FILTER (WHERE o.available_at <= clock_timestamp())::int, count(*) FILTER (WHERE o.available_at > clock_timestamp())::int,
    count(*) FILTER (WHERE o.failures > 0)::int, min(o.created_at), max(left(o.last_error, 300)) FILTER (WHERE o.lab_id IS NOT NULL)
  FROM outbox o WHERE o.dispatched_at IS NULL AND (o.lab_id = app_lab_id() OR o.lab_id IS NULL) GROUP BY o.topic ORDER BY 5 $$;

-- Has what failed to be handed over tried again at once. Answers how many rows.
CREATE FUNCTION operations_retry_outbox(of_topic text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE touched int;
BEGIN
  UPDATE outbox SET available_at = clock_timestamp() WHERE dispatched_at IS NULL AND failures > 0 AND topic = of_topic AND (lab_id = app_lab_id() OR lab_id IS NULL);
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched;
END $$;

-- The statements that took longest in all since their figures were last set to zero; constants are not in them. None without pg_stat_statements.
CREATE FUNCTION operations_statements() RETURNS TABLE (statement text, calls bigint, total_ms double precision, mean_ms double precision, longest_ms double precision, row_count bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place text;
BEGIN
  SELECT n.nspname INTO place FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements';
  IF place IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE format(
    'SELECT left(s.query, 1000), s.calls, s.total_exec_time, s.mean_exec_time, s.max_exec_time, s.rows FROM %I.pg_stat_statements s
     WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND s.query ~* ''^\s*(select|insert|update|delete|with|refresh)\y''
     ORDER BY s.total_exec_time DESC LIMIT 25', place);
EXCEPTION WHEN object_not_in_prerequisite_state THEN RETURN; -- made, but not loaded by the server
END $$;

CREATE FUNCTION operations_tables() RETURNS TABLE (name text, row_estimate bigint, table_bytes bigint, index_bytes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(p.relname, c.relname)::text, sum(greatest(c.reltuples, 0))::bigint, sum(pg_table_size(c.oid))::bigint, sum(pg_indexes_size(c.oid))::bigint
  FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'm') GROUP BY 1 ORDER BY sum(pg_total_relation_size(c.oid)) DESC $$;

CREATE FUNCTION operations_server() RETURNS TABLE (version text, database_bytes bigint, started_at timestamptz, connections jsonb, max_connections int, migrations text[], statements_known boolean, workers jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT current_setting('server_version'), pg_database_size(current_database()), pg_postmaster_start_time(),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', x.name, 'state', x.state, 'count', x.n) ORDER BY x.name, x.state), '[]') FROM (
      SELECT coalesce(nullif(a.application_name, ''), a.usename::text, 'server') AS name, coalesce(a.state, 'unknown') AS state, count(*)::int AS n
      FROM pg_stat_activity a WHERE a.datname = current_database() GROUP BY 1, 2) x),
    current_setting('max_connections')::int,
    (SELECT coalesce(array_agg(m.migration_name::text ORDER BY m.migration_name), '{}') FROM _prisma_migrations m WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL),
    EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_stat_statements'),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'seenAt', w.seen_at) ORDER BY w.seen_at DESC), '[]') FROM worker_heartbeats w) $$;

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['operations_backups()', 'operations_jobs()', 'operations_change_job(bigint, text)', 'operations_crontab()', 'operations_outbox()', 'operations_retry_outbox(text)',
    'operations_statements()', 'operations_tables()', 'operations_server()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', named);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO casepan_lab', named);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION operations_lab_of_job(jsonb), app_last_backup() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_last_backup() TO casepan_app;
