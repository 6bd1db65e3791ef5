-- What the health route may know: which migrations the database has had, and when a worker was last alive.
-- Nobody is signed in there, so it asks as casepan_app itself, which can read no table.
CREATE FUNCTION app_health() RETURNS TABLE (migrations text[], jobs_seen_at timestamptz, checked_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    SELECT array_agg(migration_name::text) INTO migrations FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL;
  END IF;
  SELECT max(seen_at) INTO jobs_seen_at FROM worker_heartbeats;
  migrations := coalesce(migrations, '{}');
  checked_at := now();
  RETURN NEXT;
END $$;
REVOKE EXECUTE ON FUNCTION app_health() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_health() TO casepan_app;
