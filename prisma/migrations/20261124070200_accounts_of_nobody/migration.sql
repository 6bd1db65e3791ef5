-- Whoever is in the portal and acts for no practice (none chosen yet, or removed from it) reads no account at all. The functions below run
-- as the owner and took no practice for every practice, as is right for the lab's own people.
CREATE FUNCTION app_account_of() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('role', true) = 'casepan_portal' THEN coalesce(app_practice_id(), '00000000-0000-0000-0000-000000000000') ELSE app_practice_id() END
$$;
REVOKE EXECUTE ON FUNCTION app_account_of() FROM PUBLIC;

DO $$
DECLARE named regprocedure; said text; said_now text;
BEGIN
  FOREACH named IN ARRAY ARRAY['allocations_after(date, uuid)', 'open_invoices_on(date, uuid)', 'credits_on(date, uuid)']::regprocedure[] LOOP
    said := pg_get_functiondef(named);
    said_now := replace(said, '(SELECT app_practice_id())', '(SELECT app_account_of())');
    IF said_now = said THEN RAISE EXCEPTION '% does not ask for the acting practice', named; END IF;
    EXECUTE said_now;
  END LOOP;
END $$;
