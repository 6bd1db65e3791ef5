-- What running the lab newly asks for, in labs that are open already. A new lab gets it from lib/access/roles.ts.
INSERT INTO permissions (key, module, description) VALUES
  ('inventory.count', 'inventory', 'Count stock'),
  ('inventory.approve', 'inventory', 'Approve the differences of a stock-taking'),
  ('inventory.recall', 'inventory', 'Recall a lot and tell its practices'),
  ('rota.view', 'rota', 'See the rota and ask for leave'),
  ('leave.approve', 'leave', 'Approve leave'),
  ('reviews.write', 'reviews', 'Write reviews of people'),
  ('departments.manage', 'departments', 'Change departments, budgets, machines and their maintenance'),
  ('calendar.use', 'calendar', 'See the calendar and make appointments'),
  ('trash.restore', 'trash', 'See what was deleted and restore it'),
  ('data.export', 'data', 'Export everything the lab owns'),
  ('data.erase', 'data', 'Erase a patient'),
  ('operations.view', 'operations', 'See how the installation runs and try failed jobs again')
ON CONFLICT (key) DO NOTHING;

UPDATE permissions SET description = 'Change people and their schedules' WHERE key = 'staff.manage';

INSERT INTO role_permissions (lab_id, role_id, permission_key)
SELECT r.lab_id, r.id, g.permission
FROM roles r JOIN (VALUES
  ('admin', 'inventory.count'), ('manager', 'inventory.count'), ('technician', 'inventory.count'), ('staff', 'inventory.count'),
  ('admin', 'inventory.approve'), ('manager', 'inventory.approve'),
  ('admin', 'inventory.recall'), ('manager', 'inventory.recall'),
  ('admin', 'rota.view'), ('manager', 'rota.view'), ('technician', 'rota.view'), ('staff', 'rota.view'),
  ('admin', 'leave.approve'), ('manager', 'leave.approve'),
  ('admin', 'reviews.write'), ('manager', 'reviews.write'),
  ('admin', 'departments.manage'), ('manager', 'departments.manage'),
  ('admin', 'calendar.use'), ('manager', 'calendar.use'), ('technician', 'calendar.use'), ('staff', 'calendar.use'),
  ('admin', 'trash.restore'), ('manager', 'trash.restore'),
  ('admin', 'data.export'),
  ('admin', 'data.erase'),
  ('admin', 'operations.view')
) AS g(kind, permission) ON g.kind = r.kind
WHERE r.is_system AND r.deleted_at IS NULL AND r.key <> 'practice_staff';
