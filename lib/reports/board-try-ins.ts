import type { NamedItem } from "@/lib/cases/item-name";
import { emptySql, joinSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { BoardFilter } from "./board-filter";

/** A case with items out for a try-in: no stage of the board holds them. `there` when all of them are at the practice. */
export type BoardTryIn = { caseId: string; number: string; practice: string; there: boolean; items: NamedItem[] };

/**
 * The cases with items out for a try-in, those first that must leave first, at most 100. Nobody at the lab works on them, so a board
 * of one person or one department has none. `today` is the lab's day.
 */
export async function boardTryIns(tx: Transaction, today: string, filter: BoardFilter): Promise<BoardTryIn[]> {
  if (filter.person || filter.department) return [];
  const conditions = [
    filter.practice ? sql`AND c.practice_id = ${filter.practice}::uuid` : emptySql,
    filter.urgency ? sql`AND c.urgency = ${filter.urgency}::text` : emptySql,
    filter.late ? sql`AND c.ship_by < ${today}::date` : emptySql,
  ];
  return tx.rows<BoardTryIn>(sql`
    SELECT c.id AS "caseId", c.number, p.name AS practice, bool_and(t.arrived_at IS NOT NULL) AS there,
      jsonb_agg(jsonb_build_object('procedureType', i.procedure_type, 'arch', i.arch,
        'teeth', ARRAY(SELECT x.tooth FROM case_item_teeth x WHERE x.lab_id = i.lab_id AND x.item_id = i.id ORDER BY x.tooth)) ORDER BY i.position) AS items
    FROM try_ins t JOIN case_items i ON i.lab_id = t.lab_id AND i.id = t.item_id
    JOIN cases c ON c.lab_id = t.lab_id AND c.id = t.case_id JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
    WHERE t.ended_at IS NULL ${joinSql(conditions, " ")}
    GROUP BY c.id, c.number, p.name, c.ship_by ORDER BY c.ship_by, c.number LIMIT 100`);
}
