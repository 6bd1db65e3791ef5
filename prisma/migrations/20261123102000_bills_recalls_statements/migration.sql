-- What each stage takes from the stock, what was missing when it did, recalled lots with what their practices were told, and the
-- statements of custom-made devices.

CREATE DOMAIN bill_per AS text CHECK (VALUE IN ('unit', 'item', 'arch'));

-- Bills of materials ------------------------------------------------------------------------------------------------

-- Items that stand for one another, such as the zirconia discs of all shades.
CREATE TABLE stock_groups (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  unit text NOT NULL CHECK (length(unit) BETWEEN 1 AND 40),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT stock_groups_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX stock_groups_lab_id_id_key ON stock_groups (lab_id, id);

CREATE UNIQUE INDEX stock_groups_live ON stock_groups (lab_id, lower(name)) WHERE deleted_at IS NULL;
SELECT secure_table('stock_groups');

-- An item of a group; with a shade it is taken for that shade alone.
CREATE TABLE stock_group_items (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  group_id uuid NOT NULL,
  inventory_item_id uuid NOT NULL,
  shade text CHECK (length(shade) BETWEEN 1 AND 12),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT stock_group_items_pkey PRIMARY KEY (id),
  CONSTRAINT stock_group_items_lab_id_group_id_fkey FOREIGN KEY (lab_id, group_id) REFERENCES stock_groups (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_group_items_lab_id_inventory_item_id_fkey FOREIGN KEY (lab_id, inventory_item_id) REFERENCES inventory_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX stock_group_items_lab_id_id_key ON stock_group_items (lab_id, id);
CREATE INDEX stock_group_items_lab_id_group_id_idx ON stock_group_items (lab_id, group_id);
CREATE INDEX stock_group_items_lab_id_inventory_item_id_idx ON stock_group_items (lab_id, inventory_item_id);

CREATE UNIQUE INDEX stock_group_items_live ON stock_group_items (lab_id, group_id, inventory_item_id) WHERE deleted_at IS NULL;
SELECT secure_table('stock_group_items');

-- What one kind of work takes at one stage; without a material it is taken for every material. A traced line lets nothing pass without a lot.
CREATE TABLE bill_lines (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  procedure_type procedure_type NOT NULL,
  material material,
  stage workflow_stage_name NOT NULL CHECK (stage <> 'delivery'),
  inventory_item_id uuid,
  group_id uuid,
  quantity numeric(12,3) NOT NULL CHECK (quantity > 0),
  per bill_per NOT NULL DEFAULT 'unit',
  traced boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT bill_lines_one_thing CHECK (num_nonnulls(inventory_item_id, group_id) = 1),
  CONSTRAINT bill_lines_pkey PRIMARY KEY (id),
  CONSTRAINT bill_lines_lab_id_inventory_item_id_fkey FOREIGN KEY (lab_id, inventory_item_id) REFERENCES inventory_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT bill_lines_lab_id_group_id_fkey FOREIGN KEY (lab_id, group_id) REFERENCES stock_groups (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX bill_lines_lab_id_id_key ON bill_lines (lab_id, id);
CREATE INDEX bill_lines_lab_id_procedure_type_stage_idx ON bill_lines (lab_id, procedure_type, stage);
CREATE INDEX bill_lines_lab_id_inventory_item_id_idx ON bill_lines (lab_id, inventory_item_id);
CREATE INDEX bill_lines_lab_id_group_id_idx ON bill_lines (lab_id, group_id);

CREATE UNIQUE INDEX bill_lines_live ON bill_lines (lab_id, procedure_type, coalesce(material::text, ''), stage, coalesce(inventory_item_id, group_id)) WHERE deleted_at IS NULL;
SELECT secure_table('bill_lines');

-- Which lot is the next to use: the one that expires first.
CREATE INDEX lots_to_use ON lots (lab_id, inventory_item_id, expires_on) WHERE on_hand > 0 AND deleted_at IS NULL;

-- What a lot went into, the newest first.
CREATE INDEX inventory_transactions_of_lot ON inventory_transactions (lab_id, lot_id, occurred_at, id) WHERE case_item_id IS NOT NULL;

-- Shortfalls --------------------------------------------------------------------------------------------------------

-- What a completed stage used although the books had it not: work goes on, whoever keeps the stock looks after it. `lot_id` is the lot the
-- technician had in hand.
CREATE TABLE stock_shortfalls (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  workflow_stage_id uuid NOT NULL,
  case_item_id uuid NOT NULL,
  bill_line_id uuid NOT NULL,
  inventory_item_id uuid,
  lot_id uuid,
  missing numeric(12,3) NOT NULL CHECK (missing > 0),
  recorded_by_id uuid NOT NULL,
  settled_at timestamptz(3),
  settled_by_id uuid,
  settled_lot_id uuid,
  settled_words text CHECK (length(settled_words) <= 500),
  taken_back_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK ((settled_at IS NULL) = (settled_by_id IS NULL)),
  CONSTRAINT stock_shortfalls_pkey PRIMARY KEY (id),
  CONSTRAINT stock_shortfalls_lab_id_workflow_stage_id_fkey FOREIGN KEY (lab_id, workflow_stage_id) REFERENCES workflow_stages (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_shortfalls_lab_id_case_item_id_fkey FOREIGN KEY (lab_id, case_item_id) REFERENCES case_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_shortfalls_lab_id_bill_line_id_fkey FOREIGN KEY (lab_id, bill_line_id) REFERENCES bill_lines (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_shortfalls_lab_id_inventory_item_id_fkey FOREIGN KEY (lab_id, inventory_item_id) REFERENCES inventory_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_shortfalls_lab_id_lot_id_fkey FOREIGN KEY (lab_id, lot_id) REFERENCES lots (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_shortfalls_lab_id_recorded_by_id_fkey FOREIGN KEY (lab_id, recorded_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_shortfalls_lab_id_settled_by_id_fkey FOREIGN KEY (lab_id, settled_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT stock_shortfalls_lab_id_settled_lot_id_fkey FOREIGN KEY (lab_id, settled_lot_id) REFERENCES lots (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX stock_shortfalls_lab_id_id_key ON stock_shortfalls (lab_id, id);
CREATE INDEX stock_shortfalls_lab_id_workflow_stage_id_idx ON stock_shortfalls (lab_id, workflow_stage_id);
CREATE INDEX stock_shortfalls_lab_id_case_item_id_idx ON stock_shortfalls (lab_id, case_item_id);
CREATE INDEX stock_shortfalls_lab_id_bill_line_id_idx ON stock_shortfalls (lab_id, bill_line_id);
CREATE INDEX stock_shortfalls_lab_id_inventory_item_id_idx ON stock_shortfalls (lab_id, inventory_item_id);
CREATE INDEX stock_shortfalls_lab_id_lot_id_idx ON stock_shortfalls (lab_id, lot_id);
CREATE INDEX stock_shortfalls_lab_id_recorded_by_id_idx ON stock_shortfalls (lab_id, recorded_by_id);
CREATE INDEX stock_shortfalls_lab_id_settled_by_id_idx ON stock_shortfalls (lab_id, settled_by_id);
CREATE INDEX stock_shortfalls_lab_id_settled_lot_id_idx ON stock_shortfalls (lab_id, settled_lot_id);

CREATE INDEX stock_shortfalls_open ON stock_shortfalls (lab_id, id) WHERE settled_at IS NULL AND taken_back_at IS NULL;
SELECT secure_table('stock_shortfalls');

-- Recalls -----------------------------------------------------------------------------------------------------------

-- A lot that must no longer be used: why, and what came of it. One that was closed stays recalled; one that was withdrawn was a mistake.
CREATE TABLE lot_recalls (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  lot_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  reference text CHECK (length(reference) <= 120),
  advice text CHECK (length(advice) <= 2000),
  recalled_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  recalled_by_id uuid NOT NULL,
  closed_at timestamptz(3),
  closed_by_id uuid,
  outcome text CHECK (length(outcome) <= 2000),
  withdrawn_at timestamptz(3),
  withdrawn_by_id uuid,
  withdrawn_reason text CHECK (length(withdrawn_reason) <= 1000),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK ((closed_at IS NULL) = (closed_by_id IS NULL) AND (closed_at IS NULL) = (outcome IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  CONSTRAINT lot_recalls_pkey PRIMARY KEY (id),
  CONSTRAINT lot_recalls_lab_id_lot_id_fkey FOREIGN KEY (lab_id, lot_id) REFERENCES lots (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT lot_recalls_lab_id_recalled_by_id_fkey FOREIGN KEY (lab_id, recalled_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT lot_recalls_lab_id_closed_by_id_fkey FOREIGN KEY (lab_id, closed_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT lot_recalls_lab_id_withdrawn_by_id_fkey FOREIGN KEY (lab_id, withdrawn_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX lot_recalls_lab_id_id_key ON lot_recalls (lab_id, id);
CREATE INDEX lot_recalls_lab_id_lot_id_idx ON lot_recalls (lab_id, lot_id);
CREATE INDEX lot_recalls_lab_id_recalled_by_id_idx ON lot_recalls (lab_id, recalled_by_id);
CREATE INDEX lot_recalls_lab_id_closed_by_id_idx ON lot_recalls (lab_id, closed_by_id);
CREATE INDEX lot_recalls_lab_id_withdrawn_by_id_idx ON lot_recalls (lab_id, withdrawn_by_id);

CREATE UNIQUE INDEX lot_recalls_standing ON lot_recalls (lab_id, lot_id) WHERE withdrawn_at IS NULL;
SELECT secure_table('lot_recalls');

-- What a practice was told of a recall, with its own cases alone, and that it read it. `told` keeps the words as they went out.
CREATE TABLE recall_notices (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  recall_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  told jsonb NOT NULL,
  told_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  reminders int NOT NULL DEFAULT 0,
  reminded_on date,
  acknowledged_at timestamptz(3),
  acknowledged_by_id uuid,
  acknowledged_name text CHECK (length(acknowledged_name) <= 120),
  remark text CHECK (length(remark) <= 1000),
  withdrawn_at timestamptz(3),
  withdrawn_reason text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by_id IS NULL)),
  CONSTRAINT recall_notices_pkey PRIMARY KEY (id),
  CONSTRAINT recall_notices_lab_id_recall_id_fkey FOREIGN KEY (lab_id, recall_id) REFERENCES lot_recalls (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT recall_notices_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT recall_notices_lab_id_acknowledged_by_id_fkey FOREIGN KEY (lab_id, acknowledged_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX recall_notices_lab_id_id_key ON recall_notices (lab_id, id);
CREATE UNIQUE INDEX recall_notices_lab_id_recall_id_practice_id_key ON recall_notices (lab_id, recall_id, practice_id);
CREATE INDEX recall_notices_lab_id_practice_id_idx ON recall_notices (lab_id, practice_id);
CREATE INDEX recall_notices_lab_id_acknowledged_by_id_idx ON recall_notices (lab_id, acknowledged_by_id);

CREATE INDEX recall_notices_waiting ON recall_notices (lab_id, recall_id) WHERE acknowledged_at IS NULL AND withdrawn_at IS NULL;
SELECT secure_table('recall_notices');
CREATE POLICY portal_rows ON recall_notices FOR SELECT TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()));
CREATE POLICY portal_acknowledges ON recall_notices FOR UPDATE TO casepan_portal
  USING (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND acknowledged_at IS NULL AND withdrawn_at IS NULL)
  WITH CHECK (lab_id = (SELECT app_lab_id()) AND practice_id = (SELECT app_practice_id()) AND acknowledged_by_id = (SELECT app_user_id()));
GRANT SELECT, UPDATE (acknowledged_at, acknowledged_by_id, acknowledged_name, remark) ON recall_notices TO casepan_portal;

-- What expired or was recalled is not used any more, whoever asks. `book_stock` has locked the item and the lot by then, and a recall locks the
-- lot too, so that one that is just being made is seen here.
CREATE FUNCTION refuse_unusable_lot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE expiry date; used_on date;
BEGIN
  SELECT expires_on INTO expiry FROM lots WHERE id = NEW.lot_id AND lab_id = NEW.lab_id;
  SELECT (NEW.occurred_at AT TIME ZONE time_zone)::date INTO used_on FROM labs WHERE id = NEW.lab_id;
  IF expiry < used_on THEN
    RAISE EXCEPTION 'lot_expired' USING ERRCODE = 'check_violation', CONSTRAINT = 'inventory_transactions_lot_expired';
  END IF;
  IF EXISTS (SELECT FROM lot_recalls WHERE lab_id = NEW.lab_id AND lot_id = NEW.lot_id AND withdrawn_at IS NULL) THEN
    RAISE EXCEPTION 'lot_recalled' USING ERRCODE = 'check_violation', CONSTRAINT = 'inventory_transactions_lot_recalled';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION refuse_unusable_lot() FROM PUBLIC;
CREATE TRIGGER refuse_unusable_lot BEFORE INSERT ON inventory_transactions FOR EACH ROW
  WHEN (NEW.type = 'out' AND NEW.lot_id IS NOT NULL) EXECUTE FUNCTION refuse_unusable_lot();

-- Statements of custom-made devices -----------------------------------------------------------------------------------

-- A statement as it was issued (Annex XIII of Regulation (EU) 2017/745); a later one of the same case is a revision, and none is ever changed.
CREATE TABLE device_statements (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  case_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  revision int NOT NULL DEFAULT 1 CHECK (revision >= 1),
  contents jsonb NOT NULL,
  issued_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  issued_by_id uuid,
  keep_until date NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT device_statements_pkey PRIMARY KEY (id),
  CONSTRAINT device_statements_lab_id_case_id_fkey FOREIGN KEY (lab_id, case_id) REFERENCES cases (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT device_statements_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT device_statements_lab_id_issued_by_id_fkey FOREIGN KEY (lab_id, issued_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX device_statements_lab_id_id_key ON device_statements (lab_id, id);
CREATE UNIQUE INDEX device_statements_lab_id_case_id_revision_key ON device_statements (lab_id, case_id, revision);
CREATE INDEX device_statements_lab_id_practice_id_idx ON device_statements (lab_id, practice_id);
CREATE INDEX device_statements_lab_id_issued_by_id_idx ON device_statements (lab_id, issued_by_id);

SELECT secure_table('device_statements', 'INSERT'),
  allow_rows('device_statements', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id())');
