-- What money and miles newly ask for, in labs that are open already. A new lab gets it from lib/access/roles.ts.
INSERT INTO permissions (key, module, description) VALUES
  ('credits.issue', 'credits', 'Issue credit notes and refunds'),
  ('statements.send', 'statements', 'Send statements and reminders'),
  ('journal.export', 'journal', 'Export the journal'),
  ('billing.manage', 'billing', 'Change how the lab bills, taxes and reminds'),
  ('carriers.manage', 'carriers', 'Change carriers, route templates and what is proved at the door')
ON CONFLICT (key) DO NOTHING;

INSERT INTO role_permissions (lab_id, role_id, permission_key)
SELECT r.lab_id, r.id, g.permission
FROM roles r JOIN (VALUES
  ('admin', 'credits.issue'), ('manager', 'credits.issue'),
  ('admin', 'statements.send'), ('manager', 'statements.send'), ('staff', 'statements.send'),
  ('admin', 'journal.export'), ('manager', 'journal.export'),
  ('admin', 'billing.manage'), ('manager', 'billing.manage'),
  ('admin', 'carriers.manage'), ('manager', 'carriers.manage'), ('staff', 'carriers.manage')
) AS g(kind, permission) ON g.kind = r.kind
WHERE r.is_system AND r.deleted_at IS NULL;
