import { type Sql, sql } from "@/lib/db/sql";
import { all, equals, equalsId } from "../conditions";
import type { Ask } from "../result";
import { inDepartment } from "./attempts";

/**
 * The tables and conditions of what is at a stage now: attempts `w` that are not completed, with their open case `c` and item `i`,
 * narrowed to what the report is narrowed to. More conditions follow with AND.
 */
export const openAttempts = ({ filter }: Ask): Sql => sql`
  workflow_stages w JOIN cases c ON c.lab_id = w.lab_id AND c.id = w.case_id AND c.status NOT IN ('delivered', 'cancelled') AND c.deleted_at IS NULL
  JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id AND i.status NOT IN ('delivered', 'cancelled') AND i.deleted_at IS NULL
  WHERE w.status <> 'completed' AND w.deleted_at IS NULL AND ${all([
    equalsId(sql`c.practice_id`, filter.practice),
    inDepartment(filter.department),
    equals(sql`i.procedure_type`, filter.procedure),
  ])}`;
