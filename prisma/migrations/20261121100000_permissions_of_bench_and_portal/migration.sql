-- What the bench and the portal may newly do, in labs that are open already. A new lab gets it from lib/access/roles.ts.
INSERT INTO permissions (key, module, description) VALUES
  ('cases.ask_approval', 'cases', 'Ask the dentist to approve a design'),
  ('cases.remake', 'cases', 'Make a delivered case again'),
  ('messages.use', 'messages', 'Take part in conversations'),
  ('applications.review', 'applications', 'Review the applications of dentists'),
  ('portal.approve', 'portal', 'Approve or reject designs for the practice'),
  ('portal.people', 'portal', 'Change who acts for the practice')
ON CONFLICT (key) DO NOTHING;

INSERT INTO role_permissions (lab_id, role_id, permission_key)
SELECT r.lab_id, r.id, g.permission
FROM roles r JOIN (VALUES
  ('admin', 'cases.ask_approval'), ('manager', 'cases.ask_approval'), ('staff', 'cases.ask_approval'), ('technician', 'cases.ask_approval'),
  ('admin', 'cases.remake'), ('manager', 'cases.remake'), ('staff', 'cases.remake'),
  ('admin', 'messages.use'), ('manager', 'messages.use'), ('staff', 'messages.use'), ('technician', 'messages.use'), ('dentist', 'messages.use'),
  ('admin', 'applications.review'), ('manager', 'applications.review'),
  ('dentist', 'portal.approve'), ('dentist', 'portal.people')
) AS g(kind, permission) ON g.kind = r.kind
WHERE r.is_system AND r.deleted_at IS NULL;
