-- A shift that its person offers to a colleague: to whom, and when they took it. It changes hands once the swap is approved.
ALTER TABLE shifts
  ADD COLUMN offered_to_id uuid,
  ADD COLUMN taken_at timestamptz(3),
  ADD CONSTRAINT shifts_offered_to_another CHECK (offered_to_id <> staff_profile_id),
  ADD CONSTRAINT shifts_taken_of_an_offer CHECK (taken_at IS NULL OR offered_to_id IS NOT NULL),
  ADD FOREIGN KEY (lab_id, offered_to_id) REFERENCES staff_profiles (lab_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX shifts_lab_id_offered_to_id_idx ON shifts (lab_id, offered_to_id);
