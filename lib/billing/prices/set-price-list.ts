import type { Context } from "@/lib/access/action";
import { invalid, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { lockPriceList } from "./lock-price-list";
import type { PriceListInput } from "./schema";

/**
 * Adds a price list (`priceListId` null) or changes one's name and days. Prices in a sent invoice stay as they were. Refuses with
 * `not_found`, `stale`, at `validFrom` when another default list begins the same day, and at `currency` when prices are in it already.
 */
export async function setPriceList({ tx }: Context, input: PriceListInput): Promise<{ priceListId: string }> {
  const { priceListId, version, name, currency, validFrom, validTo, isDefault } = input;
  if (!priceListId) {
    if (isDefault) await refuseSecondDefault(tx, null, validFrom);
    const added = await tx.row<{ id: string }>(sql`
      INSERT INTO price_lists (name, currency, valid_from, valid_to, is_default)
      VALUES (${name}, ${currency}, ${validFrom}, ${validTo}, ${isDefault}) RETURNING id`);
    return { priceListId: (added as { id: string }).id };
  }
  if (version === null) throw stale("price list");
  const list = await lockPriceList(tx, priceListId, version);
  if (isDefault) await refuseSecondDefault(tx, priceListId, validFrom);
  if (list.currency !== currency) await refusePriced(tx, priceListId, list.currency, currency);
  await tx.execute(sql`
    UPDATE price_lists SET name = ${name}, currency = ${currency}, valid_from = ${validFrom}, valid_to = ${validTo}, is_default = ${isDefault}
    WHERE id = ${priceListId}`);
  return { priceListId };
}

/** Refuses at `validFrom` when a default list other than `id` begins on the day: which of them held could not be told. */
export async function refuseSecondDefault(tx: Transaction, id: string | null, validFrom: string): Promise<void> {
  const other = await tx.row<{ name: string }>(sql`
    SELECT name FROM price_lists WHERE is_default AND valid_from = ${validFrom} AND deleted_at IS NULL AND id IS DISTINCT FROM ${id}::uuid`);
  if (other) throw invalid("validFrom", `${other.name} is the default list from this day already.`);
}

async function refusePriced(tx: Transaction, id: string, has: string, wanted: string): Promise<void> {
  const priced = await tx.row(sql`SELECT 1 FROM price_list_items WHERE price_list_id = ${id} LIMIT 1`);
  if (priced) throw invalid("currency", `The prices of this list are in ${has}. Make another list for ${wanted}.`);
}
