-- The ledger's rules beyond its sums, and how payments are found.

-- An invoice that was credited in full is `refunded` once it is settled too. Where a payment that had settled it is taken back after the
-- credit was used elsewhere, its balance is owed again, and the status says so.
CREATE OR REPLACE FUNCTION follow_invoice_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE today date;
BEGIN
  IF OLD.status <> 'draft' AND (NEW.number, NEW.practice_id, NEW.currency, NEW.issued_on, NEW.due_on, NEW.subtotal, NEW.tax_total, NEW.total)
      IS DISTINCT FROM (OLD.number, OLD.practice_id, OLD.currency, OLD.issued_on, OLD.due_on, OLD.subtotal, OLD.tax_total, OLD.total) THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_fixed_once_sent';
  END IF;
  IF NEW.status IN ('sent', 'partly_paid', 'paid', 'overdue', 'refunded') THEN
    SELECT (now() AT TIME ZONE time_zone)::date INTO today FROM labs WHERE id = NEW.lab_id;
    NEW.status := CASE WHEN NEW.paid_total >= NEW.total AND NEW.credited_total > 0 AND NEW.credited_total = NEW.total THEN 'refunded'
      WHEN NEW.paid_total >= NEW.total THEN 'paid' WHEN NEW.due_on < today THEN 'overdue' WHEN NEW.paid_total > 0 THEN 'partly_paid' ELSE 'sent' END;
  END IF;
  RETURN NEW;
END $$;

-- What was sent is taken back by a credit note and by nothing else.
CREATE FUNCTION refuse_cancelling_sent_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'invoice_sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_credited_once_sent';
END $$;
CREATE TRIGGER refuse_cancelling_sent_invoice BEFORE UPDATE OF status ON invoices FOR EACH ROW
  WHEN (OLD.status NOT IN ('draft', 'cancelled') AND NEW.status = 'cancelled') EXECUTE FUNCTION refuse_cancelling_sent_invoice();

-- No more is taken back from an invoice than the same payment or credit note had settled of it. book_allocation comes before by its name
-- and holds the invoice.
CREATE FUNCTION guard_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT sum(amount) FROM allocations WHERE lab_id = NEW.lab_id AND invoice_id = NEW.invoice_id
      AND payment_id IS NOT DISTINCT FROM NEW.payment_id AND credit_note_id IS NOT DISTINCT FROM NEW.credit_note_id) < 0 THEN
    RAISE EXCEPTION 'taken_back_too_much' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocations_taken_back_at_most';
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION guard_taken_back() FROM PUBLIC;
CREATE TRIGGER guard_taken_back AFTER INSERT ON allocations FOR EACH ROW WHEN (NEW.amount < 0) EXECUTE FUNCTION guard_taken_back();

-- Payments by day, newest first, and those of which something is left.
DROP INDEX payments_lab_id_received_on_idx;
CREATE INDEX payments_lab_id_received_on_id_idx ON payments (lab_id, received_on, id);
CREATE INDEX payments_with_credit ON payments (lab_id, practice_id) WHERE allocated + refunded < amount;
CREATE INDEX credit_notes_with_credit ON credit_notes (lab_id, practice_id) WHERE allocated + refunded < total;
CREATE INDEX payments_reference_words ON payments USING gin (lab_id, reference gin_trgm_ops);
CREATE INDEX payments_lab_id_amount_idx ON payments (lab_id, amount);

-- As the owner, within the acting lab: payments by practice, reference, number of an invoice they settle, or exact amount.
CREATE FUNCTION search_payments(words text, most int DEFAULT 500) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH wanted AS (
    SELECT '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern,
      CASE WHEN replace(trim(words), ',', '.') ~ '^\d{1,8}(\.\d{1,2})?$' THEN replace(trim(words), ',', '.')::numeric END AS sum)
  SELECT y.id FROM payments y
  WHERE y.lab_id = (SELECT app_lab_id()) AND y.id IN (
    SELECT p.id FROM payments p, wanted WHERE p.lab_id = (SELECT app_lab_id()) AND p.reference ILIKE pattern
    UNION SELECT p.id FROM practices c JOIN payments p ON p.lab_id = c.lab_id AND p.practice_id = c.id, wanted
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.name ILIKE pattern
    UNION SELECT a.payment_id FROM invoices i JOIN allocations a ON a.lab_id = i.lab_id AND a.invoice_id = i.id, wanted
      WHERE i.lab_id = (SELECT app_lab_id()) AND i.number ILIKE pattern AND a.payment_id IS NOT NULL
    UNION SELECT p.id FROM payments p, wanted WHERE p.lab_id = (SELECT app_lab_id()) AND p.amount = sum)
  ORDER BY y.received_on DESC, y.id DESC LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION search_payments(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_payments(text, int) TO casepan_lab;
