import { conflict, notFound } from "@/lib/access/errors";
import { rawSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { COUNT_STATUS_LABEL, type CountStatus } from "../vocabulary";

export type OpenCount = { name: string; locationId: string | null };

/**
 * Locks an open count: `count` for those who add to it, several at a time, `close` for whoever ends it. Refuses `not_found` and
 * `count_closed`.
 */
export async function lockCount(tx: Transaction, countId: string, to: "count" | "close"): Promise<OpenCount> {
  const count = await tx.row<OpenCount & { status: CountStatus }>(sql`
    SELECT name, status, location_id AS "locationId" FROM stock_counts WHERE id = ${countId} ${rawSql(to === "close" ? "FOR UPDATE" : "FOR SHARE")}`);
  if (!count) throw notFound("count");
  if (count.status !== "open")
    throw conflict(
      "count_closed",
      `This count is ${COUNT_STATUS_LABEL[count.status].toLowerCase()} and takes nothing more.`,
    );
  return count;
}
