import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { OnePrice, SupplierPriceInput } from "./schema";

/**
 * Sets what an item costs at a supplier from a day on, in the lab's currency. The price before it ends the day before. Refuses `not_found`
 * and `price_exists` for a second one from the same day.
 */
export async function setSupplierPrice({ tx }: Context, input: SupplierPriceInput): Promise<{ priceId: string }> {
  const { supplierId, itemId, orderCode, unitPrice, packSize, validFrom, validUntil } = input;
  const found = await tx.row(sql`
    SELECT FROM suppliers s JOIN inventory_items i ON i.lab_id = s.lab_id AND i.id = ${itemId} WHERE s.id = ${supplierId} FOR UPDATE OF s`);
  if (!found) throw notFound("supplier or item");
  await tx.execute(sql`
    UPDATE supplier_prices SET valid_until = ${validFrom}::date - 1 WHERE supplier_id = ${supplierId} AND inventory_item_id = ${itemId}
      AND valid_from < ${validFrom}::date AND (valid_until IS NULL OR valid_until >= ${validFrom}::date)`);
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO supplier_prices (supplier_id, inventory_item_id, order_code, unit_price, pack_size, valid_from, valid_until)
    VALUES (${supplierId}, ${itemId}, ${orderCode}, ${unitPrice}, ${packSize}, ${validFrom}, ${validUntil}) RETURNING id`);
  return { priceId: made?.id as string };
}

/** Takes a price away; nothing that was bought changes. Refuses `not_found`. */
export async function removeSupplierPrice({ tx }: Context, { priceId }: OnePrice): Promise<null> {
  await tx.includeDeleted();
  const found = await tx.execute(
    sql`UPDATE supplier_prices SET deleted_at = now() WHERE id = ${priceId} AND deleted_at IS NULL`,
  );
  if (!found) throw notFound("price");
  return null;
}

/** Brings a price back that was taken away. Refuses `not_found` and `price_exists`. */
export async function restoreSupplierPrice({ tx }: Context, { priceId }: OnePrice): Promise<null> {
  await tx.includeDeleted();
  const found = await tx.execute(
    sql`UPDATE supplier_prices SET deleted_at = NULL WHERE id = ${priceId} AND deleted_at IS NOT NULL`,
  );
  if (!found) throw notFound("price");
  return null;
}
