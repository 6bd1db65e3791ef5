import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A case with delivered items that no invoice holds. `deliveredOn` is the last delivery on the lab's calendar. */
export type UninvoicedCase = { id: string; number: string; practice: string; items: number; deliveredOn: string };

const UNINVOICED = sql`
  FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
  WHERE i.status = 'delivered' AND i.deleted_at IS NULL AND NOT EXISTS (
    SELECT FROM invoice_items l WHERE l.lab_id = i.lab_id AND l.case_item_id = i.id AND NOT l.is_void)`;

/** The oldest such cases, at most 50. */
export async function listUninvoiced(tx: Transaction): Promise<UninvoicedCase[]> {
  return tx.rows<UninvoicedCase>(sql`
    SELECT u.id, u.number, p.name AS practice, u.items, (u.delivered_at AT TIME ZONE lab.time_zone)::date AS "deliveredOn"
    FROM (SELECT c.id, c.lab_id, c.number, c.practice_id, count(*)::int AS items, max(i.delivered_at) AS delivered_at ${UNINVOICED}
      GROUP BY c.id) u
    JOIN practices p ON p.lab_id = u.lab_id AND p.id = u.practice_id JOIN labs lab ON lab.id = u.lab_id
    ORDER BY u.delivered_at, u.id LIMIT 50`);
}

/** How many there are in all. */
export async function countUninvoiced(tx: Transaction): Promise<number> {
  const found = await tx.row<{ count: number }>(sql`SELECT count(DISTINCT c.id)::int AS count ${UNINVOICED}`);
  return found?.count ?? 0;
}
