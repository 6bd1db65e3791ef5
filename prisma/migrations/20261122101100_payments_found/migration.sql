-- The pattern as a sub-select and not as a join, so that the index of words may be used: among 100,000 payments, 150 to 500 ms became 50 to 90.
CREATE OR REPLACE FUNCTION search_payments(words text, most int DEFAULT 500) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH wanted AS (
    SELECT '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern,
      CASE WHEN replace(trim(words), ',', '.') ~ '^\d{1,8}(\.\d{1,2})?$' THEN replace(trim(words), ',', '.')::numeric END AS sum),
  found AS (
    SELECT p.id FROM payments p WHERE p.lab_id = (SELECT app_lab_id()) AND p.reference ILIKE (SELECT pattern FROM wanted)
    UNION SELECT p.id FROM practices c JOIN payments p ON p.lab_id = c.lab_id AND p.practice_id = c.id
      WHERE c.lab_id = (SELECT app_lab_id()) AND c.name ILIKE (SELECT pattern FROM wanted)
    UNION SELECT a.payment_id FROM invoices i JOIN allocations a ON a.lab_id = i.lab_id AND a.invoice_id = i.id
      WHERE i.lab_id = (SELECT app_lab_id()) AND i.number ILIKE (SELECT pattern FROM wanted) AND a.payment_id IS NOT NULL
    UNION SELECT p.id FROM payments p WHERE p.lab_id = (SELECT app_lab_id()) AND p.amount = (SELECT sum FROM wanted))
  SELECT y.id FROM payments y JOIN found USING (id) ORDER BY y.received_on DESC, y.id DESC LIMIT most
$$;
