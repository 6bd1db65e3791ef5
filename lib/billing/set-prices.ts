import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { PriceInput, PriceListInput, RemovePriceInput, TaxRateInput } from "./schema";

/**
 * Adds a price list (`priceListId` null) or changes one's name and days. Prices in a sent invoice stay as they were. Refuses with
 * `not_found`, at `validFrom` when another default list begins the same day, and at `currency` when prices are in it already.
 */
export async function setPriceList({ tx }: Context, input: PriceListInput): Promise<{ priceListId: string }> {
  const { priceListId, name, currency, validFrom, validTo, isDefault } = input;
  await refuseSecondDefault(tx, input);
  if (!priceListId) {
    const added = await tx.row<{ id: string }>(sql`
      INSERT INTO price_lists (name, currency, valid_from, valid_to, is_default)
      VALUES (${name}, ${currency}, ${validFrom}, ${validTo}, ${isDefault}) RETURNING id`);
    return { priceListId: (added as { id: string }).id };
  }
  const list = await tx.row<{ currency: string; prices: boolean }>(sql`
    SELECT l.currency, EXISTS (SELECT FROM price_list_items i WHERE i.lab_id = l.lab_id AND i.price_list_id = l.id) AS prices
    FROM price_lists l WHERE l.id = ${priceListId} FOR UPDATE`);
  if (!list) throw notFound("price list");
  if (list.prices && list.currency !== currency) {
    throw invalid("currency", `The prices of this list are in ${list.currency}. Make another list for ${currency}.`);
  }
  await tx.execute(sql`
    UPDATE price_lists SET name = ${name}, currency = ${currency}, valid_from = ${validFrom}, valid_to = ${validTo}, is_default = ${isDefault}
    WHERE id = ${priceListId}`);
  return { priceListId };
}

async function refuseSecondDefault(tx: Transaction, list: PriceListInput): Promise<void> {
  if (!list.isDefault) return;
  const other = await tx.row<{ name: string }>(sql`
    SELECT name FROM price_lists WHERE is_default AND valid_from = ${list.validFrom} AND id IS DISTINCT FROM ${list.priceListId}::uuid`);
  if (other) throw invalid("validFrom", `${other.name} is the default list from this day already.`);
}

/**
 * Sets a price of a list: adds it (`priceId` null) or changes it. It counts for what is drafted from now on. Refuses with
 * `not_found`, and with `price_exists` when the list has a price for the same procedure and material.
 */
export async function setPrice(
  { tx }: Context,
  { priceListId, priceId, ...price }: PriceInput,
): Promise<{ priceId: string }> {
  const same = await tx.row(sql`
    SELECT 1 FROM price_list_items WHERE price_list_id = ${priceListId} AND procedure_type = ${price.procedureType}::text
      AND material IS NOT DISTINCT FROM ${price.material}::text AND id IS DISTINCT FROM ${priceId}::uuid`);
  if (same) throw conflict("price_exists", "This list has a price for the same procedure and material already.");
  const set = priceId
    ? sql`UPDATE price_list_items SET procedure_type = ${price.procedureType}, material = ${price.material}, per = ${price.per},
        price = ${price.price}, rush_surcharge_percent = ${price.rushSurchargePercent}, tax_rate_id = ${price.taxRateId}
      WHERE id = ${priceId} AND price_list_id = ${priceListId} RETURNING id`
    : sql`INSERT INTO price_list_items (price_list_id, procedure_type, material, per, price, rush_surcharge_percent, tax_rate_id)
      VALUES (${priceListId}, ${price.procedureType}, ${price.material}, ${price.per}, ${price.price}, ${price.rushSurchargePercent},
        ${price.taxRateId}) RETURNING id`;
  const row = await tx.row<{ id: string }>(set);
  if (!row) throw notFound("price");
  return { priceId: row.id };
}

/** Takes a price off its list. Refuses with `not_found`. */
export async function removePrice({ tx }: Context, { priceId }: RemovePriceInput): Promise<null> {
  await tx.includeDeleted();
  const removed = await tx.execute(sql`
    UPDATE price_list_items SET deleted_at = now() WHERE id = ${priceId} AND deleted_at IS NULL`);
  if (removed === 0) throw notFound("price");
  return null;
}

/**
 * Adds a tax, or, under the name of one there is, its rate from a later day. Rates are not changed afterwards, for invoices were
 * drawn up by them. Refuses at `validFrom` when that rate, or another default, begins the same day.
 */
export async function addTaxRate(
  { tx }: Context,
  { name, percent, validFrom, isDefault }: TaxRateInput,
): Promise<null> {
  const same = await tx.row<{ name: string }>(sql`
    SELECT name FROM tax_rates WHERE valid_from = ${validFrom} AND (name = ${name} OR (is_default AND ${isDefault}::boolean))`);
  if (same) throw invalid("validFrom", `A rate of ${same.name} begins on this day already.`);
  await tx.execute(sql`
    INSERT INTO tax_rates (name, percent, valid_from, is_default) VALUES (${name}, ${percent}, ${validFrom}, ${isDefault})`);
  return null;
}
