-- Notifications: once per person and event, by the channel each person chose for each kind, at the time they are wanted.

CREATE DOMAIN email_choice AS text CHECK (VALUE IN ('off', 'at_once', 'daily'));

ALTER TABLE notifications ADD COLUMN key text, ADD COLUMN thread text, ADD COLUMN practice_id uuid,
  ADD COLUMN is_shown boolean NOT NULL DEFAULT true, ADD COLUMN email email_choice NOT NULL DEFAULT 'off',
  ADD COLUMN mail_due_at timestamptz(3), ADD COLUMN mailed_at timestamptz(3);
UPDATE notifications SET key = id::text;
ALTER TABLE notifications ALTER COLUMN key SET NOT NULL,
  ADD CHECK ((email = 'at_once') = (mail_due_at IS NOT NULL)),
  ADD CONSTRAINT notifications_lab_id_practice_id_fkey FOREIGN KEY (lab_id, practice_id) REFERENCES practices (lab_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX notifications_lab_id_practice_id_idx ON notifications (lab_id, practice_id);
CREATE UNIQUE INDEX notifications_lab_id_user_id_key_key ON notifications (lab_id, user_id, key);
CREATE INDEX notifications_thread_unread ON notifications (lab_id, user_id, thread) WHERE read_at IS NULL AND thread IS NOT NULL;
CREATE INDEX notifications_for_digest ON notifications (lab_id, user_id, created_at) WHERE email = 'daily' AND mailed_at IS NULL AND read_at IS NULL;

-- Someone who acts for two practices of a lab is told of each where they act for it.
DROP POLICY portal_rows ON notifications;
SELECT allow_rows('notifications', 'casepan_portal', 'SELECT', 'user_id = (SELECT app_user_id()) AND (practice_id IS NULL OR practice_id = (SELECT app_practice_id()))');
REVOKE UPDATE ON notifications FROM casepan_portal, casepan_driver;
GRANT UPDATE (read_at) ON notifications TO casepan_portal, casepan_driver;

-- What a person changed of the defaults of their kind of role (lib/notifications/defaults.ts).
CREATE TABLE notification_preferences (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  user_id uuid NOT NULL,
  type notification_type NOT NULL,
  in_app boolean NOT NULL,
  email email_choice NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT notification_preferences_pkey PRIMARY KEY (id),
  CONSTRAINT notification_preferences_lab_id_user_id_fkey FOREIGN KEY (lab_id, user_id) REFERENCES memberships (lab_id, user_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX notification_preferences_lab_id_id_key ON notification_preferences (lab_id, id);
CREATE UNIQUE INDEX notification_preferences_lab_id_user_id_type_key ON notification_preferences (lab_id, user_id, type);
SELECT secure_table('notification_preferences'),
  allow_rows('notification_preferences', 'casepan_portal', 'SELECT, INSERT, UPDATE', 'user_id = (SELECT app_user_id())'),
  allow_rows('notification_preferences', 'casepan_driver', 'SELECT, INSERT, UPDATE', 'user_id = (SELECT app_user_id())');

-- The hour of the lab's day at which a person's daily letter goes out.
ALTER TABLE memberships ADD COLUMN digest_hour smallint NOT NULL DEFAULT 7 CHECK (digest_hour BETWEEN 0 AND 23);
GRANT UPDATE (digest_hour) ON memberships TO casepan_portal, casepan_driver;
