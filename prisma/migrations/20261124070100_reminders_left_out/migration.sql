-- An invoice that was settled, or of which reminding rests, between the writing of a letter and its mailing is left out of it: it was not
-- reminded of, and may be at the same level another time.
ALTER TABLE reminders ADD COLUMN left_out boolean NOT NULL DEFAULT false;
GRANT UPDATE (left_out) ON reminders TO casepan_lab;
DROP INDEX reminders_once_per_level;
CREATE UNIQUE INDEX reminders_once_per_level ON reminders (lab_id, invoice_id, level) WHERE NOT left_out;
CREATE INDEX reminders_lab_id_invoice_id_idx ON reminders (lab_id, invoice_id);
