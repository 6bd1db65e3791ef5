-- Prices and taxes: lists and prices are edited by several people, a tax may be exempt with the words the law asks for, a practice may
-- be exempt as a whole, and a line keeps what its paper says, since what was sent does not change.

ALTER TABLE price_lists ADD COLUMN version int NOT NULL DEFAULT 1;
CREATE TRIGGER bump_version BEFORE UPDATE ON price_lists FOR EACH ROW EXECUTE FUNCTION bump_version();
ALTER TABLE price_list_items ADD COLUMN version int NOT NULL DEFAULT 1;
CREATE TRIGGER bump_version BEFORE UPDATE ON price_list_items FOR EACH ROW EXECUTE FUNCTION bump_version();

ALTER TABLE tax_rates ADD COLUMN is_exempt boolean NOT NULL DEFAULT false, ADD COLUMN legal_note text,
  ADD CONSTRAINT tax_rates_exempt_says_why CHECK (NOT is_exempt OR (percent = 0 AND legal_note IS NOT NULL));
CREATE UNIQUE INDEX tax_rates_name_live ON tax_rates (lab_id, name, valid_from) WHERE deleted_at IS NULL;

-- A practice with a reason bears no tax at all; the number is what an authority gave it for that.
ALTER TABLE practices ADD COLUMN tax_exempt_reason text, ADD COLUMN tax_exempt_number text,
  ADD CONSTRAINT practices_exempt_says_why CHECK (tax_exempt_number IS NULL OR tax_exempt_reason IS NOT NULL);

-- `exempt_note` is why a line bears no tax. Dentist and patient code are kept when the invoice is drafted and again when it is sent.
ALTER TABLE invoice_items ADD COLUMN tax_name text, ADD COLUMN exempt_note text, ADD COLUMN delivered_on date,
  ADD COLUMN dentist_name text, ADD COLUMN patient_code text,
  ADD CONSTRAINT invoice_items_exempt_untaxed CHECK (exempt_note IS NULL OR tax_percent = 0);

-- How a new practice is invoiced unless agreed otherwise, and the words at the foot of each invoice.
ALTER TABLE labs ADD COLUMN invoice_footer text, ADD COLUMN default_invoice_mode invoice_mode NOT NULL DEFAULT 'per_case',
  ADD COLUMN default_payment_terms_days int NOT NULL DEFAULT 30 CHECK (default_payment_terms_days BETWEEN 0 AND 365);
