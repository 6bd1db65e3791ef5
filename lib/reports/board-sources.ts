import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

type Source = { id: string; name: string };
export type BoardSources = { departments: Source[]; people: Source[]; practices: Source[] };

/** What the board can be narrowed to: the departments, people and practices that have open work. */
export async function boardSources(tx: Transaction): Promise<BoardSources> {
  const open = sql`workflow_stages w WHERE w.status <> 'completed' AND w.deleted_at IS NULL`;
  return {
    departments: await tx.rows<Source>(sql`
      SELECT id, name FROM departments WHERE id IN (SELECT w.department_id FROM ${open}) ORDER BY name`),
    people: await tx.rows<Source>(sql`
      SELECT id, name FROM users WHERE id IN (SELECT w.assigned_to_id FROM ${open}) ORDER BY name`),
    practices: await tx.rows<Source>(sql`
      SELECT id, name FROM practices WHERE id IN (SELECT c.practice_id FROM (SELECT DISTINCT w.lab_id, w.case_id FROM ${open}) o
        JOIN LATERAL (SELECT practice_id FROM cases x WHERE x.lab_id = o.lab_id AND x.id = o.case_id LIMIT 1) c ON true) ORDER BY name`),
  };
}
