-- The other orders of the stock list, each read by key.
CREATE INDEX inventory_items_by_sku ON inventory_items (lab_id, sku, id) WHERE deleted_at IS NULL;
CREATE INDEX inventory_items_by_on_hand ON inventory_items (lab_id, on_hand, id) WHERE deleted_at IS NULL;
CREATE INDEX inventory_items_by_value ON inventory_items (lab_id, value, id) WHERE deleted_at IS NULL;
