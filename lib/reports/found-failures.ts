import { sql } from "@/lib/db/sql";

/**
 * Every attempt that failed or was sent back, with the attempt whose work it was: the last one passed at the stage the item went back
 * to. `w` is where it was found, `m` whose it was. What failed is little: its items are looked up by key, where the planner would read all.
 */
export const FOUND_FAILURES = sql`
  workflow_stages w
  JOIN LATERAL (SELECT units, procedure_type FROM case_items x WHERE x.lab_id = w.lab_id AND x.id = w.item_id AND x.deleted_at IS NULL LIMIT 1) i ON true
  LEFT JOIN LATERAL (SELECT n.stage FROM workflow_stages n WHERE n.lab_id = w.lab_id AND n.item_id = w.item_id AND n.queued_at >= w.completed_at AND n.deleted_at IS NULL
    ORDER BY n.queued_at, n.id LIMIT 1) n ON true
  LEFT JOIN LATERAL (SELECT p.department_id, p.completed_by_id FROM workflow_stages p WHERE p.lab_id = w.lab_id AND p.item_id = w.item_id
    AND p.stage = n.stage AND p.outcome = 'passed' AND p.completed_at <= w.completed_at AND p.deleted_at IS NULL ORDER BY p.completed_at DESC LIMIT 1) m ON true`;
