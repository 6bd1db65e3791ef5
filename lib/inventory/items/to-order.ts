import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A line of the list of what is to be ordered. Quantities are in the item's unit, money in the lab's currency. */
export type OrderLine = {
  itemId: string;
  sku: string;
  name: string;
  unit: string;
  onHand: string;
  reorderPoint: string;
  /** What to order: the usual quantity, else up to twice the reorder point; in whole packs. */
  quantity: string;
  packSize: string;
  orderCode: string | null;
  /** The supplier's price of a unit today; null when none is known. */
  unitPrice: string | null;
  total: string | null;
};
export type SupplierOrder = {
  supplierId: string | null;
  supplier: string | null;
  email: string | null;
  phone: string | null;
  leadTimeDays: number | null;
  lines: OrderLine[];
  /** Of the lines with a price. */
  total: string;
};

/**
 * What is at or below its reorder point, by supplier: the item's own, else whoever sells it cheapest on `today` (the lab's day), else none.
 * At most 1,000 items.
 */
export async function listToOrder(tx: Transaction, today: string): Promise<SupplierOrder[]> {
  return tx.rows<SupplierOrder>(sql`
    WITH prices AS (
      SELECT DISTINCT ON (p.inventory_item_id, p.supplier_id) p.* FROM supplier_prices p JOIN suppliers s ON s.lab_id = p.lab_id AND s.id = p.supplier_id
      WHERE p.inventory_item_id IN (SELECT id FROM inventory_items WHERE is_low) AND p.valid_from <= ${today}::date AND (p.valid_until IS NULL OR p.valid_until >= ${today}::date)
      ORDER BY p.inventory_item_id, p.supplier_id, p.valid_from DESC),
    low AS (
      SELECT i.*, coalesce(own.id, (SELECT p.supplier_id FROM prices p WHERE p.inventory_item_id = i.id ORDER BY p.unit_price, p.supplier_id LIMIT 1)) AS from_id
      FROM (SELECT * FROM inventory_items WHERE is_low ORDER BY name, id LIMIT 1000) i LEFT JOIN suppliers own ON own.lab_id = i.lab_id AND own.id = i.supplier_id),
    lines AS (
      SELECT l.from_id, l.id, l.sku, l.name, l.unit, l.on_hand, l.reorder_point, p.order_code, p.unit_price, coalesce(p.pack_size, 1) AS pack_size,
        ceil(coalesce(l.reorder_quantity, greatest(2 * l.reorder_point - l.on_hand, 1)) / coalesce(p.pack_size, 1)) * coalesce(p.pack_size, 1) AS quantity
      FROM low l LEFT JOIN prices p ON p.inventory_item_id = l.id AND p.supplier_id = l.from_id)
    SELECT s.id AS "supplierId", s.name AS supplier, s.email, s.phone, s.lead_time_days AS "leadTimeDays",
      round(coalesce(sum(k.quantity * k.unit_price), 0), 2)::text AS total,
      jsonb_agg(jsonb_build_object('itemId', k.id, 'sku', k.sku, 'name', k.name, 'unit', k.unit, 'onHand', trim_scale(k.on_hand)::text,
        'reorderPoint', trim_scale(k.reorder_point)::text, 'quantity', trim_scale(k.quantity)::text, 'packSize', trim_scale(k.pack_size)::text,
        'orderCode', k.order_code, 'unitPrice', k.unit_price::text, 'total', round(k.quantity * k.unit_price, 2)::text) ORDER BY k.name, k.id) AS lines
    FROM lines k LEFT JOIN suppliers s ON s.id = k.from_id GROUP BY s.id, s.name, s.email, s.phone, s.lead_time_days ORDER BY s.name NULLS LAST`);
}
