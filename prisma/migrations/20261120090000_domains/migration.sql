-- Roles, the readers of the request's settings, and the named types.
-- The types are domains over text and not enums: under row-level security an index is used only with
-- leak-proof operators, and text equality is one while enum equality is not.

-- Roles belong to the whole server, so another database may have made them a moment ago.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['casepan_auth', 'casepan_lab', 'casepan_portal', 'casepan_driver', 'casepan_app'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOINHERIT', r);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
  FOREACH r IN ARRAY ARRAY['casepan_auth', 'casepan_lab', 'casepan_portal', 'casepan_driver'] LOOP
    BEGIN
      EXECUTE format('GRANT %I TO casepan_app', r);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

GRANT USAGE ON SCHEMA public TO casepan_app, casepan_auth, casepan_lab, casepan_portal, casepan_driver;

-- RFC 9562 version 7: 48 bits of Unix milliseconds, then random bits. PostgreSQL 18 has it built in.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
  ELSE
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $f$
      SELECT encode(
        set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid())
            PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
          52, 1), 53, 1), 'hex')::uuid
    $f$;
  END IF;
END $$;

-- What the transaction acts as. A setting that was local to an ended transaction reads as '' afterwards.
CREATE FUNCTION app_lab_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.lab_id', true), '')::uuid $$;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION app_practice_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.practice_id', true), '')::uuid $$;
CREATE FUNCTION app_includes_deleted() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.include_deleted', true) = 'on', false) $$;

-- The sixteen of the schema summary.
CREATE DOMAIN user_role AS text CHECK (VALUE IN ('admin', 'manager', 'technician', 'dentist', 'staff', 'driver'));
CREATE DOMAIN procedure_type AS text CHECK (VALUE IN ('crowns', 'bridges', 'implants', 'veneers', 'inlays_onlays', 'posts_cores',
  'provisionals', 'dentures', 'partial_dentures', 'night_guards', 'retainers', 'orthodontics', 'sleep_appliances', 'surgical_guides',
  'models', 'repairs'));
CREATE DOMAIN urgency_level AS text CHECK (VALUE IN ('standard', 'rush', 'emergency'));
CREATE DOMAIN priority_level AS text CHECK (VALUE IN ('high', 'medium', 'low'));
CREATE DOMAIN case_status AS text CHECK (VALUE IN ('submitted', 'received', 'processing', 'designing', 'milling', 'qc', 'ready',
  'delivered', 'cancelled', 'on_hold'));
CREATE DOMAIN workflow_stage_name AS text CHECK (VALUE IN ('receiving', 'impression_scan', 'design', 'milling', 'sintering',
  'quality_control', 'delivery'));
CREATE DOMAIN workflow_status AS text CHECK (VALUE IN ('pending', 'in_progress', 'completed', 'blocked', 'on_hold'));
CREATE DOMAIN invoice_status AS text CHECK (VALUE IN ('draft', 'sent', 'partly_paid', 'paid', 'overdue', 'cancelled', 'refunded'));
CREATE DOMAIN payment_method AS text CHECK (VALUE IN ('credit_card', 'bank_transfer', 'check', 'cash', 'other'));
CREATE DOMAIN inventory_transaction_type AS text CHECK (VALUE IN ('in', 'out', 'adjustment', 'damage', 'write_off'));
CREATE DOMAIN inventory_category AS text CHECK (VALUE IN ('materials', 'tools', 'equipment', 'consumables', 'supplies'));
CREATE DOMAIN employment_type AS text CHECK (VALUE IN ('full_time', 'part_time', 'contract', 'temporary', 'intern'));
CREATE DOMAIN equipment_status AS text CHECK (VALUE IN ('active', 'maintenance', 'inactive', 'broken', 'decommissioned'));
CREATE DOMAIN conversation_type AS text CHECK (VALUE IN ('direct', 'group', 'case'));
CREATE DOMAIN notification_type AS text CHECK (VALUE IN ('case_update', 'assignment', 'message', 'invoice', 'appointment', 'system', 'alert'));
CREATE DOMAIN dentist_status AS text CHECK (VALUE IN ('pending', 'active', 'suspended', 'rejected'));

-- The others it names in passing, and those the design adds.
CREATE DOMAIN appointment_type AS text CHECK (VALUE IN ('case_review', 'delivery', 'meeting', 'training'));
CREATE DOMAIN appointment_status AS text CHECK (VALUE IN ('scheduled', 'confirmed', 'completed', 'cancelled'));
CREATE DOMAIN shipment_type AS text CHECK (VALUE IN ('delivery', 'pickup'));
CREATE DOMAIN shipment_status AS text CHECK (VALUE IN ('ready', 'scheduled', 'in_transit', 'delivered', 'failed', 'cancelled'));
CREATE DOMAIN route_status AS text CHECK (VALUE IN ('planned', 'in_progress', 'completed', 'cancelled'));
CREATE DOMAIN stop_status AS text CHECK (VALUE IN ('planned', 'arrived', 'delivered', 'failed', 'skipped'));
CREATE DOMAIN application_status AS text CHECK (VALUE IN ('submitted', 'in_review', 'approved', 'rejected', 'withdrawn'));
CREATE DOMAIN user_status AS text CHECK (VALUE IN ('active', 'disabled'));
CREATE DOMAIN membership_status AS text CHECK (VALUE IN ('active', 'disabled'));
CREATE DOMAIN practice_status AS text CHECK (VALUE IN ('active', 'suspended', 'closed'));
CREATE DOMAIN patient_sex AS text CHECK (VALUE IN ('female', 'male', 'other', 'unknown'));
CREATE DOMAIN tooth_notation AS text CHECK (VALUE IN ('fdi', 'universal', 'palmer'));
CREATE DOMAIN currency_code AS text CHECK (VALUE ~ '^[A-Z]{3}$');
CREATE DOMAIN reason_kind AS text CHECK (VALUE IN ('hold', 'block', 'pause', 'send_back', 'qc_failure', 'delivery_failure',
  'cancellation', 'remake'));
CREATE DOMAIN counter_kind AS text CHECK (VALUE IN ('case', 'invoice', 'shipment'));
CREATE DOMAIN invoice_mode AS text CHECK (VALUE IN ('per_case', 'monthly'));
CREATE DOMAIN impression_kind AS text CHECK (VALUE IN ('digital_scan', 'physical'));
CREATE DOMAIN material AS text CHECK (VALUE IN ('zirconia_full', 'zirconia_multilayer', 'zirconia_layered', 'lithium_disilicate',
  'feldspathic', 'pfm', 'pfz', 'full_cast_gold', 'cobalt_chrome', 'nickel_chrome', 'titanium', 'pmma', 'hybrid_ceramic', 'composite',
  'peek', 'acrylic', 'wax', 'printed_resin'));
CREATE DOMAIN arch AS text CHECK (VALUE IN ('upper', 'lower', 'both'));
CREATE DOMAIN item_status AS text CHECK (VALUE IN ('in_production', 'finished', 'shipped', 'delivered', 'cancelled'));
CREATE DOMAIN tooth_role AS text CHECK (VALUE IN ('single', 'abutment', 'pontic'));
CREATE DOMAIN file_kind AS text CHECK (VALUE IN ('scan', 'photo', 'document'));
CREATE DOMAIN file_store AS text CHECK (VALUE IN ('local', 'uploadthing'));
CREATE DOMAIN audience AS text CHECK (VALUE IN ('internal', 'shared'));
CREATE DOMAIN stage_outcome AS text CHECK (VALUE IN ('passed', 'failed', 'sent_back', 'cancelled'));
CREATE DOMAIN price_unit AS text CHECK (VALUE IN ('unit', 'arch', 'case'));
CREATE DOMAIN audit_action AS text CHECK (VALUE IN ('insert', 'update', 'delete'));
CREATE DOMAIN mail_status AS text CHECK (VALUE IN ('queued', 'sent', 'failed', 'kept'));
