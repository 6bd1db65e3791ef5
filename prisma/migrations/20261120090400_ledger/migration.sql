-- Numbers without gaps or twins, invoice arithmetic, stock.

-- The next number of the acting lab in its own year, such as C-2026-000123. The counter row stays locked to the end of the
-- transaction, so a rolled-back number is given out again and no two are alike.
CREATE FUNCTION next_number(wanted counter_kind) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE this_lab CONSTANT uuid := app_lab_id(); this_year int; next_value int;
BEGIN
  SELECT extract(year FROM now() AT TIME ZONE time_zone)::int INTO STRICT this_year FROM labs WHERE id = this_lab;
  INSERT INTO lab_counters AS c (lab_id, kind, year, value) VALUES (this_lab, wanted, this_year, 1)
    ON CONFLICT (lab_id, kind, year) DO UPDATE SET value = c.value + 1 RETURNING value INTO next_value;
  RETURN CASE wanted WHEN 'case' THEN 'C' WHEN 'invoice' THEN 'INV' ELSE 'S' END || '-' || this_year || '-' || lpad(next_value::text, 6, '0');
END $$;
REVOKE EXECUTE ON FUNCTION next_number(counter_kind) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_number(counter_kind) TO casepan_lab, casepan_portal;

-- A line may change while its invoice is a draft, and the invoice's totals follow.
CREATE FUNCTION follow_invoice_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE target uuid; current_status text;
BEGIN
  target := CASE WHEN TG_OP = 'DELETE' THEN OLD.invoice_id ELSE NEW.invoice_id END;
  IF TG_OP = 'UPDATE' AND OLD.invoice_id <> NEW.invoice_id THEN
    RAISE EXCEPTION 'invoice_item_moved' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_stay';
  END IF;
  SELECT status INTO current_status FROM invoices WHERE id = target FOR UPDATE;
  IF current_status <> 'draft' THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_items_only_in_draft';
  END IF;
  UPDATE invoices SET (subtotal, tax_total, total) =
    (SELECT coalesce(sum(net), 0), coalesce(sum(tax), 0), coalesce(sum(net + tax), 0) FROM invoice_items WHERE invoice_id = target AND deleted_at IS NULL)
    WHERE id = target;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_invoice_items AFTER INSERT OR UPDATE OR DELETE ON invoice_items FOR EACH ROW EXECUTE FUNCTION follow_invoice_items();

-- Status follows the balance; what was sent keeps its particulars.
CREATE FUNCTION follow_invoice_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE today date;
BEGIN
  IF OLD.status <> 'draft' AND (NEW.number, NEW.practice_id, NEW.currency, NEW.issued_on, NEW.due_on, NEW.subtotal, NEW.tax_total, NEW.total)
      IS DISTINCT FROM (OLD.number, OLD.practice_id, OLD.currency, OLD.issued_on, OLD.due_on, OLD.subtotal, OLD.tax_total, OLD.total) THEN
    RAISE EXCEPTION 'invoice_not_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_fixed_once_sent';
  END IF;
  IF NEW.status IN ('sent', 'partly_paid', 'paid', 'overdue') THEN
    SELECT (now() AT TIME ZONE time_zone)::date INTO today FROM labs WHERE id = NEW.lab_id;
    NEW.status := CASE WHEN NEW.paid_total >= NEW.total THEN 'paid' WHEN NEW.due_on < today THEN 'overdue'
      WHEN NEW.paid_total > 0 THEN 'partly_paid' ELSE 'sent' END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_invoice_balance BEFORE UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION follow_invoice_balance();

-- A payment is booked on its invoice in the same breath; the CHECK invoices_paid_at_most_total refuses one too much.
CREATE FUNCTION book_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE invoices SET paid_total = paid_total + NEW.amount
    WHERE id = NEW.invoice_id AND practice_id = NEW.practice_id AND status IN ('sent', 'partly_paid', 'overdue');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'invoice_not_payable' USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_on_open_invoice';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER book_payment AFTER INSERT ON payments FOR EACH ROW EXECUTE FUNCTION book_payment();

-- Invoices of every lab whose due day has passed in that lab become overdue. Answers how many did.
CREATE FUNCTION mark_overdue_invoices() RETURNS int LANGUAGE sql AS $$
  WITH late AS (
    UPDATE invoices i SET status = 'overdue' FROM labs l
      WHERE l.id = i.lab_id AND i.status IN ('sent', 'partly_paid') AND i.due_on < (now() AT TIME ZONE l.time_zone)::date RETURNING 1)
  SELECT count(*)::int FROM late $$;
REVOKE EXECUTE ON FUNCTION mark_overdue_invoices() FROM PUBLIC;

-- Stock on hand follows the ledger; the CHECKs keep it from going below zero.
CREATE FUNCTION book_stock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE inventory_items SET on_hand = on_hand + NEW.quantity WHERE id = NEW.inventory_item_id;
  IF NEW.lot_id IS NOT NULL THEN
    UPDATE lots SET on_hand = on_hand + NEW.quantity WHERE id = NEW.lot_id AND inventory_item_id = NEW.inventory_item_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'lot_of_another_item' USING ERRCODE = 'check_violation', CONSTRAINT = 'inventory_transactions_lot_of_item';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER book_stock AFTER INSERT ON inventory_transactions FOR EACH ROW EXECUTE FUNCTION book_stock();

-- What the ledger keeps is the ledger's to write: the app neither sets totals nor on-hand itself.
REVOKE UPDATE ON invoices, inventory_items, lots FROM casepan_lab;
GRANT UPDATE (number, case_id, status, issued_on, due_on, sent_at, sent_by_id, notes, deleted_at) ON invoices TO casepan_lab;
GRANT UPDATE (sku, name, category, unit, supplier_id, reorder_point, unit_cost, location, deleted_at) ON inventory_items TO casepan_lab;
GRANT UPDATE (number, expires_on, received_on, deleted_at) ON lots TO casepan_lab;
REVOKE INSERT ON invoices FROM casepan_lab;
GRANT INSERT (id, lab_id, practice_id, case_id, currency, notes) ON invoices TO casepan_lab;
