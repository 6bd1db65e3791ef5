import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** When a report view was last refreshed, or null when it never was. */
export async function refreshedAt(tx: Transaction, view: string): Promise<Date | null> {
  const found = await tx.row<{ at: Date }>(
    sql`SELECT refreshed_at AS at FROM report_refreshes WHERE view_name = ${view}`,
  );
  return found?.at ?? null;
}
