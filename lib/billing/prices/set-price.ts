import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockPriceList, touchPriceList } from "./lock-price-list";
import type { PriceInput, removePriceSchema } from "./schema";

/**
 * Sets a price of a list: adds it (`priceId` null) or changes it. It counts for what is drafted from now on. Refuses with
 * `not_found`, `stale`, at `taxRateId` a rate that the lab does not have (any more), and with `price_exists` when the list has a price
 * for the same procedure and material. Answers the price's new version, to be sent back with the next change.
 */
export async function setPrice(
  { tx }: Context,
  { priceListId, priceId, version, ...price }: PriceInput,
): Promise<{ priceId: string; version: number }> {
  await lockPriceList(tx, priceListId);
  if (priceId) {
    const seen = await tx.row<{ version: number }>(sql`
      SELECT version FROM price_list_items WHERE id = ${priceId} AND price_list_id = ${priceListId}`);
    if (!seen) throw notFound("price");
    if (seen.version !== version) throw stale("price");
  }
  if (price.taxRateId) {
    const rate = await tx.row(sql`SELECT FROM tax_rates WHERE id = ${price.taxRateId} FOR KEY SHARE`);
    if (!rate) throw invalid("taxRateId", "The lab does not have this tax any more. Choose another.");
  }
  const same = await tx.row(sql`
    SELECT 1 FROM price_list_items WHERE price_list_id = ${priceListId} AND procedure_type = ${price.procedureType}::text
      AND material IS NOT DISTINCT FROM ${price.material}::text AND id IS DISTINCT FROM ${priceId}::uuid`);
  if (same) throw conflict("price_exists", "This list has a price for the same procedure and material already.");
  const set = priceId
    ? sql`UPDATE price_list_items SET procedure_type = ${price.procedureType}, material = ${price.material}, per = ${price.per},
        price = ${price.price}, rush_surcharge_percent = ${price.rushSurchargePercent}, tax_rate_id = ${price.taxRateId}
      WHERE id = ${priceId} RETURNING id AS "priceId", version`
    : sql`INSERT INTO price_list_items (price_list_id, procedure_type, material, per, price, rush_surcharge_percent, tax_rate_id)
      VALUES (${priceListId}, ${price.procedureType}, ${price.material}, ${price.per}, ${price.price}, ${price.rushSurchargePercent},
        ${price.taxRateId}) RETURNING id AS "priceId", version`;
  const row = await tx.row<{ priceId: string; version: number }>(set);
  await touchPriceList(tx, priceListId);
  return row as { priceId: string; version: number };
}

/** Takes a price off its list. Refuses with `not_found` and `stale`. */
export async function removePrice(
  { tx }: Context,
  { priceId, version }: z.output<typeof removePriceSchema>,
): Promise<null> {
  const found = await tx.row<{ priceListId: string }>(sql`
    SELECT price_list_id AS "priceListId" FROM price_list_items WHERE id = ${priceId}`);
  if (!found) throw notFound("price");
  await lockPriceList(tx, found.priceListId);
  await tx.includeDeleted();
  const removed = await tx.execute(sql`
    UPDATE price_list_items SET deleted_at = now() WHERE id = ${priceId} AND deleted_at IS NULL AND version = ${version}`);
  if (removed === 0) throw stale("price");
  await touchPriceList(tx, found.priceListId);
  return null;
}
