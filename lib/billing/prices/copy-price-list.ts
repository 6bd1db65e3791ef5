import { DateTime } from "luxon";
import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { toHundredths } from "../hundredths";
import { lockPriceList } from "./lock-price-list";
import { raisedPrice } from "./raise";
import type { CopyPriceListInput } from "./schema";
import { refuseSecondDefault } from "./set-price-list";

const MOST = 999_999_999n;

/**
 * Copies a list with all its prices to new days, each price changed by a percentage and rounded. Where the copy goes on from the list
 * (`continues`), that one ends the day before and who pays by it pays by the copy from its first day; a copy of a default list is a
 * default then. Refuses with `not_found`, `stale`, at `validFrom` when it does not begin after the list it goes on from, with
 * `already_continued` when another list goes on from that day, and at `percent` when a price would become too large.
 */
export async function copyPriceList({ tx }: Context, input: CopyPriceListInput): Promise<{ priceListId: string }> {
  const { validFrom, continues } = input;
  const list = await lockPriceList(tx, input.priceListId, input.version);
  const isDefault = list.isDefault && continues;
  if (continues && validFrom <= list.validFrom) {
    throw invalid("validFrom", "To go on from the list it has to begin after it.");
  }
  if (isDefault) await refuseSecondDefault(tx, null, validFrom);
  if (continues) await refuseSecondFollower(tx, list.id, validFrom);
  const copy = await tx.row<{ id: string }>(sql`
    INSERT INTO price_lists (name, currency, valid_from, valid_to, is_default, follows_id)
    VALUES (${input.name}, ${list.currency}, ${validFrom}, ${input.validTo}, ${isDefault}, ${continues ? list.id : null}) RETURNING id`);
  const priceListId = (copy as { id: string }).id;
  await copyPrices(tx, list.id, priceListId, input);
  const eve = DateTime.fromISO(validFrom).minus({ days: 1 }).toISODate() as string;
  if (continues && (list.validTo === null || list.validTo > eve)) {
    await tx.execute(sql`UPDATE price_lists SET valid_to = ${eve} WHERE id = ${list.id}`);
  }
  return { priceListId };
}

async function refuseSecondFollower(tx: Transaction, id: string, validFrom: string): Promise<void> {
  const other = await tx.row<{ name: string }>(sql`
    SELECT name FROM price_lists WHERE follows_id = ${id} AND valid_from = ${validFrom} AND deleted_at IS NULL`);
  if (other) throw conflict("already_continued", `${other.name} goes on from this list on that day already.`);
}

async function copyPrices(
  tx: Transaction,
  from: string,
  to: string,
  { percent, rounding }: Pick<CopyPriceListInput, "percent" | "rounding">,
): Promise<void> {
  const prices = await tx.rows<{ id: string; price: string }>(sql`
    SELECT id, price FROM price_list_items WHERE price_list_id = ${from}`);
  const raised = prices.map(({ id, price }) => ({ id, price: raisedPrice(price, percent, rounding) }));
  if (raised.some(({ price }) => toHundredths(price) > MOST)) {
    throw invalid("percent", "A price would become more than 9,999,999.99 by this.");
  }
  await tx.execute(sql`
    INSERT INTO price_list_items (price_list_id, procedure_type, material, per, price, rush_surcharge_percent, tax_rate_id)
    SELECT ${to}, i.procedure_type, i.material, i.per, r.price, i.rush_surcharge_percent, i.tax_rate_id
    FROM price_list_items i JOIN jsonb_to_recordset(${JSON.stringify(raised)}::jsonb) r (id uuid, price numeric) ON r.id = i.id`);
}
