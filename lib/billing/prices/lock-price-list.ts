import { notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type LockedPriceList = {
  id: string;
  name: string;
  currency: string;
  validFrom: string;
  validTo: string | null;
  isDefault: boolean;
  version: number;
};

/**
 * Loads a price list that is in use for a change and keeps others from it until the transaction ends. Refuses with `not_found` (also
 * for one that was put away) and, when the caller saw another version, with `stale`.
 */
export async function lockPriceList(tx: Transaction, id: string, seenVersion?: number): Promise<LockedPriceList> {
  const list = await tx.row<LockedPriceList>(sql`
    SELECT id, name, currency, valid_from AS "validFrom", valid_to AS "validTo", is_default AS "isDefault", version
    FROM price_lists WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!list) throw notFound("price list");
  if (seenVersion !== undefined && list.version !== seenVersion) throw stale("price list");
  return list;
}

/** Marks that prices of a list changed, so that whoever read the list as a whole before is told. */
export async function touchPriceList(tx: Transaction, id: string): Promise<void> {
  await tx.execute(sql`UPDATE price_lists SET updated_at = now() WHERE id = ${id}`);
}
