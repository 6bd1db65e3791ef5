import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** How many cases have delivered items that no invoice holds. */
export async function countUninvoiced(tx: Transaction): Promise<number> {
  const found = await tx.row<{ count: number }>(sql`
    SELECT count(DISTINCT i.case_id)::int AS count FROM case_items i
    WHERE i.status = 'delivered' AND i.deleted_at IS NULL AND NOT EXISTS (
      SELECT FROM invoice_items l WHERE l.lab_id = i.lab_id AND l.case_item_id = i.id AND NOT l.is_void)`);
  return found?.count ?? 0;
}
