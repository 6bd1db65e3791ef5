-- The pauses of a practice, those that ended too.
CREATE INDEX reminder_pauses_lab_id_practice_id_idx ON reminder_pauses (lab_id, practice_id);
