-- A lot may lie in several places: most of it at its own, a part of it at each of some others. How much there is of it stays the ledger's
-- to say; where it lies is kept beside it, and the parts can never come to more than the lot.

CREATE TABLE lot_parts (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  lot_id uuid NOT NULL,
  location_id uuid NOT NULL,
  quantity numeric(12,3) NOT NULL CONSTRAINT lot_parts_not_negative CHECK (quantity >= 0),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT lot_parts_pkey PRIMARY KEY (id),
  CONSTRAINT lot_parts_lab_id_lot_id_fkey FOREIGN KEY (lab_id, lot_id) REFERENCES lots (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT lot_parts_lab_id_location_id_fkey FOREIGN KEY (lab_id, location_id) REFERENCES stock_locations (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX lot_parts_lab_id_id_key ON lot_parts (lab_id, id);
CREATE UNIQUE INDEX lot_parts_lab_id_lot_id_location_id_key ON lot_parts (lab_id, lot_id, location_id);
CREATE INDEX lot_parts_lab_id_location_id_idx ON lot_parts (lab_id, location_id);
SELECT secure_table('lot_parts');

-- `elsewhere` is the sum of the parts; the rest lies at the lot's own place.
ALTER TABLE lots
  ADD COLUMN elsewhere numeric(12,3) NOT NULL DEFAULT 0,
  ADD CONSTRAINT lots_parts_within_it CHECK (elsewhere >= 0 AND elsewhere <= on_hand);

-- Null for what was carried before amounts were noted: all of it.
ALTER TABLE lot_moves ADD COLUMN quantity numeric(12,3) CHECK (quantity > 0);

-- Where something was taken from or put. Null for what was booked before places were noted, and for what came from several.
ALTER TABLE inventory_transactions
  ADD COLUMN location_id uuid,
  ADD CONSTRAINT inventory_transactions_lab_id_location_id_fkey FOREIGN KEY (lab_id, location_id) REFERENCES stock_locations (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX inventory_transactions_lab_id_location_id_idx ON inventory_transactions (lab_id, location_id);

-- A count of a place counts what lies there of each lot; null counts all of the lot.
ALTER TABLE stock_count_lines
  ADD COLUMN location_id uuid,
  ADD CONSTRAINT stock_count_lines_lab_id_location_id_fkey FOREIGN KEY (lab_id, location_id) REFERENCES stock_locations (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX stock_count_lines_lab_id_location_id_idx ON stock_count_lines (lab_id, location_id);
UPDATE stock_count_lines k SET location_id = c.location_id FROM stock_counts c
  WHERE c.lab_id = k.lab_id AND c.id = k.count_id AND c.location_id IS NOT NULL AND NOT k.turned_up;

CREATE FUNCTION follow_lot_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE lots SET elsewhere = elsewhere + NEW.quantity - CASE TG_OP WHEN 'UPDATE' THEN OLD.quantity ELSE 0 END
    WHERE lab_id = NEW.lab_id AND id = NEW.lot_id;
  IF EXISTS (SELECT FROM lot_parts p JOIN lots l ON l.lab_id = p.lab_id AND l.id = p.lot_id WHERE p.id = NEW.id AND p.quantity > 0 AND l.location_id = p.location_id) THEN
    RAISE EXCEPTION 'lot_part_at_home' USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_parts_elsewhere';
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION follow_lot_parts() FROM PUBLIC;
CREATE TRIGGER follow_lot_parts AFTER INSERT OR UPDATE OF quantity ON lot_parts FOR EACH ROW EXECUTE FUNCTION follow_lot_parts();

-- When nothing is left at a lot's own place, the largest of its parts lies at home from then on.
CREATE FUNCTION rehome_lot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE part lot_parts;
BEGIN
  SELECT * INTO part FROM lot_parts WHERE lab_id = NEW.lab_id AND lot_id = NEW.id AND quantity > 0 ORDER BY quantity DESC, id LIMIT 1;
  UPDATE lots SET location_id = part.location_id WHERE id = NEW.id;
  UPDATE lot_parts SET quantity = 0 WHERE id = part.id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION rehome_lot() FROM PUBLIC;
CREATE TRIGGER rehome_lot AFTER UPDATE OF on_hand, elsewhere ON lots FOR EACH ROW
  WHEN (NEW.elsewhere > 0 AND NEW.elsewhere = NEW.on_hand) EXECUTE FUNCTION rehome_lot();

-- As before, and now each movement finds its place: what comes in goes to the place it names, else to the lot's own; what goes out is taken
-- from the place it names, else from the parts, the smallest first (a part was carried out to be used), and then from the lot's own place.
CREATE OR REPLACE FUNCTION book_stock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE item inventory_items; lot lots; part lot_parts; wanted numeric; taken numeric; places uuid[] := '{}';
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
  IF NEW.quantity > 0 THEN
    NEW.location_id := coalesce(NEW.location_id, lot.location_id);
    UPDATE lots SET on_hand = on_hand + NEW.quantity, unit_cost = NEW.unit_cost,
      location_id = CASE WHEN lot.on_hand = 0 THEN NEW.location_id ELSE lot.location_id END WHERE id = lot.id;
    IF lot.on_hand > 0 AND NEW.location_id IS DISTINCT FROM lot.location_id THEN
      INSERT INTO lot_parts AS p (lab_id, lot_id, location_id, quantity) VALUES (NEW.lab_id, lot.id, NEW.location_id, NEW.quantity)
        ON CONFLICT (lab_id, lot_id, location_id) DO UPDATE SET quantity = p.quantity + excluded.quantity;
    END IF;
  ELSE
    IF NEW.location_id IS NULL OR NEW.location_id IS DISTINCT FROM lot.location_id THEN
      wanted := -NEW.quantity;
      FOR part IN SELECT * FROM lot_parts WHERE lab_id = NEW.lab_id AND lot_id = lot.id AND quantity > 0
          AND (NEW.location_id IS NULL OR location_id = NEW.location_id) ORDER BY quantity, id LOOP
        EXIT WHEN wanted = 0;
        taken := least(wanted, part.quantity);
        UPDATE lot_parts SET quantity = quantity - taken WHERE id = part.id;
        wanted := wanted - taken;
        places := places || part.location_id;
      END LOOP;
      IF NEW.location_id IS NOT NULL AND wanted > 0 THEN
        RAISE EXCEPTION 'not_at_that_place' USING ERRCODE = 'check_violation', CONSTRAINT = 'lots_parts_within_it';
      END IF;
      IF wanted > 0 THEN places := places || lot.location_id; END IF;
      NEW.location_id := CASE cardinality(places) WHEN 1 THEN places[1] END;
    END IF;
    UPDATE lots SET on_hand = on_hand + NEW.quantity, unit_cost = NEW.unit_cost WHERE id = lot.id;
  END IF;
  UPDATE inventory_items SET on_hand = on_hand + NEW.quantity, value = value + NEW.quantity * NEW.unit_cost WHERE id = item.id;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION book_stock() FROM PUBLIC;
