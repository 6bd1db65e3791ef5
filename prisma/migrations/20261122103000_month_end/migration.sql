-- Month end: a run over practices that goes on where it stopped, and lines of an invoice written many at a time.

CREATE DOMAIN month_end_status AS text CHECK (VALUE IN ('running', 'done', 'cancelled'));
CREATE DOMAIN month_end_outcome AS text CHECK (VALUE IN ('waiting', 'done', 'refused'));

-- One run at a time in a lab: whoever presses again joins it.
CREATE TABLE month_end_runs (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  status month_end_status NOT NULL DEFAULT 'running',
  started_by_id uuid NOT NULL,
  started_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz(3),
  CONSTRAINT month_end_runs_pkey PRIMARY KEY (id),
  CONSTRAINT month_end_runs_lab_id_started_by_id_fkey FOREIGN KEY (lab_id, started_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK ((status = 'running') = (finished_at IS NULL))
);
CREATE UNIQUE INDEX month_end_runs_lab_id_id_key ON month_end_runs (lab_id, id);
CREATE UNIQUE INDEX month_end_runs_under_way ON month_end_runs (lab_id) WHERE status = 'running';
CREATE INDEX month_end_runs_lab_id_started_at_idx ON month_end_runs (lab_id, started_at);
CREATE INDEX month_end_runs_lab_id_started_by_id_idx ON month_end_runs (lab_id, started_by_id);

-- A practice in a run. It is written in the transaction that invoices the practice, so that one that is `waiting` has nothing done.
CREATE TABLE month_end_results (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  run_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  position int NOT NULL,
  outcome month_end_outcome NOT NULL DEFAULT 'waiting',
  -- What was left, or why it was refused.
  words text,
  finished_at timestamptz(3),
  CONSTRAINT month_end_results_pkey PRIMARY KEY (id),
  CONSTRAINT month_end_results_lab_id_run_id_fkey FOREIGN KEY (lab_id, run_id) REFERENCES month_end_runs (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT month_end_results_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK ((outcome = 'waiting') = (finished_at IS NULL)),
  CHECK (outcome <> 'refused' OR words IS NOT NULL)
);
CREATE UNIQUE INDEX month_end_results_lab_id_id_key ON month_end_results (lab_id, id);
CREATE UNIQUE INDEX month_end_results_lab_id_run_id_practice_id_key ON month_end_results (lab_id, run_id, practice_id);
CREATE INDEX month_end_results_lab_id_practice_id_idx ON month_end_results (lab_id, practice_id);
CREATE INDEX month_end_results_waiting ON month_end_results (lab_id, run_id, position) WHERE outcome = 'waiting';

ALTER TABLE invoices ADD COLUMN month_end_result_id uuid,
  ADD CONSTRAINT invoices_lab_id_month_end_result_id_fkey FOREIGN KEY (lab_id, month_end_result_id) REFERENCES month_end_results (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX invoices_lab_id_month_end_result_id_idx ON invoices (lab_id, month_end_result_id);
GRANT UPDATE (month_end_result_id) ON invoices TO casepan_lab;

SELECT secure_table('month_end_runs'), secure_table('month_end_results');

-- Lines of an invoice: the rules of before, once for all lines of a statement. Row by row, each line summed all lines again and wrote
-- the invoice (and its audit) again.
DROP TRIGGER follow_invoice_items ON invoice_items;
DROP FUNCTION follow_invoice_items();

-- Locks the invoices that lines were written of, refuses where one was sent, and sums them anew.
CREATE FUNCTION sum_invoices(targets uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM invoices WHERE id = ANY (targets) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT FROM invoices WHERE id = ANY (targets) AND status <> 'draft') THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_only_in_draft';
  END IF;
  UPDATE invoices i SET (subtotal, tax_total, total) =
    (SELECT coalesce(sum(net), 0), coalesce(sum(tax), 0), coalesce(sum(net + tax), 0)
     FROM invoice_items l WHERE l.lab_id = i.lab_id AND l.invoice_id = i.id AND l.deleted_at IS NULL)
    WHERE id = ANY (targets);
END $$;

CREATE FUNCTION follow_added_invoice_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM added WHERE is_void) THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_only_in_draft';
  END IF;
  PERFORM sum_invoices(ARRAY(SELECT DISTINCT invoice_id FROM added));
  RETURN NULL;
END $$;
CREATE TRIGGER follow_added_invoice_items AFTER INSERT ON invoice_items REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION follow_added_invoice_items();

CREATE FUNCTION follow_removed_invoice_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM sum_invoices(ARRAY(SELECT DISTINCT invoice_id FROM removed));
  RETURN NULL;
END $$;
CREATE TRIGGER follow_removed_invoice_items AFTER DELETE ON invoice_items REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_removed_invoice_items();

-- Of a sent invoice nothing about a line changes but its being free again, when the invoice was cancelled or the line was credited.
CREATE FUNCTION follow_changed_invoice_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE targets uuid[]; any_void boolean;
BEGIN
  IF EXISTS (SELECT FROM changed_to n LEFT JOIN changed_from o ON o.id = n.id WHERE o.invoice_id IS DISTINCT FROM n.invoice_id) THEN
    RAISE EXCEPTION 'invoice_item_moved' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_stay';
  END IF;
  PERFORM FROM invoices WHERE id IN (SELECT invoice_id FROM changed_to) ORDER BY id FOR UPDATE;
  SELECT array_agg(DISTINCT n.invoice_id), bool_or(n.is_void) INTO targets, any_void FROM changed_to n JOIN changed_from o ON o.id = n.id
    WHERE NOT (n.is_void AND to_jsonb(n) - ARRAY['is_void', 'updated_at'] = to_jsonb(o) - ARRAY['is_void', 'updated_at']
      AND (EXISTS (SELECT FROM invoices i WHERE i.id = n.invoice_id AND i.status = 'cancelled')
        OR EXISTS (SELECT FROM credit_note_items c WHERE c.lab_id = n.lab_id AND c.invoice_item_id = n.id AND c.invoice_again)));
  IF any_void THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_only_in_draft';
  END IF;
  IF targets IS NOT NULL THEN PERFORM sum_invoices(targets); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_changed_invoice_items AFTER UPDATE ON invoice_items REFERENCING OLD TABLE AS changed_from NEW TABLE AS changed_to
  FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_invoice_items();

REVOKE EXECUTE ON FUNCTION sum_invoices(uuid[]), follow_added_invoice_items(), follow_removed_invoice_items(), follow_changed_invoice_items() FROM PUBLIC;

-- The same rules, by the keys that lead with the lab.
CREATE OR REPLACE FUNCTION void_items_of_cancelled_invoice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE invoice_items SET is_void = true WHERE lab_id = NEW.lab_id AND invoice_id = NEW.id AND deleted_at IS NULL;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION guard_invoice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.status = 'draft' THEN
    IF NEW.status NOT IN ('draft', 'cancelled')
        AND EXISTS (SELECT FROM invoice_items WHERE lab_id = NEW.lab_id AND invoice_id = NEW.id AND deleted_at IS NULL AND exception IS NOT NULL) THEN
      RAISE EXCEPTION 'invoice_has_exceptions' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_without_exceptions';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status = 'draft' OR (OLD.status = 'cancelled' AND NEW.status <> 'cancelled')
      OR (NEW.case_id, NEW.period_month, NEW.notes, NEW.parties, NEW.deleted_at, NEW.sent_at, NEW.sent_by_id, NEW.month_end_result_id)
        IS DISTINCT FROM (OLD.case_id, OLD.period_month, OLD.notes, OLD.parties, OLD.deleted_at, OLD.sent_at, OLD.sent_by_id, OLD.month_end_result_id) THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_fixed_once_sent';
  END IF;
  IF NEW.status = 'cancelled' AND NEW.paid_total > 0 THEN
    RAISE EXCEPTION 'invoice_has_payments' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_cancelled_unpaid';
  END IF;
  RETURN NEW;
END $$;

-- The journal's accounts: what the lab chose in place of the usual ones; the tax's may differ by rate.
CREATE DOMAIN journal_purpose AS text CHECK (VALUE IN ('receivable', 'revenue', 'credited', 'tax', 'bank_transfer', 'credit_card', 'check', 'cash', 'other'));
CREATE TABLE journal_accounts (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  purpose journal_purpose NOT NULL,
  -- Of a tax; null for any rate without an account of its own.
  tax_percent numeric(5,2),
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT journal_accounts_pkey PRIMARY KEY (id),
  CHECK (tax_percent IS NULL OR purpose = 'tax'),
  CHECK (tax_percent BETWEEN 0 AND 100)
);
CREATE UNIQUE INDEX journal_accounts_lab_id_id_key ON journal_accounts (lab_id, id);
CREATE UNIQUE INDEX journal_accounts_once ON journal_accounts (lab_id, purpose, coalesce(tax_percent, -1));
SELECT secure_table('journal_accounts');

-- Documents by the day they were issued, or taken back, for the journal.
CREATE INDEX invoices_issued ON invoices (lab_id, issued_on) WHERE number IS NOT NULL;
CREATE INDEX invoices_taken_back ON invoices (lab_id, cancelled_at) WHERE cancelled_at IS NOT NULL;
