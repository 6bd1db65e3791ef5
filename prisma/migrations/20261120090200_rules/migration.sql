-- What a row may hold, and which live rows may stand beside each other.

-- Times in order.
ALTER TABLE sessions ADD CHECK (expires_at > created_at);
ALTER TABLE practice_dentists ADD CHECK (ended_on IS NULL OR started_on IS NULL OR ended_on >= started_on);
ALTER TABLE price_lists ADD CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE cases ADD CHECK (ship_by <= due_on), ADD CHECK (delivered_at IS NULL OR delivered_at >= submitted_at),
  ADD CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL));
ALTER TABLE workflow_stages ADD CHECK (started_at IS NULL OR started_at >= queued_at),
  ADD CHECK (completed_at IS NULL OR completed_at >= coalesce(started_at, queued_at)),
  ADD CHECK ((status = 'completed') = (completed_at IS NOT NULL)), ADD CHECK (attempt >= 1), ADD CHECK (working_seconds >= 0);
ALTER TABLE stage_time_entries ADD CHECK (ended_at IS NULL OR ended_at >= started_at);
ALTER TABLE holds ADD CHECK (released_at IS NULL OR released_at >= placed_at), ADD CHECK ((released_at IS NULL) = (released_by_id IS NULL));
ALTER TABLE appointments ADD CHECK (ends_at > starts_at);
ALTER TABLE staff_schedules ADD CHECK (ends_at > starts_at), ADD CHECK (weekday BETWEEN 1 AND 7),
  ADD CHECK (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'), ADD CHECK (ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from);
ALTER TABLE performance_reviews ADD CHECK (period_end >= period_start);
ALTER TABLE delivery_routes ADD CHECK (completed_at IS NULL OR started_at IS NULL OR completed_at >= started_at);
ALTER TABLE route_stops ADD CHECK (window_to IS NULL OR window_from IS NULL OR window_to > window_from),
  ADD CHECK (completed_at IS NULL OR arrived_at IS NULL OR completed_at >= arrived_at), ADD CHECK (position >= 1),
  ADD CHECK (status <> 'delivered' OR (receiver_name IS NOT NULL AND completed_at IS NOT NULL)),
  ADD CHECK (status <> 'failed' OR (failure_reason_id IS NOT NULL AND completed_at IS NOT NULL)),
  ADD CHECK (length(signature) <= 200000);
ALTER TABLE shipments ADD CHECK (delivered_at IS NULL OR shipped_at IS NULL OR delivered_at >= shipped_at);
ALTER TABLE labs ALTER working_weekdays SET DEFAULT '{1,2,3,4,5}', ALTER working_weekdays SET NOT NULL,
  ADD CHECK (working_weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(working_weekdays) >= 1), ADD CHECK (closes_at > opens_at),
  ADD CHECK (now() AT TIME ZONE time_zone IS NOT NULL), ADD CHECK (slug ~ '^[a-z0-9][a-z0-9-]*$');

-- Amounts, quantities, ratings, places.
ALTER TABLE tax_rates ADD CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE price_list_items ADD CHECK (price >= 0), ADD CHECK (rush_surcharge_percent BETWEEN 0 AND 500);
ALTER TABLE practices ADD CHECK (discount_percent BETWEEN 0 AND 100), ADD CHECK (payment_terms_days BETWEEN 0 AND 365),
  ADD CHECK (transit_days BETWEEN 0 AND 30), ADD CHECK (latitude BETWEEN -90 AND 90), ADD CHECK (longitude BETWEEN -180 AND 180),
  ADD CHECK ((latitude IS NULL) = (longitude IS NULL)), ADD CHECK (name <> '');
ALTER TABLE labs ADD CHECK (latitude BETWEEN -90 AND 90), ADD CHECK (longitude BETWEEN -180 AND 180);
ALTER TABLE practice_dentists ADD CHECK (discount_percent BETWEEN 0 AND 100);
ALTER TABLE patients ADD CHECK (birth_year BETWEEN 1880 AND 2100), ADD CHECK (reference <> '');
ALTER TABLE invoices ADD CHECK (subtotal >= 0 AND tax_total >= 0 AND total >= 0 AND paid_total >= 0),
  ADD CHECK (total = subtotal + tax_total), ADD CONSTRAINT invoices_paid_at_most_total CHECK (paid_total <= total),
  ADD CHECK (status IN ('draft', 'cancelled') OR (number IS NOT NULL AND issued_on IS NOT NULL AND due_on IS NOT NULL)),
  ADD CHECK (due_on IS NULL OR due_on >= issued_on);
ALTER TABLE invoice_items ADD CHECK (quantity > 0), ADD CHECK (unit_price >= 0), ADD CHECK (discount_percent BETWEEN 0 AND 100),
  ADD CHECK (tax_percent BETWEEN 0 AND 100);
ALTER TABLE payments ADD CHECK (amount > 0);
ALTER TABLE suppliers ADD CHECK (rating BETWEEN 0 AND 5), ADD CHECK (lead_time_days >= 0);
ALTER TABLE staff_profiles ADD CHECK (rating BETWEEN 0 AND 5), ADD CHECK (hourly_cost >= 0);
ALTER TABLE performance_reviews ADD CHECK (rating BETWEEN 0 AND 5);
ALTER TABLE dentist_profiles ADD CHECK (rating BETWEEN 0 AND 5);
ALTER TABLE inventory_items ADD CONSTRAINT inventory_items_on_hand_not_negative CHECK (on_hand >= 0),
  ADD CHECK (reorder_point >= 0 AND unit_cost >= 0);
ALTER TABLE lots ADD CONSTRAINT lots_on_hand_not_negative CHECK (on_hand >= 0);
ALTER TABLE inventory_transactions ADD CHECK (quantity <> 0),
  ADD CHECK (type = 'adjustment' OR (type = 'in') = (quantity > 0)), ADD CHECK (unit_cost >= 0);
ALTER TABLE departments ADD CHECK (monthly_budget >= 0), ADD CHECK (daily_capacity_units >= 0);
ALTER TABLE case_items ADD CHECK (units BETWEEN 1 AND 32), ADD CHECK (position >= 1),
  ADD CHECK ((status = 'delivered') = (delivered_at IS NOT NULL));
ALTER TABLE case_files ADD CHECK (size_bytes > 0), ADD CHECK (sha256 ~ '^[0-9a-f]{64}$'), ADD CHECK (case_id IS NOT NULL OR draft_id IS NOT NULL);
ALTER TABLE workflow_templates ADD CHECK (rush_days >= 1);
ALTER TABLE workflow_template_stages ADD CHECK (days >= 0), ADD CHECK (position >= 1);
ALTER TABLE lab_counters ADD CHECK (value >= 0);
ALTER TABLE users ADD CHECK (email = lower(email) AND email LIKE '%_@_%');

-- Tooth numbers of ISO 3950: permanent 11–48, primary 51–85.
ALTER TABLE case_item_teeth ADD CONSTRAINT case_item_teeth_fdi CHECK (
  (tooth / 10 BETWEEN 1 AND 4 AND tooth % 10 BETWEEN 1 AND 8) OR (tooth / 10 BETWEEN 5 AND 8 AND tooth % 10 BETWEEN 1 AND 5));

-- Business keys, unique among the living.
CREATE UNIQUE INDEX role_permissions_live ON role_permissions (lab_id, role_id, permission_key) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX lab_closing_days_live ON lab_closing_days (lab_id, closed_on) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX departments_live ON departments (lab_id, key) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX department_equipment_live ON department_equipment (lab_id, code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX reasons_live ON reasons (lab_id, kind, code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX practices_code_live ON practices (lab_id, code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX practices_place_live ON practices (lab_id, lower(name), upper(replace(postcode, ' ', ''))) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX dentist_profiles_licence_live ON dentist_profiles (lab_id, licence_number) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX dentist_profiles_user_live ON dentist_profiles (lab_id, user_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX practice_dentists_live ON practice_dentists (lab_id, practice_id, dentist_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX practice_members_live ON practice_members (lab_id, user_id, practice_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX patients_live ON patients (lab_id, practice_id, lower(reference)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX pans_live ON pans (lab_id, upper(code)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX cases_pan_in_use ON cases (lab_id, pan_id) WHERE pan_id IS NOT NULL AND status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL;
CREATE UNIQUE INDEX case_drafts_submitted_once ON case_drafts (lab_id, submitted_case_id) WHERE submitted_case_id IS NOT NULL;
CREATE UNIQUE INDEX holds_open ON holds (lab_id, case_id) WHERE released_at IS NULL;
CREATE UNIQUE INDEX workflow_templates_live ON workflow_templates (lab_id, procedure_type, coalesce(material::text, '')) WHERE deleted_at IS NULL AND is_active;
CREATE UNIQUE INDEX workflow_template_stages_live ON workflow_template_stages (lab_id, template_id, stage) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX workflow_stages_open ON workflow_stages (lab_id, item_id) WHERE status <> 'completed' AND deleted_at IS NULL;
CREATE UNIQUE INDEX stage_time_entries_open ON stage_time_entries (lab_id, workflow_stage_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX tax_rates_default_live ON tax_rates (lab_id, valid_from) WHERE is_default AND deleted_at IS NULL;
CREATE UNIQUE INDEX price_lists_default_live ON price_lists (lab_id, valid_from) WHERE is_default AND deleted_at IS NULL;
CREATE UNIQUE INDEX price_list_items_live ON price_list_items (lab_id, price_list_id, procedure_type, coalesce(material::text, '')) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX invoices_number ON invoices (lab_id, number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX invoice_items_once_per_item ON invoice_items (lab_id, case_item_id) WHERE case_item_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX suppliers_live ON suppliers (lab_id, lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX inventory_items_live ON inventory_items (lab_id, sku) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX lots_live ON lots (lab_id, inventory_item_id, number) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX staff_profiles_live ON staff_profiles (lab_id, user_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX conversation_participants_live ON conversation_participants (lab_id, conversation_id, user_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX route_stops_live ON route_stops (lab_id, route_id, position) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX shipment_items_once ON shipment_items (lab_id, shipment_id, case_item_id);
CREATE UNIQUE INDEX labs_slug_live ON labs (slug) WHERE deleted_at IS NULL;

-- Hot lists.
CREATE INDEX cases_open_by_ship_by ON cases (lab_id, ship_by, id) WHERE status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL;
CREATE INDEX workflow_stages_queue ON workflow_stages (lab_id, stage, queued_at) WHERE status <> 'completed' AND deleted_at IS NULL;
CREATE INDEX workflow_stages_mine ON workflow_stages (lab_id, assigned_to_id) WHERE status <> 'completed' AND deleted_at IS NULL;
CREATE INDEX workflow_stages_completed ON workflow_stages (lab_id, completed_at) WHERE status = 'completed';
CREATE INDEX notifications_unread ON notifications (lab_id, user_id, created_at DESC) WHERE read_at IS NULL AND deleted_at IS NULL;
CREATE INDEX outbox_waiting ON outbox (available_at, id) WHERE dispatched_at IS NULL;
CREATE INDEX shipments_waiting ON shipments (lab_id, practice_id) WHERE status IN ('ready', 'scheduled') AND deleted_at IS NULL;
