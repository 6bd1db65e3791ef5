import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { MovementType } from "../vocabulary";

export const LEDGER_PAGE = 50;

/** A line of an item's ledger. Quantities are decimal strings in the item's unit, `unitCost` in the lab's currency. */
export type Movement = {
  id: string;
  at: Date;
  type: MovementType;
  quantity: string;
  unitCost: string;
  value: string;
  lotId: string;
  lotNumber: string;
  reason: string | null;
  person: string;
  caseId: string | null;
  caseNumber: string | null;
  department: string | null;
  location: string | null;
  reversesId: string | null;
  isUndone: boolean;
  /** Booked by completing a stage: it is taken back there. */
  ofBench: boolean;
};
export type LedgerPage = { movements: Movement[]; older: string | null };

/** A page of at most 50 movements of an item, the newest first; `after` is `<instant>|<id>` of the last one seen. */
export async function listMovements(
  tx: Transaction,
  itemId: string,
  after: [string, string] | null,
): Promise<LedgerPage> {
  const beyond = after
    ? sql`AND t.occurred_at <= ${after[0]}::timestamptz AND (t.occurred_at < ${after[0]}::timestamptz OR t.id < ${after[1]}::uuid)`
    : emptySql;
  const found = await tx.rows<Movement>(sql`
    SELECT t.id, t.occurred_at AS at, t.type, trim_scale(t.quantity)::text AS quantity, t.unit_cost::text AS "unitCost",
      round(t.quantity * t.unit_cost, 2)::text AS value, t.lot_id AS "lotId", l.number AS "lotNumber", t.reason, u.name AS person,
      c.id AS "caseId", c.number AS "caseNumber", d.name AS department, p.name AS location, t.reverses_id AS "reversesId", t.stage_id IS NOT NULL AS "ofBench",
      EXISTS (SELECT FROM inventory_transactions r WHERE r.lab_id = t.lab_id AND r.reverses_id = t.id) AS "isUndone"
    FROM (SELECT * FROM inventory_transactions t WHERE t.inventory_item_id = ${itemId} ${beyond}
      ORDER BY t.occurred_at DESC, t.id DESC LIMIT ${LEDGER_PAGE + 1}) t
    JOIN lots l ON l.lab_id = t.lab_id AND l.id = t.lot_id
    JOIN users u ON u.id = t.recorded_by_id
    LEFT JOIN case_items i ON i.lab_id = t.lab_id AND i.id = t.case_item_id
    LEFT JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
    LEFT JOIN departments d ON d.lab_id = t.lab_id AND d.id = t.department_id
    LEFT JOIN stock_locations p ON p.lab_id = t.lab_id AND p.id = t.location_id
    ORDER BY t.occurred_at DESC, t.id DESC`);
  const movements = found.slice(0, LEDGER_PAGE);
  const last = movements.at(-1);
  return { movements, older: found.length > LEDGER_PAGE && last ? `${last.at.toISOString()}|${last.id}` : null };
}

/** On hand of an item at the end of each of the last `days` days of the lab's zone (`YYYY-MM-DD`), the oldest first, today as of now. */
export async function onHandByDay(
  tx: Transaction,
  { itemId, days, timeZone }: { itemId: string; days: number; timeZone: string },
): Promise<{ day: string; onHand: string }[]> {
  return tx.rows(sql`
    WITH days AS (SELECT day::date AS day FROM generate_series((now() AT TIME ZONE ${timeZone})::date - ${days - 1}::int, (now() AT TIME ZONE ${timeZone})::date, interval '1 day') day),
    moved AS (
      SELECT (occurred_at AT TIME ZONE ${timeZone})::date AS day, sum(quantity) AS quantity FROM inventory_transactions
      WHERE inventory_item_id = ${itemId} AND occurred_at >= now() - make_interval(days => ${days + 1}::int) GROUP BY 1)
    SELECT d.day, trim_scale(i.on_hand - coalesce(sum(m.quantity) OVER (ORDER BY d.day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::text AS "onHand"
    FROM days d CROSS JOIN (SELECT on_hand FROM inventory_items WHERE id = ${itemId}) i LEFT JOIN moved m ON m.day = d.day ORDER BY d.day`);
}
