import type { Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A department as lists show it. `units` is its daily capacity, null without bound; `stages` are those its templates send to it. */
export type Department = {
  id: string;
  name: string;
  headId: string | null;
  head: string | null;
  units: number | null;
  people: number;
  machines: number;
  open: number;
  stages: Stage[];
};

const columns = sql`
  d.id, d.name, d.head_id AS "headId", (SELECT name FROM users WHERE id = d.head_id) AS head, d.daily_capacity_units AS units,
  (SELECT count(*)::int FROM staff_profiles p JOIN memberships m ON m.user_id = p.user_id AND m.status = 'active' WHERE p.department_id = d.id) AS people,
  (SELECT count(*)::int FROM department_equipment e WHERE e.department_id = d.id AND e.status <> 'decommissioned') AS machines,
  (SELECT count(*)::int FROM workflow_stages w WHERE w.department_id = d.id AND w.status <> 'completed') AS open,
  ARRAY(SELECT s.stage::text FROM workflow_template_stages s WHERE s.department_id = d.id GROUP BY s.stage ORDER BY min(s.position)) AS stages`;

/** The departments of the acting lab by name; at most 200. */
export const listDepartments = (tx: Transaction): Promise<Department[]> =>
  tx.rows<Department>(sql`SELECT ${columns} FROM departments d ORDER BY d.name, d.id LIMIT 200`);

/** One department; undefined when it is not the actor's to see. */
export const oneDepartment = (tx: Transaction, id: string): Promise<Department | undefined> =>
  tx.row<Department>(sql`SELECT ${columns} FROM departments d WHERE d.id = ${id}`);

/** Departments that were put away, the latest first. Call it last in a transaction: it lets deleted rows be seen from then on. */
export async function archivedDepartments(tx: Transaction): Promise<{ id: string; name: string }[]> {
  await tx.includeDeleted();
  return tx.rows(sql`SELECT id, name FROM departments WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC LIMIT 50`);
}

/** A person of a department, with their working days' roles. */
export type Member = { id: string; userId: string; name: string; jobTitle: string | null; role: string };

/** Who works in a department, by name; at most 200. */
export const membersOf = (tx: Transaction, departmentId: string): Promise<Member[]> =>
  tx.rows<Member>(sql`
    SELECT p.id, p.user_id AS "userId", u.name, p.job_title AS "jobTitle", r.name AS role
    FROM staff_profiles p JOIN memberships m ON m.user_id = p.user_id AND m.status = 'active' JOIN roles r ON r.id = m.role_id JOIN users u ON u.id = p.user_id
    WHERE p.department_id = ${departmentId} ORDER BY u.name, p.id LIMIT 200`);

/** Who can be the head of a department: everybody of the lab's own people, by name; at most 500. */
export const possibleHeads = (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  tx.rows(sql`
    SELECT u.id, u.name FROM memberships m JOIN roles r ON r.id = m.role_id JOIN users u ON u.id = m.user_id
    WHERE m.status = 'active' AND r.kind <> 'dentist' ORDER BY u.name, u.id LIMIT 500`);
