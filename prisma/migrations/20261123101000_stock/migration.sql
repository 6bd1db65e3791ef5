-- Stock: where it lies, what it is worth, who sells it at what price, and how it is counted.

CREATE DOMAIN stock_count_status AS text CHECK (VALUE IN ('open', 'approved', 'cancelled'));

-- Places ------------------------------------------------------------------------------------------------------------

CREATE TABLE stock_locations (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  name text NOT NULL CHECK (name <> ''),
  notes text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT stock_locations_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX stock_locations_lab_id_id_key ON stock_locations (lab_id, id);
CREATE UNIQUE INDEX stock_locations_live ON stock_locations (lab_id, lower(name)) WHERE deleted_at IS NULL;
SELECT secure_table('stock_locations');

-- Items, lots and the ledger ----------------------------------------------------------------------------------------

-- `unit_cost` of an item is what it cost last; what stock is worth follows from the cost of each lot. `value` has seven
-- decimals because a quantity has three and a cost four: it is rounded where it is shown, never where it is kept.
ALTER TABLE inventory_items
  ADD COLUMN location_id uuid,
  ADD COLUMN gtin text CONSTRAINT inventory_items_gtin_digits CHECK (gtin ~ '^[0-9]{14}$'),
  ADD COLUMN notes text,
  ADD COLUMN reorder_quantity numeric(12,3) CHECK (reorder_quantity > 0),
  ADD COLUMN value numeric(20,7) NOT NULL DEFAULT 0,
  ADD COLUMN is_low boolean NOT NULL GENERATED ALWAYS AS (reorder_point > 0 AND on_hand <= reorder_point) STORED,
  ADD COLUMN version int NOT NULL DEFAULT 0,
  ADD CONSTRAINT inventory_items_value_not_negative CHECK (value >= 0),
  ADD CONSTRAINT inventory_items_lab_id_location_id_fkey FOREIGN KEY (lab_id, location_id) REFERENCES stock_locations (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX inventory_items_lab_id_location_id_idx ON inventory_items (lab_id, location_id);
CREATE INDEX inventory_items_lab_id_name_id_idx ON inventory_items (lab_id, name, id);
CREATE INDEX inventory_items_low ON inventory_items (lab_id, name, id) WHERE is_low AND deleted_at IS NULL;
CREATE UNIQUE INDEX inventory_items_gtin_live ON inventory_items (lab_id, gtin) WHERE deleted_at IS NULL;

INSERT INTO stock_locations (lab_id, name)
  SELECT DISTINCT ON (lab_id, lower(trim(location))) lab_id, trim(location) FROM inventory_items WHERE trim(location) <> '';
UPDATE inventory_items i SET location_id = l.id FROM stock_locations l WHERE l.lab_id = i.lab_id AND lower(l.name) = lower(trim(i.location));
ALTER TABLE inventory_items DROP COLUMN location;

-- A lot lies in one place. `unit_cost` is null until something of it was received. Stock without a lot number is kept in one lot of its
-- item that is marked `is_unnumbered`, so that every movement has a lot and every lot one cost.
ALTER TABLE lots
  ADD COLUMN unit_cost numeric(12,4) CHECK (unit_cost >= 0),
  ADD COLUMN location_id uuid,
  ADD COLUMN supplier_id uuid,
  ADD COLUMN is_unnumbered boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT lots_lab_id_location_id_fkey FOREIGN KEY (lab_id, location_id) REFERENCES stock_locations (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD CONSTRAINT lots_lab_id_supplier_id_fkey FOREIGN KEY (lab_id, supplier_id) REFERENCES suppliers (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX lots_lab_id_location_id_idx ON lots (lab_id, location_id);
CREATE INDEX lots_lab_id_supplier_id_idx ON lots (lab_id, supplier_id);
CREATE INDEX lots_expiring ON lots (lab_id, expires_on, id) WHERE on_hand > 0 AND expires_on IS NOT NULL AND deleted_at IS NULL;

-- Where a movement came from at the bench, and which one it takes back.
ALTER TABLE inventory_transactions
  ALTER COLUMN unit_cost TYPE numeric(12,4),
  ADD COLUMN stage_id uuid,
  ADD COLUMN department_id uuid,
  ADD COLUMN reverses_id uuid,
  ADD CONSTRAINT inventory_transactions_lab_id_stage_id_fkey FOREIGN KEY (lab_id, stage_id) REFERENCES workflow_stages (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD CONSTRAINT inventory_transactions_lab_id_department_id_fkey FOREIGN KEY (lab_id, department_id) REFERENCES departments (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD CONSTRAINT inventory_transactions_lab_id_reverses_id_fkey FOREIGN KEY (lab_id, reverses_id) REFERENCES inventory_transactions (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX inventory_transactions_lab_id_stage_id_idx ON inventory_transactions (lab_id, stage_id);
CREATE INDEX inventory_transactions_lab_id_department_id_occurred_at_idx ON inventory_transactions (lab_id, department_id, occurred_at);
CREATE UNIQUE INDEX inventory_transactions_lab_id_reverses_id_key ON inventory_transactions (lab_id, reverses_id);
CREATE INDEX inventory_transactions_lab_id_inventory_item_id_id_idx ON inventory_transactions (lab_id, inventory_item_id, id);

-- Movements that are there already: into the unnumbered lot where they had none, at one cost per lot.
INSERT INTO lots (lab_id, inventory_item_id, number, is_unnumbered)
  SELECT DISTINCT lab_id, inventory_item_id, 'No number', true FROM inventory_transactions WHERE lot_id IS NULL;
UPDATE inventory_transactions t SET lot_id = l.id FROM lots l
  WHERE t.lot_id IS NULL AND l.is_unnumbered AND l.lab_id = t.lab_id AND l.inventory_item_id = t.inventory_item_id;
UPDATE lots l SET on_hand = s.on_hand FROM (SELECT lab_id, lot_id, sum(quantity) AS on_hand FROM inventory_transactions GROUP BY 1, 2) s
  WHERE l.is_unnumbered AND s.lab_id = l.lab_id AND s.lot_id = l.id;
UPDATE lots l SET unit_cost = i.unit_cost, location_id = i.location_id FROM inventory_items i
  WHERE i.lab_id = l.lab_id AND i.id = l.inventory_item_id;
UPDATE inventory_transactions t SET unit_cost = l.unit_cost FROM lots l
  WHERE l.lab_id = t.lab_id AND l.id = t.lot_id AND t.unit_cost IS DISTINCT FROM l.unit_cost;
UPDATE inventory_items i SET value = s.value
  FROM (SELECT lab_id, inventory_item_id, sum(quantity * unit_cost) AS value FROM inventory_transactions GROUP BY 1, 2) s
  WHERE s.lab_id = i.lab_id AND s.inventory_item_id = i.id;

CREATE TRIGGER bump_version BEFORE UPDATE ON inventory_items FOR EACH ROW
  WHEN (OLD.on_hand IS NOT DISTINCT FROM NEW.on_hand AND OLD.value IS NOT DISTINCT FROM NEW.value) EXECUTE FUNCTION bump_version();

-- On hand and value of item and lot follow every movement; the CHECKs keep them from going below zero. A movement without a lot goes to
-- the item's unnumbered one. Each lot has one cost: an empty lot takes the cost of what comes in, and one with something in it refuses
-- another (it is revalued first: all out at the old cost and in again at the new one), so that the value of an item is at any time both
-- the sum of quantity times cost over its movements and over its lots.
DROP TRIGGER book_stock ON inventory_transactions;
CREATE OR REPLACE FUNCTION book_stock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE item inventory_items; lot lots;
BEGIN
  SELECT * INTO item FROM inventory_items WHERE lab_id = NEW.lab_id AND id = NEW.inventory_item_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NEW; END IF;
  IF NEW.lot_id IS NULL THEN
    INSERT INTO lots (lab_id, inventory_item_id, number, is_unnumbered, location_id) VALUES (NEW.lab_id, item.id, 'No number', true, item.location_id)
      ON CONFLICT (lab_id, inventory_item_id, number) WHERE deleted_at IS NULL DO NOTHING;
    SELECT id INTO NEW.lot_id FROM lots WHERE lab_id = NEW.lab_id AND inventory_item_id = item.id AND number = 'No number' AND deleted_at IS NULL;
  END IF;
  SELECT * INTO lot FROM lots WHERE lab_id = NEW.lab_id AND id = NEW.lot_id AND inventory_item_id = item.id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'lot_of_another_item' USING ERRCODE = 'check_violation', CONSTRAINT = 'inventory_transactions_lot_of_item';
  END IF;
  IF lot.on_hand = 0 AND NEW.quantity > 0 THEN
    NEW.unit_cost := coalesce(NEW.unit_cost, lot.unit_cost, item.unit_cost);
  ELSIF NEW.unit_cost <> lot.unit_cost THEN
    RAISE EXCEPTION 'cost_of_another_lot' USING ERRCODE = 'check_violation', CONSTRAINT = 'inventory_transactions_cost_of_lot';
  ELSE
    NEW.unit_cost := coalesce(lot.unit_cost, item.unit_cost);
  END IF;
  UPDATE lots SET on_hand = on_hand + NEW.quantity, unit_cost = NEW.unit_cost WHERE id = lot.id;
  UPDATE inventory_items SET on_hand = on_hand + NEW.quantity, value = value + NEW.quantity * NEW.unit_cost WHERE id = item.id;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION book_stock() FROM PUBLIC;
CREATE TRIGGER book_stock BEFORE INSERT ON inventory_transactions FOR EACH ROW EXECUTE FUNCTION book_stock();

GRANT UPDATE (location_id, gtin, notes, reorder_quantity) ON inventory_items TO casepan_lab;
GRANT UPDATE (location_id, supplier_id) ON lots TO casepan_lab;
REVOKE INSERT ON inventory_items, lots FROM casepan_lab;
GRANT INSERT (id, lab_id, sku, name, category, unit, supplier_id, reorder_point, reorder_quantity, unit_cost, location_id, gtin, notes) ON inventory_items TO casepan_lab;
GRANT INSERT (id, lab_id, inventory_item_id, number, expires_on, received_on, location_id, supplier_id) ON lots TO casepan_lab;

-- A lot that was carried to another place.
CREATE TABLE lot_moves (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  lot_id uuid NOT NULL,
  from_location_id uuid,
  to_location_id uuid NOT NULL,
  moved_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT lot_moves_pkey PRIMARY KEY (id),
  CONSTRAINT lot_moves_lab_id_lot_id_fkey FOREIGN KEY (lab_id, lot_id) REFERENCES lots (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT lot_moves_lab_id_from_location_id_fkey FOREIGN KEY (lab_id, from_location_id) REFERENCES stock_locations (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT lot_moves_lab_id_to_location_id_fkey FOREIGN KEY (lab_id, to_location_id) REFERENCES stock_locations (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT lot_moves_lab_id_moved_by_id_fkey FOREIGN KEY (lab_id, moved_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX lot_moves_lab_id_id_key ON lot_moves (lab_id, id);
CREATE INDEX lot_moves_lab_id_lot_id_idx ON lot_moves (lab_id, lot_id);
CREATE INDEX lot_moves_lab_id_from_location_id_idx ON lot_moves (lab_id, from_location_id);
CREATE INDEX lot_moves_lab_id_to_location_id_idx ON lot_moves (lab_id, to_location_id);
CREATE INDEX lot_moves_lab_id_moved_by_id_idx ON lot_moves (lab_id, moved_by_id);

-- The maker's certificate of a lot: a PDF or a photo.
CREATE TABLE lot_certificates (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  lot_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  store file_store NOT NULL,
  store_key text NOT NULL,
  uploaded_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT lot_certificates_pkey PRIMARY KEY (id),
  CONSTRAINT lot_certificates_lab_id_lot_id_fkey FOREIGN KEY (lab_id, lot_id) REFERENCES lots (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT lot_certificates_lab_id_uploaded_by_id_fkey FOREIGN KEY (lab_id, uploaded_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX lot_certificates_lab_id_id_key ON lot_certificates (lab_id, id);
CREATE INDEX lot_certificates_lab_id_lot_id_idx ON lot_certificates (lab_id, lot_id);
CREATE INDEX lot_certificates_lab_id_uploaded_by_id_idx ON lot_certificates (lab_id, uploaded_by_id);
SELECT secure_table('lot_moves', 'INSERT'), secure_table('lot_certificates');

-- Suppliers ---------------------------------------------------------------------------------------------------------

-- What a supplier is rated by, 1 to 5; the rating is the mean of what was rated.
ALTER TABLE suppliers
  DROP COLUMN rating,
  ADD COLUMN contact_name text,
  ADD COLUMN website text,
  ADD COLUMN rating_quality smallint CHECK (rating_quality BETWEEN 1 AND 5),
  ADD COLUMN rating_delivery smallint CHECK (rating_delivery BETWEEN 1 AND 5),
  ADD COLUMN rating_price smallint CHECK (rating_price BETWEEN 1 AND 5),
  ADD COLUMN rating_service smallint CHECK (rating_service BETWEEN 1 AND 5),
  ADD COLUMN rating numeric(3,2) GENERATED ALWAYS AS (round(
    (coalesce(rating_quality, 0) + coalesce(rating_delivery, 0) + coalesce(rating_price, 0) + coalesce(rating_service, 0))::numeric
    / nullif(num_nonnulls(rating_quality, rating_delivery, rating_price, rating_service), 0), 2)) STORED,
  ADD COLUMN version int NOT NULL DEFAULT 0;
CREATE TRIGGER bump_version BEFORE UPDATE ON suppliers FOR EACH ROW EXECUTE FUNCTION bump_version();

-- What one unit of an item costs at a supplier from a day on, in the lab's currency. On a day holds the newest that has begun and not ended.
CREATE TABLE supplier_prices (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  supplier_id uuid NOT NULL,
  inventory_item_id uuid NOT NULL,
  order_code text,
  unit_price numeric(12,4) NOT NULL CHECK (unit_price >= 0),
  pack_size numeric(12,3) NOT NULL DEFAULT 1 CHECK (pack_size > 0),
  valid_from date NOT NULL,
  valid_until date,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT supplier_prices_pkey PRIMARY KEY (id),
  CONSTRAINT supplier_prices_days CHECK (valid_until >= valid_from),
  CONSTRAINT supplier_prices_lab_id_supplier_id_fkey FOREIGN KEY (lab_id, supplier_id) REFERENCES suppliers (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT supplier_prices_lab_id_inventory_item_id_fkey FOREIGN KEY (lab_id, inventory_item_id) REFERENCES inventory_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX supplier_prices_lab_id_id_key ON supplier_prices (lab_id, id);
CREATE INDEX supplier_prices_lab_id_supplier_id_idx ON supplier_prices (lab_id, supplier_id);
CREATE INDEX supplier_prices_lab_id_inventory_item_id_idx ON supplier_prices (lab_id, inventory_item_id);
CREATE UNIQUE INDEX supplier_prices_live ON supplier_prices (lab_id, supplier_id, inventory_item_id, valid_from) WHERE deleted_at IS NULL;
SELECT secure_table('supplier_prices');

-- Stock-taking ------------------------------------------------------------------------------------------------------

-- A count of what lies in a place or belongs to a category (all of it when neither is named).
CREATE TABLE stock_counts (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  name text NOT NULL CHECK (name <> ''),
  status stock_count_status NOT NULL DEFAULT 'open',
  location_id uuid,
  category inventory_category,
  opened_by_id uuid NOT NULL,
  closed_by_id uuid,
  closed_at timestamptz(3),
  notes text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT stock_counts_pkey PRIMARY KEY (id),
  CONSTRAINT stock_counts_closed CHECK ((status = 'open') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by_id IS NULL)),
  CONSTRAINT stock_counts_lab_id_location_id_fkey FOREIGN KEY (lab_id, location_id) REFERENCES stock_locations (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_counts_lab_id_opened_by_id_fkey FOREIGN KEY (lab_id, opened_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_counts_lab_id_closed_by_id_fkey FOREIGN KEY (lab_id, closed_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX stock_counts_lab_id_id_key ON stock_counts (lab_id, id);
CREATE INDEX stock_counts_lab_id_location_id_idx ON stock_counts (lab_id, location_id);
CREATE INDEX stock_counts_lab_id_opened_by_id_idx ON stock_counts (lab_id, opened_by_id);
CREATE INDEX stock_counts_lab_id_closed_by_id_idx ON stock_counts (lab_id, closed_by_id);

-- A lot in a count. `expected` was on hand when the count began (or when the lot turned up), `booked` when it was last counted, `counted` is
-- the sum of its entries since `round` began. `is_open` while its count is: a lot is in one open count at a time.
CREATE TABLE stock_count_lines (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  count_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  expected numeric(12,3) NOT NULL CHECK (expected >= 0),
  unit_cost numeric(12,4) NOT NULL CHECK (unit_cost >= 0),
  counted numeric(12,3) CHECK (counted >= 0),
  booked numeric(12,3),
  round int NOT NULL DEFAULT 1 CHECK (round > 0),
  turned_up boolean NOT NULL DEFAULT false,
  is_open boolean NOT NULL DEFAULT true,
  transaction_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT stock_count_lines_pkey PRIMARY KEY (id),
  CONSTRAINT stock_count_lines_counted_booked CHECK ((counted IS NULL) = (booked IS NULL)),
  CONSTRAINT stock_count_lines_lab_id_count_id_fkey FOREIGN KEY (lab_id, count_id) REFERENCES stock_counts (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT stock_count_lines_lab_id_lot_id_fkey FOREIGN KEY (lab_id, lot_id) REFERENCES lots (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_count_lines_lab_id_transaction_id_fkey FOREIGN KEY (lab_id, transaction_id) REFERENCES inventory_transactions (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX stock_count_lines_lab_id_id_key ON stock_count_lines (lab_id, id);
CREATE UNIQUE INDEX stock_count_lines_lab_id_count_id_lot_id_key ON stock_count_lines (lab_id, count_id, lot_id);
CREATE INDEX stock_count_lines_lab_id_lot_id_idx ON stock_count_lines (lab_id, lot_id);
CREATE INDEX stock_count_lines_lab_id_transaction_id_idx ON stock_count_lines (lab_id, transaction_id);
CREATE UNIQUE INDEX stock_count_lines_in_one_count ON stock_count_lines (lab_id, lot_id) WHERE is_open;

-- What one person counted of a line in one go; entries of an earlier round no longer count.
CREATE TABLE stock_count_entries (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  line_id uuid NOT NULL,
  round int NOT NULL CHECK (round > 0),
  quantity numeric(12,3) NOT NULL,
  by_scan boolean NOT NULL,
  counted_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT stock_count_entries_pkey PRIMARY KEY (id),
  CONSTRAINT stock_count_entries_lab_id_line_id_fkey FOREIGN KEY (lab_id, line_id) REFERENCES stock_count_lines (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT stock_count_entries_lab_id_counted_by_id_fkey FOREIGN KEY (lab_id, counted_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX stock_count_entries_lab_id_id_key ON stock_count_entries (lab_id, id);
CREATE INDEX stock_count_entries_lab_id_line_id_idx ON stock_count_entries (lab_id, line_id);
CREATE INDEX stock_count_entries_lab_id_counted_by_id_idx ON stock_count_entries (lab_id, counted_by_id);
SELECT secure_table('stock_counts'), secure_table('stock_count_lines'), secure_table('stock_count_entries', 'INSERT');

-- Search ------------------------------------------------------------------------------------------------------------

CREATE FUNCTION stock_words(sku text, name text, gtin text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ' ' || public.search_fold(sku || ' ' || name || ' ' || coalesce(gtin, '')) $$;
CREATE INDEX lots_number_words ON lots USING gin (lab_id, number gin_trgm_ops);
CREATE INDEX inventory_items_words ON inventory_items USING gin (lab_id, stock_words(sku, name, gtin) gin_trgm_ops);

-- The ids of the acting lab's items in whose code, name or barcode number every word occurs, or that have a lot whose number contains what was typed; at most `most`.
CREATE FUNCTION search_stock(words text, most int DEFAULT 500) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE conditions text := ''; parts text[] := regexp_split_to_array(trim(words), '\s+');
BEGIN
  FOR n IN 1 .. least(array_length(parts, 1), 8) LOOP
    conditions := conditions || format(' AND stock_words(i.sku, i.name, i.gtin) LIKE search_pattern($1[%s])', n);
  END LOOP;
  RETURN QUERY EXECUTE $q$
    (SELECT i.id FROM inventory_items i WHERE i.lab_id = $2 AND i.deleted_at IS NULL $q$ || conditions || $q$ LIMIT $4)
    UNION SELECT l.inventory_item_id FROM lots l WHERE l.lab_id = $2 AND l.deleted_at IS NULL AND l.number ILIKE $3 LIMIT $4 $q$
    USING parts, app_lab_id(), '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%', most;
END $$;
REVOKE EXECUTE ON FUNCTION search_stock(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_stock(text, int) TO casepan_lab;
