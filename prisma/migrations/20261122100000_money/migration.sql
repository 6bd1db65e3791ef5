-- Money as a ledger: what came in (payments) and what was given back (credit notes) settles invoices through allocations, what is left
-- is the practice's credit, and refunds pay it out. Every sum is kept by the database beside the rows that make it, under a CHECK.

ALTER DOMAIN counter_kind DROP CONSTRAINT counter_kind_check;
ALTER DOMAIN counter_kind ADD CONSTRAINT counter_kind_check CHECK (VALUE IN ('case', 'invoice', 'shipment', 'credit_note'));
CREATE OR REPLACE FUNCTION next_number(wanted counter_kind) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE this_lab CONSTANT uuid := app_lab_id(); this_year int; next_value int;
BEGIN
  SELECT extract(year FROM now() AT TIME ZONE time_zone)::int INTO STRICT this_year FROM labs WHERE id = this_lab;
  INSERT INTO lab_counters AS c (lab_id, kind, year, value) VALUES (this_lab, wanted, this_year, 1)
    ON CONFLICT (lab_id, kind, year) DO UPDATE SET value = c.value + 1 RETURNING value INTO next_value;
  RETURN CASE wanted WHEN 'case' THEN 'C' WHEN 'invoice' THEN 'INV' WHEN 'credit_note' THEN 'CN' ELSE 'S' END
    || '-' || this_year || '-' || lpad(next_value::text, 6, '0');
END $$;

-- Credit notes ------------------------------------------------------------------------------------------------------

-- `allocated` settles invoices, `refunded` was paid out, the rest is the practice's credit.
CREATE TABLE credit_notes (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  number text NOT NULL,
  practice_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  currency currency_code NOT NULL,
  reason text NOT NULL,
  issued_on date NOT NULL,
  issued_by_id uuid NOT NULL,
  subtotal numeric(12,2) NOT NULL DEFAULT 0,
  tax_total numeric(12,2) NOT NULL DEFAULT 0,
  total numeric(12,2) NOT NULL DEFAULT 0,
  allocated numeric(12,2) NOT NULL DEFAULT 0,
  refunded numeric(12,2) NOT NULL DEFAULT 0,
  parties jsonb NOT NULL,
  mailed_to text,
  mailed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT credit_notes_pkey PRIMARY KEY (id),
  CONSTRAINT credit_notes_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT credit_notes_lab_id_invoice_id_fkey FOREIGN KEY (lab_id, invoice_id) REFERENCES invoices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT credit_notes_lab_id_issued_by_id_fkey FOREIGN KEY (lab_id, issued_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (total = subtotal + tax_total AND subtotal >= 0 AND tax_total >= 0),
  CONSTRAINT credit_notes_spent_at_most_total CHECK (allocated >= 0 AND refunded >= 0 AND allocated + refunded <= total),
  CHECK (mailed_at IS NULL OR mailed_to IS NOT NULL)
);
CREATE UNIQUE INDEX credit_notes_lab_id_id_key ON credit_notes (lab_id, id);
CREATE UNIQUE INDEX credit_notes_lab_id_number_key ON credit_notes (lab_id, number);
CREATE INDEX credit_notes_lab_id_practice_id_issued_on_idx ON credit_notes (lab_id, practice_id, issued_on);
CREATE INDEX credit_notes_lab_id_invoice_id_idx ON credit_notes (lab_id, invoice_id);
CREATE INDEX credit_notes_lab_id_issued_by_id_idx ON credit_notes (lab_id, issued_by_id);
CREATE INDEX credit_notes_lab_id_issued_on_idx ON credit_notes (lab_id, issued_on);

-- A line gives back a part of one line of the invoice, at most the whole of it. `invoice_again` sets the work free to be invoiced anew.
CREATE TABLE credit_note_items (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  credit_note_id uuid NOT NULL,
  invoice_item_id uuid NOT NULL,
  position int NOT NULL,
  description text NOT NULL,
  net numeric(12,2) NOT NULL,
  tax_percent numeric(5,2) NOT NULL,
  tax numeric(12,2) NOT NULL,
  invoice_again boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT credit_note_items_pkey PRIMARY KEY (id),
  CONSTRAINT credit_note_items_lab_id_credit_note_id_fkey FOREIGN KEY (lab_id, credit_note_id) REFERENCES credit_notes (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT credit_note_items_lab_id_invoice_item_id_fkey FOREIGN KEY (lab_id, invoice_item_id) REFERENCES invoice_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (net >= 0 AND tax >= 0 AND tax_percent BETWEEN 0 AND 100)
);
CREATE UNIQUE INDEX credit_note_items_lab_id_id_key ON credit_note_items (lab_id, id);
CREATE INDEX credit_note_items_lab_id_credit_note_id_position_idx ON credit_note_items (lab_id, credit_note_id, position);
CREATE INDEX credit_note_items_lab_id_invoice_item_id_idx ON credit_note_items (lab_id, invoice_item_id);

-- Payments ----------------------------------------------------------------------------------------------------------

ALTER TABLE payments ADD COLUMN currency currency_code, ADD COLUMN note text,
  ADD COLUMN allocated numeric(12,2) NOT NULL DEFAULT 0, ADD COLUMN refunded numeric(12,2) NOT NULL DEFAULT 0;
DROP TRIGGER book_payment ON payments;
DROP FUNCTION book_payment();
UPDATE payments p SET currency = i.currency, allocated = p.amount FROM invoices i WHERE i.lab_id = p.lab_id AND i.id = p.invoice_id;
ALTER TABLE payments ALTER COLUMN currency SET NOT NULL,
  ADD CONSTRAINT payments_spent_at_most_amount CHECK (allocated >= 0 AND refunded >= 0 AND allocated + refunded <= amount);

-- What a payment or a credit note settles of an invoice; a negative amount takes it back.
CREATE TABLE allocations (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  practice_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  payment_id uuid,
  credit_note_id uuid,
  amount numeric(12,2) NOT NULL CHECK (amount <> 0),
  allocated_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT allocations_pkey PRIMARY KEY (id),
  CONSTRAINT allocations_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT allocations_lab_id_invoice_id_fkey FOREIGN KEY (lab_id, invoice_id) REFERENCES invoices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT allocations_lab_id_payment_id_fkey FOREIGN KEY (lab_id, payment_id) REFERENCES payments (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT allocations_lab_id_credit_note_id_fkey FOREIGN KEY (lab_id, credit_note_id) REFERENCES credit_notes (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT allocations_lab_id_allocated_by_id_fkey FOREIGN KEY (lab_id, allocated_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (num_nonnulls(payment_id, credit_note_id) = 1)
);
CREATE UNIQUE INDEX allocations_lab_id_id_key ON allocations (lab_id, id);
CREATE INDEX allocations_lab_id_practice_id_idx ON allocations (lab_id, practice_id);
CREATE INDEX allocations_lab_id_invoice_id_idx ON allocations (lab_id, invoice_id);
CREATE INDEX allocations_lab_id_payment_id_idx ON allocations (lab_id, payment_id);
CREATE INDEX allocations_lab_id_credit_note_id_idx ON allocations (lab_id, credit_note_id);
CREATE INDEX allocations_lab_id_allocated_by_id_idx ON allocations (lab_id, allocated_by_id);

INSERT INTO allocations (lab_id, practice_id, invoice_id, payment_id, amount, allocated_by_id, created_at)
  SELECT lab_id, practice_id, invoice_id, id, amount, recorded_by_id, created_at FROM payments;
ALTER TABLE payments DROP COLUMN invoice_id;

-- Refunds: money that went back. A payment that the bank took back (`bounced`) goes the same way.
CREATE DOMAIN refund_kind AS text CHECK (VALUE IN ('refund', 'bounced'));
CREATE TABLE refunds (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  practice_id uuid NOT NULL,
  payment_id uuid,
  credit_note_id uuid,
  kind refund_kind NOT NULL DEFAULT 'refund',
  method payment_method NOT NULL,
  currency currency_code NOT NULL,
  amount numeric(12,2) NOT NULL CHECK (amount > 0),
  refunded_on date NOT NULL,
  reference text,
  reason text NOT NULL,
  recorded_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT refunds_pkey PRIMARY KEY (id),
  CONSTRAINT refunds_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT refunds_lab_id_payment_id_fkey FOREIGN KEY (lab_id, payment_id) REFERENCES payments (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT refunds_lab_id_credit_note_id_fkey FOREIGN KEY (lab_id, credit_note_id) REFERENCES credit_notes (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT refunds_lab_id_recorded_by_id_fkey FOREIGN KEY (lab_id, recorded_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (num_nonnulls(payment_id, credit_note_id) = 1)
);
CREATE UNIQUE INDEX refunds_lab_id_id_key ON refunds (lab_id, id);
CREATE INDEX refunds_lab_id_practice_id_refunded_on_idx ON refunds (lab_id, practice_id, refunded_on);
CREATE INDEX refunds_lab_id_payment_id_idx ON refunds (lab_id, payment_id);
CREATE INDEX refunds_lab_id_credit_note_id_idx ON refunds (lab_id, credit_note_id);
CREATE INDEX refunds_lab_id_recorded_by_id_idx ON refunds (lab_id, recorded_by_id);
CREATE INDEX refunds_lab_id_refunded_on_idx ON refunds (lab_id, refunded_on);

-- Rules of the ledger -----------------------------------------------------------------------------------------------

-- `paid_total` is what payments and credit notes have settled; `credited_total` what credit notes give back of this very invoice.
ALTER TABLE invoices ADD COLUMN credited_total numeric(12,2) NOT NULL DEFAULT 0,
  ADD CONSTRAINT invoices_credited_at_most_total CHECK (credited_total BETWEEN 0 AND total);

CREATE FUNCTION book_credit_note_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE note credit_notes; line invoice_items; given record;
BEGIN
  SELECT * INTO STRICT note FROM credit_notes WHERE id = NEW.credit_note_id AND lab_id = NEW.lab_id FOR UPDATE;
  PERFORM FROM invoices WHERE id = note.invoice_id FOR UPDATE;
  SELECT * INTO line FROM invoice_items WHERE id = NEW.invoice_item_id AND invoice_id = note.invoice_id AND lab_id = NEW.lab_id;
  IF line.id IS NULL OR line.tax_percent <> NEW.tax_percent THEN
    RAISE EXCEPTION 'credit_of_another_invoice' USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_note_items_of_invoice';
  END IF;
  SELECT sum(net) AS net, sum(tax) AS tax INTO given FROM credit_note_items WHERE invoice_item_id = NEW.invoice_item_id;
  IF given.net > line.net OR given.tax > line.tax THEN
    RAISE EXCEPTION 'credited_too_much' USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_note_items_at_most_line';
  END IF;
  IF NEW.invoice_again AND given.net < line.net THEN
    RAISE EXCEPTION 'credited_in_part' USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_note_items_free_whole_lines';
  END IF;
  UPDATE credit_notes SET subtotal = subtotal + NEW.net, tax_total = tax_total + NEW.tax, total = total + NEW.net + NEW.tax WHERE id = note.id;
  UPDATE invoices SET credited_total = credited_total + NEW.net + NEW.tax
    WHERE id = note.invoice_id AND practice_id = note.practice_id AND currency = note.currency AND status NOT IN ('draft', 'cancelled');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'invoice_not_creditable' USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_notes_on_sent_invoice';
  END IF;
  IF NEW.invoice_again THEN UPDATE invoice_items SET is_void = true WHERE id = line.id; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER book_credit_note_item AFTER INSERT ON credit_note_items FOR EACH ROW EXECUTE FUNCTION book_credit_note_item();

CREATE FUNCTION book_allocation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE money_currency text;
BEGIN
  UPDATE payments SET allocated = allocated + NEW.amount WHERE id = NEW.payment_id AND practice_id = NEW.practice_id RETURNING currency INTO money_currency;
  IF NEW.credit_note_id IS NOT NULL THEN
    UPDATE credit_notes SET allocated = allocated + NEW.amount WHERE id = NEW.credit_note_id AND practice_id = NEW.practice_id RETURNING currency INTO money_currency;
  END IF;
  UPDATE invoices SET paid_total = paid_total + NEW.amount
    WHERE id = NEW.invoice_id AND practice_id = NEW.practice_id AND currency = money_currency AND status NOT IN ('draft', 'cancelled');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'invoice_not_payable' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocations_on_open_invoice';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER book_allocation AFTER INSERT ON allocations FOR EACH ROW EXECUTE FUNCTION book_allocation();

CREATE FUNCTION book_refund() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.payment_id IS NOT NULL THEN
    UPDATE payments SET refunded = refunded + NEW.amount WHERE id = NEW.payment_id AND practice_id = NEW.practice_id AND currency = NEW.currency;
  ELSE
    UPDATE credit_notes SET refunded = refunded + NEW.amount WHERE id = NEW.credit_note_id AND practice_id = NEW.practice_id AND currency = NEW.currency;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'refund_of_another' USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_of_practice';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER book_refund AFTER INSERT ON refunds FOR EACH ROW EXECUTE FUNCTION book_refund();

-- An invoice that was credited in full is `refunded`; below that its status follows the balance as before.
CREATE OR REPLACE FUNCTION follow_invoice_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE today date;
BEGIN
  IF OLD.status <> 'draft' AND (NEW.number, NEW.practice_id, NEW.currency, NEW.issued_on, NEW.due_on, NEW.subtotal, NEW.tax_total, NEW.total)
      IS DISTINCT FROM (OLD.number, OLD.practice_id, OLD.currency, OLD.issued_on, OLD.due_on, OLD.subtotal, OLD.tax_total, OLD.total) THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_fixed_once_sent';
  END IF;
  IF NEW.status IN ('sent', 'partly_paid', 'paid', 'overdue', 'refunded') THEN
    SELECT (now() AT TIME ZONE time_zone)::date INTO today FROM labs WHERE id = NEW.lab_id;
    NEW.status := CASE WHEN NEW.credited_total > 0 AND NEW.credited_total = NEW.total THEN 'refunded' WHEN NEW.paid_total >= NEW.total THEN 'paid'
      WHEN NEW.due_on < today THEN 'overdue' WHEN NEW.paid_total > 0 THEN 'partly_paid' ELSE 'sent' END;
  END IF;
  RETURN NEW;
END $$;

-- Lines of a sent invoice stay as they are; only their being free again may change, when the invoice was cancelled or they were credited.
CREATE OR REPLACE FUNCTION follow_invoice_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE target uuid; current_status text;
BEGIN
  target := CASE WHEN TG_OP = 'DELETE' THEN OLD.invoice_id ELSE NEW.invoice_id END;
  IF TG_OP = 'UPDATE' AND OLD.invoice_id <> NEW.invoice_id THEN
    RAISE EXCEPTION 'invoice_item_moved' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_stay';
  END IF;
  SELECT status INTO current_status FROM invoices WHERE id = target FOR UPDATE;
  IF TG_OP = 'UPDATE' AND NEW.is_void AND to_jsonb(NEW) - ARRAY['is_void', 'updated_at'] = to_jsonb(OLD) - ARRAY['is_void', 'updated_at']
      AND (current_status = 'cancelled' OR EXISTS (SELECT FROM credit_note_items c WHERE c.invoice_item_id = NEW.id AND c.invoice_again)) THEN
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

REVOKE EXECUTE ON FUNCTION book_credit_note_item(), book_allocation(), book_refund() FROM PUBLIC;

SELECT secure_table('credit_notes', 'INSERT'), secure_table('credit_note_items', 'INSERT'), secure_table('allocations', 'INSERT'), secure_table('refunds', 'INSERT'),
  allow_rows('credit_notes', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('credit_note_items', 'casepan_portal', 'SELECT', 'EXISTS (SELECT FROM credit_notes n WHERE n.lab_id = credit_note_items.lab_id AND n.id = credit_note_items.credit_note_id)'),
  allow_rows('allocations', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id())'),
  allow_rows('refunds', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id())');
-- The ledger's own sums are the database's to write.
GRANT UPDATE (mailed_to, mailed_at) ON credit_notes TO casepan_lab;
REVOKE INSERT ON payments, credit_notes FROM casepan_lab;
GRANT INSERT (id, lab_id, practice_id, method, currency, amount, received_on, reference, note, recorded_by_id) ON payments TO casepan_lab;
GRANT INSERT (id, lab_id, number, practice_id, invoice_id, currency, reason, issued_on, issued_by_id, parties, mailed_to) ON credit_notes TO casepan_lab;
