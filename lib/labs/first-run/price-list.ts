import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** The lab's default price list with how many prices it has, the newest; undefined before there is one. */
export const firstPriceList = (
  tx: Transaction,
): Promise<{ name: string; currency: string; prices: number } | undefined> =>
  tx.row(sql`
    SELECT b.name, b.currency, (SELECT count(*)::int FROM price_list_items i WHERE i.lab_id = b.lab_id AND i.price_list_id = b.id) AS prices
    FROM price_lists b ORDER BY b.is_default DESC, b.valid_from DESC LIMIT 1`);
