-- The case record: designs that a dentist approves, remakes, cancellations that are charged, try-ins, and holds that are looked at again.

-- A design that waits for the dentist -----------------------------------------------------------------------------------

CREATE DOMAIN approval_decision AS text CHECK (VALUE IN ('approved', 'rejected', 'withdrawn'));

CREATE TABLE design_approvals (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  case_id uuid NOT NULL,
  words text NOT NULL,
  asked_by_id uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  remind_on date NOT NULL,
  reminded_on date,
  reminders int NOT NULL DEFAULT 0,
  decision approval_decision,
  decision_words text,
  decided_by_id uuid,
  decided_at timestamptz(3),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT design_approvals_pkey PRIMARY KEY (id),
  CONSTRAINT design_approvals_lab_id_case_id_fkey FOREIGN KEY (lab_id, case_id) REFERENCES cases (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT design_approvals_lab_id_asked_by_id_fkey FOREIGN KEY (lab_id, asked_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT design_approvals_lab_id_decided_by_id_fkey FOREIGN KEY (lab_id, decided_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK ((decision IS NULL) = (decided_at IS NULL)), CHECK ((decided_by_id IS NULL) = (decided_at IS NULL)),
  CHECK (decision <> 'rejected' OR decision_words <> '')
);
CREATE UNIQUE INDEX design_approvals_lab_id_id_key ON design_approvals (lab_id, id);
CREATE INDEX design_approvals_lab_id_case_id_asked_at_idx ON design_approvals (lab_id, case_id, asked_at);
CREATE INDEX design_approvals_lab_id_asked_by_id_idx ON design_approvals (lab_id, asked_by_id);
CREATE INDEX design_approvals_lab_id_decided_by_id_idx ON design_approvals (lab_id, decided_by_id);
CREATE INDEX design_approvals_open ON design_approvals (lab_id, remind_on) WHERE decision IS NULL;

-- What is asked about; an item waits for one answer at a time.
CREATE TABLE design_approval_items (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  approval_id uuid NOT NULL,
  item_id uuid NOT NULL,
  is_open boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT design_approval_items_pkey PRIMARY KEY (id),
  CONSTRAINT design_approval_items_lab_id_approval_id_fkey FOREIGN KEY (lab_id, approval_id) REFERENCES design_approvals (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT design_approval_items_lab_id_item_id_fkey FOREIGN KEY (lab_id, item_id) REFERENCES case_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX design_approval_items_lab_id_id_key ON design_approval_items (lab_id, id);
CREATE INDEX design_approval_items_lab_id_approval_id_idx ON design_approval_items (lab_id, approval_id);
CREATE INDEX design_approval_items_lab_id_item_id_idx ON design_approval_items (lab_id, item_id);
CREATE UNIQUE INDEX design_approval_items_open ON design_approval_items (lab_id, item_id) WHERE is_open;

-- What the dentist looks at.
CREATE TABLE design_approval_files (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  approval_id uuid NOT NULL,
  file_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT design_approval_files_pkey PRIMARY KEY (id),
  CONSTRAINT design_approval_files_lab_id_approval_id_fkey FOREIGN KEY (lab_id, approval_id) REFERENCES design_approvals (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT design_approval_files_lab_id_file_id_fkey FOREIGN KEY (lab_id, file_id) REFERENCES case_files (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE UNIQUE INDEX design_approval_files_lab_id_id_key ON design_approval_files (lab_id, id);
CREATE INDEX design_approval_files_lab_id_approval_id_idx ON design_approval_files (lab_id, approval_id);
CREATE INDEX design_approval_files_lab_id_file_id_idx ON design_approval_files (lab_id, file_id);

SELECT secure_table('design_approvals'), secure_table('design_approval_items'), secure_table('design_approval_files');
SELECT allow_rows('design_approvals', 'casepan_portal', 'SELECT', 'EXISTS (SELECT FROM cases c WHERE c.lab_id = design_approvals.lab_id AND c.id = design_approvals.case_id)'),
  allow_rows('design_approval_items', 'casepan_portal', 'SELECT', 'EXISTS (SELECT FROM design_approvals a WHERE a.lab_id = design_approval_items.lab_id AND a.id = design_approval_items.approval_id)'),
  allow_rows('design_approval_files', 'casepan_portal', 'SELECT', 'EXISTS (SELECT FROM design_approvals a WHERE a.lab_id = design_approval_files.lab_id AND a.id = design_approval_files.approval_id)');

-- Made again after delivery ------------------------------------------------------------------------------------------------

CREATE DOMAIN responsible_party AS text CHECK (VALUE IN ('lab', 'dentist', 'patient', 'courier'));

-- A row is what a dentist asked for, what the lab decided of it, and the case that came of it; the lab may begin with the case.
CREATE TABLE remakes (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  original_id uuid NOT NULL,
  words text,
  asked_by_id uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  case_id uuid,
  cause_id uuid,
  responsible responsible_party,
  charge_percent numeric(5, 2),
  answer text,
  answered_by_id uuid,
  answered_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT remakes_pkey PRIMARY KEY (id),
  CONSTRAINT remakes_lab_id_original_id_fkey FOREIGN KEY (lab_id, original_id) REFERENCES cases (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT remakes_lab_id_case_id_fkey FOREIGN KEY (lab_id, case_id) REFERENCES cases (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT remakes_lab_id_cause_id_fkey FOREIGN KEY (lab_id, cause_id) REFERENCES reasons (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT remakes_lab_id_asked_by_id_fkey FOREIGN KEY (lab_id, asked_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT remakes_lab_id_answered_by_id_fkey FOREIGN KEY (lab_id, answered_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (charge_percent BETWEEN 0 AND 100), CHECK ((answered_by_id IS NULL) = (answered_at IS NULL)),
  CHECK ((case_id IS NULL) = (cause_id IS NULL)), CHECK ((case_id IS NULL) = (responsible IS NULL)),
  CHECK ((case_id IS NULL) = (charge_percent IS NULL)), CHECK (case_id IS NULL OR answered_at IS NOT NULL)
);
CREATE UNIQUE INDEX remakes_lab_id_id_key ON remakes (lab_id, id);
CREATE INDEX remakes_lab_id_original_id_idx ON remakes (lab_id, original_id);
CREATE UNIQUE INDEX remakes_lab_id_case_id_key ON remakes (lab_id, case_id);
CREATE INDEX remakes_lab_id_cause_id_idx ON remakes (lab_id, cause_id);
CREATE INDEX remakes_lab_id_asked_by_id_idx ON remakes (lab_id, asked_by_id);
CREATE INDEX remakes_lab_id_answered_by_id_idx ON remakes (lab_id, answered_by_id);
CREATE UNIQUE INDEX remakes_open ON remakes (lab_id, original_id) WHERE answered_at IS NULL;

-- The items concerned, and what was made in their place.
CREATE TABLE remake_items (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  remake_id uuid NOT NULL,
  item_id uuid NOT NULL,
  made_item_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT remake_items_pkey PRIMARY KEY (id),
  CONSTRAINT remake_items_lab_id_remake_id_fkey FOREIGN KEY (lab_id, remake_id) REFERENCES remakes (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT remake_items_lab_id_item_id_fkey FOREIGN KEY (lab_id, item_id) REFERENCES case_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT remake_items_lab_id_made_item_id_fkey FOREIGN KEY (lab_id, made_item_id) REFERENCES case_items (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX remake_items_lab_id_id_key ON remake_items (lab_id, id);
CREATE UNIQUE INDEX remake_items_lab_id_remake_id_item_id_key ON remake_items (lab_id, remake_id, item_id);
CREATE INDEX remake_items_lab_id_item_id_idx ON remake_items (lab_id, item_id);
CREATE INDEX remake_items_lab_id_made_item_id_idx ON remake_items (lab_id, made_item_id);

SELECT secure_table('remakes'), secure_table('remake_items');
SELECT allow_rows('remakes', 'casepan_portal', 'SELECT, INSERT', 'EXISTS (SELECT FROM cases c WHERE c.lab_id = remakes.lab_id AND c.id = remakes.original_id)'),
  allow_rows('remake_items', 'casepan_portal', 'SELECT, INSERT', 'EXISTS (SELECT FROM remakes r WHERE r.lab_id = remake_items.lab_id AND r.id = remake_items.remake_id)');

-- The cases that were remakes before: the lab pays, as nobody said otherwise.
INSERT INTO remakes (lab_id, original_id, asked_by_id, asked_at, case_id, cause_id, responsible, charge_percent, answered_by_id, answered_at)
SELECT c.lab_id, c.remake_of_id, c.submitted_by_id, c.submitted_at, c.id,
  (SELECT r.id FROM reasons r WHERE r.lab_id = c.lab_id AND r.kind = 'remake' ORDER BY r.position LIMIT 1), 'lab', 0, c.submitted_by_id, c.submitted_at
FROM cases c WHERE c.remake_of_id IS NOT NULL AND EXISTS (SELECT FROM reasons r WHERE r.lab_id = c.lab_id AND r.kind = 'remake');

-- What a cancellation costs its practice, before tax ------------------------------------------------------------------

ALTER TABLE cases ADD COLUMN cancellation_charge numeric(12, 2), ADD COLUMN cancellation_currency currency_code,
  ADD CHECK (cancellation_charge >= 0), ADD CHECK ((cancellation_charge IS NULL) = (cancellation_currency IS NULL)),
  ADD CHECK (cancellation_charge IS NULL OR status = 'cancelled');

-- Try-ins ----------------------------------------------------------------------------------------------------------------------

ALTER DOMAIN item_status DROP CONSTRAINT item_status_check;
ALTER DOMAIN item_status ADD CONSTRAINT item_status_check CHECK (VALUE IN ('in_production', 'try_in', 'finished', 'shipped', 'delivered', 'cancelled'));
ALTER DOMAIN stage_outcome DROP CONSTRAINT stage_outcome_check;
ALTER DOMAIN stage_outcome ADD CONSTRAINT stage_outcome_check CHECK (VALUE IN ('passed', 'failed', 'sent_back', 'try_in', 'cancelled'));
CREATE DOMAIN shipment_purpose AS text CHECK (VALUE IN ('final', 'try_in'));

ALTER TABLE shipment_items ADD COLUMN purpose shipment_purpose NOT NULL DEFAULT 'final';

-- An item's way to the practice and back, unfinished. One that is out has the status `try_in` and no open stage.
CREATE TABLE try_ins (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  case_id uuid NOT NULL,
  item_id uuid NOT NULL,
  stage workflow_stage_name NOT NULL,
  words text,
  sent_by_id uuid NOT NULL,
  sent_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  shipment_id uuid,
  arrived_at timestamptz(3),
  ended_at timestamptz(3),
  ended_by_id uuid,
  continued_at workflow_stage_name,
  findings text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT try_ins_pkey PRIMARY KEY (id),
  CONSTRAINT try_ins_lab_id_case_id_fkey FOREIGN KEY (lab_id, case_id) REFERENCES cases (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT try_ins_lab_id_item_id_fkey FOREIGN KEY (lab_id, item_id) REFERENCES case_items (lab_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT try_ins_lab_id_shipment_id_fkey FOREIGN KEY (lab_id, shipment_id) REFERENCES shipments (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT try_ins_lab_id_sent_by_id_fkey FOREIGN KEY (lab_id, sent_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT try_ins_lab_id_ended_by_id_fkey FOREIGN KEY (lab_id, ended_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK ((ended_at IS NULL) = (ended_by_id IS NULL)), CHECK (continued_at IS NULL OR ended_at IS NOT NULL)
);
CREATE UNIQUE INDEX try_ins_lab_id_id_key ON try_ins (lab_id, id);
CREATE INDEX try_ins_lab_id_case_id_idx ON try_ins (lab_id, case_id);
CREATE INDEX try_ins_lab_id_item_id_idx ON try_ins (lab_id, item_id);
CREATE INDEX try_ins_lab_id_shipment_id_idx ON try_ins (lab_id, shipment_id);
CREATE INDEX try_ins_lab_id_sent_by_id_idx ON try_ins (lab_id, sent_by_id);
CREATE INDEX try_ins_lab_id_ended_by_id_idx ON try_ins (lab_id, ended_by_id);
CREATE UNIQUE INDEX try_ins_out ON try_ins (lab_id, item_id) WHERE ended_at IS NULL;
SELECT secure_table('try_ins');
SELECT allow_rows('try_ins', 'casepan_portal', 'SELECT', 'EXISTS (SELECT FROM cases c WHERE c.lab_id = try_ins.lab_id AND c.id = try_ins.case_id)');

-- Holds: the day on which their review was last told of ------------------------------------------------------------------

ALTER TABLE holds ADD COLUMN review_told_on date;
CREATE INDEX holds_to_review ON holds (lab_id, review_on) WHERE released_at IS NULL;

-- Reasons of two levels for holding a case, in labs that are open already; what they changed themselves stays.
INSERT INTO reasons (lab_id, kind, code, label, position, parent_id)
SELECT g.lab_id, 'hold', n.code, n.label, n.position, g.id
FROM reasons g JOIN (VALUES
  ('waiting_dentist', 'question', 'Question to the dentist', 10), ('waiting_dentist', 'photos_missing', 'Photos missing', 11),
  ('waiting_dentist', 'patient_appointment', 'Appointment of the patient moved', 12),
  ('waiting_material', 'material_ordered', 'Material ordered', 13), ('waiting_material', 'implant_parts', 'Implant parts', 14),
  ('impression_unusable', 'new_impression', 'New impression asked for', 15), ('impression_unusable', 'new_scan', 'New scan asked for', 16)
) AS n(under, code, label, position) ON n.under = g.code
WHERE g.kind = 'hold' AND g.parent_id IS NULL AND g.deleted_at IS NULL
  AND NOT EXISTS (SELECT FROM reasons r WHERE r.lab_id = g.lab_id AND r.kind = 'hold' AND r.code = n.code AND r.deleted_at IS NULL);

-- Notes ------------------------------------------------------------------------------------------------------------------------

ALTER TABLE case_notes ADD COLUMN edited_at timestamptz(3);
