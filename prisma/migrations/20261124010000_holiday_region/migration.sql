-- Which part of its country a lab keeps the public holidays of, such as SCT or BY.A; the country alone when null.
ALTER TABLE labs ADD COLUMN holiday_region text CHECK (holiday_region ~ '^[A-Za-z0-9.-]{1,30}$');
