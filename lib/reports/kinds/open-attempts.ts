import { type Sql, sql } from "@/lib/db/sql";
import { all, equals, equalsId } from "../conditions";
import type { Ask } from "../result";
import { inDepartment } from "./attempts";

/**
 * The tables and conditions of what is at a stage now: attempts `w` that are not completed, with their open case `c` and item `i`,
 * narrowed to what the report is narrowed to. More conditions follow with AND. What is open is read whole from its own indexes and joined,
 * where the planner left to itself would look each case and item up: OFFSET keeps it from that.
 */
export const openAttempts = ({ filter }: Ask): Sql => sql`
  workflow_stages w
  JOIN (SELECT lab_id, id, practice_id, submitted_at, ship_by, status FROM cases
    WHERE ${all([sql`status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL`, equalsId(sql`practice_id`, filter.practice)])} OFFSET 0) c
    ON c.lab_id = w.lab_id AND c.id = w.case_id
  JOIN (SELECT lab_id, id, units, procedure_type FROM case_items
    WHERE ${all([sql`status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL`, equals(sql`procedure_type`, filter.procedure)])} OFFSET 0) i
    ON i.lab_id = w.lab_id AND i.id = w.item_id
  WHERE ${all([sql`w.status <> 'completed' AND w.deleted_at IS NULL`, inDepartment(filter.department)])}`;
