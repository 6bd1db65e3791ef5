-- A letter with a personal link (password, address) is confidential: what it said is wiped once it has been sent, and
-- nobody reads it while it waits.
ALTER TABLE mail_messages ADD COLUMN confidential BOOLEAN NOT NULL DEFAULT false;
