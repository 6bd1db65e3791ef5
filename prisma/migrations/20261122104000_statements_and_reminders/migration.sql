-- Accounts as they stood on any day, statements as they were sent, and reminders of what is overdue.

CREATE DOMAIN billing_run_kind AS text CHECK (VALUE IN ('reminders', 'statements'));

-- What the lab's morning did, once a day and lab: `on_day` is the day of the reminders, or the last day that statements are about.
CREATE TABLE billing_runs (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  kind billing_run_kind NOT NULL,
  on_day date NOT NULL,
  sent int NOT NULL DEFAULT 0,
  proposed int NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT billing_runs_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX billing_runs_lab_id_id_key ON billing_runs (lab_id, id);
CREATE UNIQUE INDEX billing_runs_lab_id_kind_on_day_key ON billing_runs (lab_id, kind, on_day);

-- A statement as it was sent: figures, entries and parties of then (`contents`), so that it can be read again.
CREATE TABLE statements (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  practice_id uuid NOT NULL,
  currency currency_code NOT NULL,
  from_day date NOT NULL,
  as_of date NOT NULL,
  balance numeric(12,2) NOT NULL,
  contents jsonb NOT NULL,
  -- Null for one that the lab sends by itself every month.
  sent_by_id uuid,
  mailed_to text NOT NULL,
  mailed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT statements_pkey PRIMARY KEY (id),
  CONSTRAINT statements_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT statements_lab_id_sent_by_id_fkey FOREIGN KEY (lab_id, sent_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (from_day <= as_of)
);
CREATE UNIQUE INDEX statements_lab_id_id_key ON statements (lab_id, id);
CREATE INDEX statements_lab_id_practice_id_created_at_idx ON statements (lab_id, practice_id, created_at);
CREATE INDEX statements_lab_id_sent_by_id_idx ON statements (lab_id, sent_by_id);
CREATE UNIQUE INDEX statements_monthly ON statements (lab_id, practice_id, currency, as_of) WHERE sent_by_id IS NULL;

-- A letter that reminds a practice of what is overdue, at the highest level of its invoices. `withdrawn_at`: all of it was settled before it went.
CREATE TABLE reminder_letters (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  practice_id uuid NOT NULL,
  on_day date NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 1 AND 9),
  subject text NOT NULL,
  words text NOT NULL,
  -- Null for one that the lab's morning sent by itself.
  sent_by_id uuid,
  mailed_to text NOT NULL,
  mailed_at timestamptz(3),
  withdrawn_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT reminder_letters_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_letters_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT reminder_letters_lab_id_sent_by_id_fkey FOREIGN KEY (lab_id, sent_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (mailed_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX reminder_letters_lab_id_id_key ON reminder_letters (lab_id, id);
CREATE INDEX reminder_letters_lab_id_practice_id_on_day_idx ON reminder_letters (lab_id, practice_id, on_day);
CREATE INDEX reminder_letters_lab_id_sent_by_id_idx ON reminder_letters (lab_id, sent_by_id);

-- An invoice in such a letter: once at each level.
CREATE TABLE reminders (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  letter_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 1 AND 9),
  on_day date NOT NULL,
  days_overdue int NOT NULL CHECK (days_overdue > 0),
  balance numeric(12,2) NOT NULL CHECK (balance > 0),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT reminders_pkey PRIMARY KEY (id),
  CONSTRAINT reminders_lab_id_letter_id_fkey FOREIGN KEY (lab_id, letter_id) REFERENCES reminder_letters (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT reminders_lab_id_invoice_id_fkey FOREIGN KEY (lab_id, invoice_id) REFERENCES invoices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX reminders_lab_id_id_key ON reminders (lab_id, id);
CREATE UNIQUE INDEX reminders_once_per_level ON reminders (lab_id, invoice_id, level);
CREATE INDEX reminders_lab_id_letter_id_idx ON reminders (lab_id, letter_id);

-- Reminding rests: of one invoice, or of the whole practice when none is named. Days are the lab's; without `until` it rests until somebody ends it.
CREATE TABLE reminder_pauses (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  practice_id uuid NOT NULL,
  invoice_id uuid,
  reason text NOT NULL CHECK (reason <> ''),
  until date,
  paused_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_by_id uuid,
  ended_at timestamptz(3),
  CONSTRAINT reminder_pauses_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_pauses_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT reminder_pauses_lab_id_invoice_id_fkey FOREIGN KEY (lab_id, invoice_id) REFERENCES invoices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT reminder_pauses_lab_id_paused_by_id_fkey FOREIGN KEY (lab_id, paused_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT reminder_pauses_lab_id_ended_by_id_fkey FOREIGN KEY (lab_id, ended_by_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (ended_by_id IS NULL OR ended_at IS NOT NULL)
);
CREATE UNIQUE INDEX reminder_pauses_lab_id_id_key ON reminder_pauses (lab_id, id);
CREATE UNIQUE INDEX reminder_pauses_one_at_a_time ON reminder_pauses (lab_id, practice_id, invoice_id) NULLS NOT DISTINCT WHERE ended_at IS NULL;
CREATE INDEX reminder_pauses_lab_id_invoice_id_idx ON reminder_pauses (lab_id, invoice_id);
CREATE INDEX reminder_pauses_lab_id_paused_by_id_idx ON reminder_pauses (lab_id, paused_by_id);
CREATE INDEX reminder_pauses_lab_id_ended_by_id_idx ON reminder_pauses (lab_id, ended_by_id);

SELECT secure_table('billing_runs'), secure_table('statements', 'INSERT'), secure_table('reminder_letters', 'INSERT'), secure_table('reminders', 'INSERT'),
  secure_table('reminder_pauses', 'INSERT'),
  allow_rows('statements', 'casepan_portal', 'SELECT', 'practice_id = (SELECT app_practice_id())');
GRANT UPDATE (mailed_at) ON statements TO casepan_lab;
GRANT UPDATE (mailed_at, withdrawn_at) ON reminder_letters TO casepan_lab;
GRANT UPDATE (ended_by_id, ended_at) ON reminder_pauses TO casepan_lab;

-- Accounts on a day ------------------------------------------------------------------------------------------------

CREATE INDEX invoices_open ON invoices (lab_id, practice_id, due_on) INCLUDE (currency, balance, issued_on)
  WHERE status IN ('sent', 'partly_paid', 'overdue') AND deleted_at IS NULL;
CREATE INDEX allocations_lab_id_created_at_idx ON allocations (lab_id, created_at);

-- The functions below reckon from today's sums back to a day: an account of last week costs what has happened since, not all there ever was.
-- They run as the owner within the acting lab (and practice, for one that acts for a practice), so that a policy keeps no index from use.

-- What came to settle (or, negative, no longer settles) invoices after a day. An allocation counts from the day it was made; one made together
-- with its payment, credit note or refund from the day of that; and never before the invoice was issued.
CREATE FUNCTION allocations_after(day date, only_practice uuid DEFAULT NULL)
RETURNS TABLE (practice_id uuid, invoice_id uuid, payment_id uuid, credit_note_id uuid, amount numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.practice_id, a.invoice_id, a.payment_id, a.credit_note_id, a.amount
  FROM labs l
  JOIN allocations a ON a.lab_id = l.id AND a.created_at >= (day + 1)::timestamp AT TIME ZONE l.time_zone
  JOIN invoices i ON i.lab_id = a.lab_id AND i.id = a.invoice_id
  LEFT JOIN payments p ON p.lab_id = a.lab_id AND p.id = a.payment_id
  LEFT JOIN credit_notes c ON c.lab_id = a.lab_id AND c.id = a.credit_note_id
  LEFT JOIN LATERAL (SELECT min(r.refunded_on) AS refunded_on FROM refunds r WHERE a.amount < 0 AND r.lab_id = a.lab_id AND r.created_at = a.created_at
    AND (r.payment_id = a.payment_id OR r.credit_note_id = a.credit_note_id)) back ON true
  WHERE l.id = (SELECT app_lab_id()) AND a.practice_id = coalesce((SELECT app_practice_id()), only_practice, a.practice_id)
    AND greatest(i.issued_on, p.received_on, c.issued_on,
      CASE WHEN back.refunded_on IS NOT NULL THEN back.refunded_on WHEN a.created_at = coalesce(p.created_at, c.created_at) THEN NULL
        ELSE (a.created_at AT TIME ZONE l.time_zone)::date END) > day
$$;

-- Invoices with something owed on a day, with what was.
CREATE FUNCTION open_invoices_on(day date, only_practice uuid DEFAULT NULL)
RETURNS TABLE (id uuid, practice_id uuid, currency text, number text, issued_on date, due_on date, total numeric, balance numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH later AS (SELECT a.invoice_id, sum(a.amount) AS amount FROM allocations_after(day, only_practice) a GROUP BY 1),
  wanted AS (
    SELECT i.id FROM invoices i WHERE i.lab_id = (SELECT app_lab_id()) AND i.status IN ('sent', 'partly_paid', 'overdue') AND i.deleted_at IS NULL
    UNION SELECT invoice_id FROM later
    UNION SELECT i.id FROM invoices i WHERE i.lab_id = (SELECT app_lab_id()) AND i.cancelled_at >= day)
  SELECT i.id, i.practice_id, i.currency::text, i.number, i.issued_on, i.due_on, i.total, i.balance + coalesce(a.amount, 0)
  FROM labs l JOIN invoices i ON i.lab_id = l.id LEFT JOIN later a ON a.invoice_id = i.id
  WHERE l.id = (SELECT app_lab_id()) AND i.id IN (SELECT w.id FROM wanted w)
    AND i.practice_id = coalesce((SELECT app_practice_id()), only_practice, i.practice_id)
    AND i.number IS NOT NULL AND i.status <> 'draft' AND i.issued_on <= day AND i.deleted_at IS NULL
    AND (i.cancelled_at IS NULL OR (i.cancelled_at AT TIME ZONE l.time_zone)::date > day)
    AND i.balance + coalesce(a.amount, 0) <> 0
$$;

-- What of payments and credit notes had settled nothing and was not paid out on a day.
CREATE FUNCTION credits_on(day date, only_practice uuid DEFAULT NULL)
RETURNS TABLE (practice_id uuid, currency text, credit numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH later AS (
    SELECT payment_id, credit_note_id, amount FROM allocations_after(day, only_practice)
    UNION ALL SELECT r.payment_id, r.credit_note_id, r.amount FROM refunds r WHERE r.lab_id = (SELECT app_lab_id()) AND r.refunded_on > day),
  paid_later AS (SELECT payment_id AS id, sum(amount) AS amount FROM later WHERE payment_id IS NOT NULL GROUP BY 1),
  noted_later AS (SELECT credit_note_id AS id, sum(amount) AS amount FROM later WHERE credit_note_id IS NOT NULL GROUP BY 1),
  left_over AS (
    SELECT p.practice_id, p.currency, p.amount - p.allocated - p.refunded + coalesce(w.amount, 0) AS credit
    FROM payments p LEFT JOIN paid_later w ON w.id = p.id
    WHERE p.lab_id = (SELECT app_lab_id()) AND p.received_on <= day AND p.id IN (
      SELECT k.id FROM payments k WHERE k.lab_id = (SELECT app_lab_id()) AND k.allocated + k.refunded < k.amount UNION SELECT id FROM paid_later)
    UNION ALL
    SELECT c.practice_id, c.currency, c.total - c.allocated - c.refunded + coalesce(w.amount, 0)
    FROM credit_notes c LEFT JOIN noted_later w ON w.id = c.id
    WHERE c.lab_id = (SELECT app_lab_id()) AND c.issued_on <= day AND c.id IN (
      SELECT k.id FROM credit_notes k WHERE k.lab_id = (SELECT app_lab_id()) AND k.allocated + k.refunded < k.total UNION SELECT id FROM noted_later))
  SELECT o.practice_id, o.currency::text, sum(o.credit) FROM left_over o
  WHERE o.practice_id = coalesce((SELECT app_practice_id()), only_practice, o.practice_id)
  GROUP BY 1, 2 HAVING sum(o.credit) <> 0
$$;

-- Each practice's account on a day by currency: what is owed by how long it is overdue, what is credit, and the balance of both.
CREATE FUNCTION balances_on(day date, only_practice uuid DEFAULT NULL)
RETURNS TABLE (practice_id uuid, currency text, not_due numeric, days_30 numeric, days_60 numeric, days_90 numeric, older numeric,
  overdue numeric, credit numeric, balance numeric, open_count int, oldest_due date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH items AS (
    SELECT practice_id, currency, due_on, balance AS owed, 0.00 AS credit, 1 AS invoices FROM open_invoices_on(day, only_practice)
    UNION ALL SELECT practice_id, currency, NULL, 0, credit, 0 FROM credits_on(day, only_practice))
  SELECT practice_id, currency, coalesce(sum(owed) FILTER (WHERE due_on >= day), 0.00), coalesce(sum(owed) FILTER (WHERE day - due_on BETWEEN 1 AND 30), 0.00),
    coalesce(sum(owed) FILTER (WHERE day - due_on BETWEEN 31 AND 60), 0.00), coalesce(sum(owed) FILTER (WHERE day - due_on BETWEEN 61 AND 90), 0.00),
    coalesce(sum(owed) FILTER (WHERE day - due_on > 90), 0.00), coalesce(sum(owed) FILTER (WHERE due_on < day), 0.00),
    sum(credit), sum(owed) - sum(credit), sum(invoices)::int, min(due_on) FILTER (WHERE owed > 0)
  FROM items GROUP BY 1, 2
$$;

REVOKE EXECUTE ON FUNCTION allocations_after(date, uuid), open_invoices_on(date, uuid), credits_on(date, uuid), balances_on(date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_invoices_on(date, uuid), credits_on(date, uuid), balances_on(date, uuid) TO casepan_lab, casepan_portal;
