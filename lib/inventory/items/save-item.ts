import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import type { ItemInput } from "./schema";

/**
 * Adds an item or changes one. Its stock is moved by the ledger alone. Refuses `not_found`, `stale`, a code or barcode number that another
 * item has, and another unit at `unit` once something was booked, since the figures of the ledger are in the old one.
 */
export async function saveItem({ tx }: Context, { itemId, version, ...item }: ItemInput): Promise<{ itemId: string }> {
  const { sku, name, category, unit, gtin, supplierId, locationId, reorderPoint, reorderQuantity, unitCost, notes } =
    item;
  if (!itemId) {
    const made = await tx.row<{ id: string }>(sql`
      INSERT INTO inventory_items (sku, name, category, unit, gtin, supplier_id, location_id, reorder_point, reorder_quantity, unit_cost, notes)
      VALUES (${sku}, ${name}, ${category}, ${unit}, ${gtin}, ${supplierId}, ${locationId}, ${reorderPoint}, ${reorderQuantity}, ${unitCost}, ${notes})
      RETURNING id`);
    await announce(tx, ["stock"]);
    return { itemId: made?.id as string };
  }
  const now = await lockItem({ tx }, { itemId, version: version ?? 0 });
  if (now.unit !== unit && now.isBooked)
    throw invalid("unit", `Stock was booked in ${now.unit} already. Add an item of its own for another unit.`);
  await tx.execute(sql`
    UPDATE inventory_items SET sku = ${sku}, name = ${name}, category = ${category}, unit = ${unit}, gtin = ${gtin}, supplier_id = ${supplierId},
      location_id = ${locationId}, reorder_point = ${reorderPoint}, reorder_quantity = ${reorderQuantity}, unit_cost = ${unitCost}, notes = ${notes}
    WHERE id = ${itemId}`);
  await announce(tx, ["stock", `stock:${itemId}`]);
  return { itemId };
}

type Locked = { unit: string; name: string; isBooked: boolean; isEmpty: boolean };

async function lockItem(
  { tx }: Pick<Context, "tx">,
  { itemId, version }: { itemId: string; version: number },
): Promise<Locked> {
  const item = await tx.row<Locked & { version: number }>(sql`
    SELECT unit, name, version, on_hand = 0 AS "isEmpty",
      EXISTS (SELECT FROM inventory_transactions t WHERE t.lab_id = i.lab_id AND t.inventory_item_id = i.id) AS "isBooked"
    FROM inventory_items i WHERE id = ${itemId} FOR NO KEY UPDATE`);
  if (!item) throw notFound("item");
  if (item.version !== version) throw stale("item");
  return item;
}

/** Puts an item away; its lots and its ledger stay. Refuses `not_found`, `stale` and `stock_left` while something of it is there. */
export async function archiveItem(
  { tx }: Context,
  { itemId, version }: { itemId: string; version: number },
): Promise<null> {
  const item = await lockItem({ tx }, { itemId, version });
  if (!item.isEmpty)
    throw conflict("stock_left", `There is still some of ${item.name}. Use it up, write it off or correct it first.`);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE inventory_items SET deleted_at = now() WHERE id = ${itemId}`);
  await announce(tx, ["stock", `stock:${itemId}`]);
  return null;
}

/** Brings an archived item back. Refuses `not_found` and a code that another item took meanwhile. */
export async function restoreItem({ tx }: Context, { itemId }: { itemId: string }): Promise<null> {
  await tx.includeDeleted();
  const found = await tx.execute(
    sql`UPDATE inventory_items SET deleted_at = NULL WHERE id = ${itemId} AND deleted_at IS NOT NULL`,
  );
  if (!found) throw notFound("item");
  await announce(tx, ["stock", `stock:${itemId}`]);
  return null;
}
