-- Billing: what still stops a line from being sent, the month of a collective invoice, cancelling, the letter, and what is fixed
-- once an invoice was sent.

CREATE DOMAIN invoice_exception AS text CHECK (VALUE IN ('no_price_list', 'no_price', 'no_tax_rate'));

ALTER TABLE invoices ADD period_month date, ADD parties jsonb, ADD mailed_to text, ADD mailed_at timestamptz(3), ADD cancelled_at timestamptz(3),
  ADD cancelled_reason text, ADD CHECK (period_month IS NULL OR extract(day FROM period_month) = 1), ADD CHECK (period_month IS NULL OR case_id IS NULL),
  ADD CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)), ADD CHECK (mailed_at IS NULL OR mailed_to IS NOT NULL);
ALTER TABLE invoice_items ADD exception invoice_exception, ADD is_void boolean NOT NULL DEFAULT false;
GRANT INSERT (period_month), UPDATE (parties, mailed_to, mailed_at, cancelled_at, cancelled_reason) ON invoices TO casepan_lab;

-- One open draft per case and one per practice and month: whoever drafts a second time adds to it.
CREATE UNIQUE INDEX invoices_draft_of_case ON invoices (lab_id, case_id, currency) WHERE status = 'draft' AND case_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX invoices_draft_of_month ON invoices (lab_id, practice_id, period_month, currency)
  WHERE status = 'draft' AND period_month IS NOT NULL AND deleted_at IS NULL;

-- What a cancelled invoice held may be invoiced again; its lines stay to be read.
DROP INDEX invoice_items_once_per_item;
CREATE UNIQUE INDEX invoice_items_once_per_item ON invoice_items (lab_id, case_item_id) WHERE case_item_id IS NOT NULL AND deleted_at IS NULL AND NOT is_void;

CREATE OR REPLACE FUNCTION follow_invoice_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE target uuid; current_status text;
BEGIN
  target := CASE WHEN TG_OP = 'DELETE' THEN OLD.invoice_id ELSE NEW.invoice_id END;
  IF TG_OP = 'UPDATE' AND OLD.invoice_id <> NEW.invoice_id THEN
    RAISE EXCEPTION 'invoice_item_moved' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_stay';
  END IF;
  SELECT status INTO current_status FROM invoices WHERE id = target FOR UPDATE;
  IF TG_OP = 'UPDATE' AND current_status = 'cancelled' AND NEW.is_void
      AND to_jsonb(NEW) - ARRAY['is_void', 'updated_at'] = to_jsonb(OLD) - ARRAY['is_void', 'updated_at'] THEN
    RETURN NULL;
  END IF;
  IF current_status <> 'draft' OR (TG_OP <> 'DELETE' AND NEW.is_void) THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_only_in_draft';
  END IF;
  UPDATE invoices SET (subtotal, tax_total, total) =
    (SELECT coalesce(sum(net), 0), coalesce(sum(tax), 0), coalesce(sum(net + tax), 0) FROM invoice_items WHERE invoice_id = target AND deleted_at IS NULL)
    WHERE id = target;
  RETURN NULL;
END $$;

CREATE FUNCTION void_items_of_cancelled_invoice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE invoice_items SET is_void = true WHERE invoice_id = NEW.id AND deleted_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER void_items_of_cancelled_invoice AFTER UPDATE OF status ON invoices FOR EACH ROW
  WHEN (NEW.status = 'cancelled' AND OLD.status <> 'cancelled') EXECUTE FUNCTION void_items_of_cancelled_invoice();

-- Which way an invoice may go. Its particulars were already fixed once sent (follow_invoice_balance); so are its way back, its words
-- and its life: it is not drafted again, not deleted, and not cancelled once money came in.
CREATE FUNCTION guard_invoice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF OLD.status = 'draft' THEN
    IF NEW.status NOT IN ('draft', 'cancelled') AND EXISTS (SELECT FROM invoice_items WHERE invoice_id = NEW.id AND deleted_at IS NULL AND exception IS NOT NULL) THEN
      RAISE EXCEPTION 'invoice_has_exceptions' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_without_exceptions';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status = 'draft' OR (OLD.status = 'cancelled' AND NEW.status <> 'cancelled')
      OR (NEW.case_id, NEW.period_month, NEW.notes, NEW.parties, NEW.deleted_at, NEW.sent_at, NEW.sent_by_id)
        IS DISTINCT FROM (OLD.case_id, OLD.period_month, OLD.notes, OLD.parties, OLD.deleted_at, OLD.sent_at, OLD.sent_by_id) THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_fixed_once_sent';
  END IF;
  IF NEW.status = 'cancelled' AND NEW.paid_total > 0 THEN
    RAISE EXCEPTION 'invoice_has_payments' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_cancelled_unpaid';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_invoice BEFORE UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION guard_invoice();

-- A practice sees what was sent to it, also when it was cancelled afterwards, and never a draft, also when that was cancelled.
DROP POLICY portal_rows ON invoices;
SELECT allow_rows('invoices', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id()) AND status <> ''draft'' AND number IS NOT NULL');

-- Searching, as for cases: as the owner, within the acting lab and practice.
CREATE INDEX invoices_number_words ON invoices USING gin (number gin_trgm_ops);
CREATE FUNCTION search_invoices(words text, most int DEFAULT 500) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH wanted AS (SELECT '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern)
  SELECT i.id FROM invoices i
  WHERE i.lab_id = (SELECT app_lab_id()) AND i.deleted_at IS NULL
    AND ((SELECT app_practice_id()) IS NULL OR (i.practice_id = (SELECT app_practice_id()) AND i.status <> 'draft' AND i.number IS NOT NULL))
    AND i.id IN (
      SELECT id FROM invoices, wanted WHERE number ILIKE pattern
      UNION SELECT k.id FROM practices p JOIN invoices k ON k.lab_id = p.lab_id AND k.practice_id = p.id, wanted
        WHERE p.lab_id = (SELECT app_lab_id()) AND p.name ILIKE pattern
      UNION SELECT l.invoice_id FROM cases c JOIN invoice_items l ON l.lab_id = c.lab_id AND l.case_id = c.id, wanted
        WHERE c.lab_id = (SELECT app_lab_id()) AND c.number ILIKE pattern AND l.deleted_at IS NULL)
  ORDER BY i.created_at DESC, i.id DESC LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION search_invoices(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_invoices(text, int) TO casepan_lab, casepan_portal;

-- Delivered items that no invoice holds, for the list of what is still to be invoiced.
CREATE INDEX case_items_delivered ON case_items (lab_id, delivered_at) WHERE status = 'delivered' AND deleted_at IS NULL;
