import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LotPlace, PLACES } from "../lots/places";
import type { ItemCategory } from "../vocabulary";

/** An item whole. Quantities are decimal strings in its unit, money in the lab's currency. */
export type Item = {
  id: string;
  version: number;
  sku: string;
  name: string;
  category: ItemCategory;
  unit: string;
  gtin: string | null;
  supplierId: string | null;
  supplier: string | null;
  locationId: string | null;
  location: string | null;
  onHand: string;
  reorderPoint: string;
  reorderQuantity: string | null;
  unitCost: string;
  value: string;
  isLow: boolean;
  isArchived: boolean;
  notes: string | null;
};

/** An item, also an archived one. Refuses `not_found`. */
export async function readItem(tx: Transaction, id: string): Promise<Item> {
  await tx.includeDeleted();
  const item = await tx.row<Item>(sql`
    SELECT i.id, i.version, i.sku, i.name, i.category, i.unit, i.gtin, i.supplier_id AS "supplierId", s.name AS supplier,
      i.location_id AS "locationId", p.name AS location, trim_scale(i.on_hand)::text AS "onHand", trim_scale(i.reorder_point)::text AS "reorderPoint",
      trim_scale(i.reorder_quantity)::text AS "reorderQuantity", i.unit_cost::text AS "unitCost", round(i.value, 2)::text AS value,
      i.is_low AS "isLow", i.deleted_at IS NOT NULL AS "isArchived", i.notes
    FROM inventory_items i LEFT JOIN suppliers s ON s.lab_id = i.lab_id AND s.id = i.supplier_id
    LEFT JOIN stock_locations p ON p.lab_id = i.lab_id AND p.id = i.location_id WHERE i.id = ${id}`);
  if (!item) throw notFound("item");
  return item;
}

/** A lot of an item. `expiresOn` and `receivedOn` are days, `value` is what is left of it in the lab's currency. */
export type ItemLot = {
  id: string;
  number: string;
  isUnnumbered: boolean;
  expiresOn: string | null;
  receivedOn: string | null;
  onHand: string;
  unitCost: string | null;
  value: string;
  /** Where it lies, its own place first; empty when nothing is left. */
  places: LotPlace[];
  /** Its own place, also of an empty lot. */
  locationId: string | null;
  supplier: string | null;
  isRecalled: boolean;
  certificates: { id: string; name: string }[];
};

/** The lots of an item: those with something in them by expiry, then at most 30 empty ones, the newest first. */
export function lotsOf(tx: Transaction, itemId: string): Promise<ItemLot[]> {
  const columns = sql`id, number, is_unnumbered, expires_on, received_on, on_hand, elsewhere, unit_cost, location_id, supplier_id, lab_id, created_at`;
  return tx.rows<ItemLot>(sql`
    SELECT l.id, l.number, l.is_unnumbered AS "isUnnumbered", l.expires_on AS "expiresOn", l.received_on AS "receivedOn",
      trim_scale(l.on_hand)::text AS "onHand", l.unit_cost::text AS "unitCost", round(l.on_hand * coalesce(l.unit_cost, 0), 2)::text AS value,
      ${PLACES} AS places, l.location_id AS "locationId", s.name AS supplier,
      EXISTS (SELECT FROM lot_recalls r WHERE r.lab_id = l.lab_id AND r.lot_id = l.id AND r.withdrawn_at IS NULL) AS "isRecalled",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.id) FROM lot_certificates c
        WHERE c.lab_id = l.lab_id AND c.lot_id = l.id AND c.deleted_at IS NULL), '[]') AS certificates
    FROM (
      (SELECT ${columns} FROM lots WHERE inventory_item_id = ${itemId} AND on_hand > 0 ORDER BY expires_on NULLS LAST, id LIMIT 100)
      UNION ALL
      (SELECT ${columns} FROM lots WHERE inventory_item_id = ${itemId} AND on_hand = 0 ORDER BY id DESC LIMIT 30)) l
    LEFT JOIN suppliers s ON s.lab_id = l.lab_id AND s.id = l.supplier_id
    ORDER BY l.on_hand = 0, l.expires_on NULLS LAST, l.created_at DESC, l.id`);
}

/** An item as a choice of a form. */
export type ItemChoice = {
  id: string;
  sku: string;
  name: string;
  unit: string;
  category: ItemCategory;
  unitCost: string;
  locationId: string | null;
};

const CHOICE = sql`id, sku, name, unit, category, unit_cost::text AS "unitCost", location_id AS "locationId"`;

/** At most 20 items that the words find, by name; without words the first by name. */
export function findItems(tx: Transaction, words: string): Promise<ItemChoice[]> {
  return tx.rows<ItemChoice>(sql`
    SELECT ${CHOICE} FROM inventory_items
    WHERE ${words ? sql`id IN (SELECT search_stock(${words}, 200))` : sql`true`} AND deleted_at IS NULL ORDER BY name, id LIMIT 20`);
}

/** One item as a choice of a form; null when there is none. */
export async function itemChoice(tx: Transaction, id: string): Promise<ItemChoice | null> {
  return (
    (await tx.row<ItemChoice>(sql`SELECT ${CHOICE} FROM inventory_items WHERE id = ${id} AND deleted_at IS NULL`)) ??
    null
  );
}
