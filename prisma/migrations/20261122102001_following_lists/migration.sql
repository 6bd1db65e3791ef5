-- A price list may go on from another, as next year's does: who pays by the one pays by the other from its first day.
ALTER TABLE price_lists ADD COLUMN follows_id uuid CHECK (follows_id <> id),
  ADD CONSTRAINT price_lists_lab_id_follows_id_fkey FOREIGN KEY (lab_id, follows_id) REFERENCES price_lists (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX price_lists_lab_id_follows_id_idx ON price_lists (lab_id, follows_id);
