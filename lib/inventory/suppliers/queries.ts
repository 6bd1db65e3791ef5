import { notFound } from "@/lib/access/errors";
import { joinSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { RatedBy } from "../vocabulary";

/** A supplier; `rating` is the mean of `ratings`, 1 to 5 with two decimals. */
export type Supplier = {
  id: string;
  version: number;
  name: string;
  contactName: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  address: string | null;
  leadTimeDays: number | null;
  notes: string | null;
  rating: string | null;
  ratings: Record<RatedBy, number | null>;
  items: number;
  isArchived: boolean;
};

const COLUMNS = sql`s.id, s.version, s.name, s.contact_name AS "contactName", s.email, s.phone, s.website, s.address, s.lead_time_days AS "leadTimeDays",
  s.notes, s.rating::text AS rating, s.deleted_at IS NOT NULL AS "isArchived",
  jsonb_build_object('quality', s.rating_quality, 'delivery', s.rating_delivery, 'price', s.rating_price, 'service', s.rating_service) AS ratings,
  (SELECT count(DISTINCT p.inventory_item_id)::int FROM supplier_prices p WHERE p.lab_id = s.lab_id AND p.supplier_id = s.id AND p.deleted_at IS NULL) AS items`;

export const SUPPLIER_PAGE = 50;

/** A page of at most 50 suppliers by name whose name contains the words, from `after` (`[name, id]`) on; with `archived` those put away. */
export async function listSuppliers(
  tx: Transaction,
  { q, archived, after }: { q: string; archived: boolean; after: [string, string] | null },
): Promise<{ suppliers: Supplier[]; older: string | null }> {
  if (archived) await tx.includeDeleted();
  const where = [archived ? sql`s.deleted_at IS NOT NULL` : sql`s.deleted_at IS NULL`];
  if (q) where.push(sql`strpos(lower(s.name), lower(${q})) > 0`);
  if (after) where.push(sql`(lower(s.name), s.id) > (lower(${after[0]}), ${after[1]}::uuid)`);
  const found = await tx.rows<Supplier>(sql`
    SELECT ${COLUMNS} FROM suppliers s WHERE ${joinSql(where, " AND ")} ORDER BY lower(s.name), s.id LIMIT ${SUPPLIER_PAGE + 1}`);
  const suppliers = found.slice(0, SUPPLIER_PAGE);
  const last = suppliers.at(-1);
  return { suppliers, older: found.length > SUPPLIER_PAGE && last ? `${last.name}|${last.id}` : null };
}

/** A supplier, also an archived one. Refuses `not_found`. */
export async function readSupplier(tx: Transaction, id: string): Promise<Supplier> {
  await tx.includeDeleted();
  const supplier = await tx.row<Supplier>(sql`SELECT ${COLUMNS} FROM suppliers s WHERE s.id = ${id}`);
  if (!supplier) throw notFound("supplier");
  return supplier;
}

/** The lab's suppliers as choices of a form. */
export const supplierChoices = (tx: Transaction) =>
  tx.rows<{ value: string; label: string }>(
    sql`SELECT id AS value, name AS label FROM suppliers WHERE deleted_at IS NULL ORDER BY lower(name), id LIMIT 500`,
  );

/** A price of an item at a supplier. `state` says whether it holds on the day asked for. */
export type SupplierPrice = {
  id: string;
  supplierId: string;
  supplier: string;
  leadTimeDays: number | null;
  rating: string | null;
  itemId: string;
  item: string;
  unit: string;
  orderCode: string | null;
  unitPrice: string;
  packSize: string;
  validFrom: string;
  validUntil: string | null;
  state: "now" | "to_come" | "past";
  /** The lowest of those that hold for its item. */
  isBest: boolean;
};

/** Prices of one item or of one supplier, those that hold on `today` (the lab's day) first; at most 200. */
export function listPrices(
  tx: Transaction,
  of: { itemId: string } | { supplierId: string },
  today: string,
): Promise<SupplierPrice[]> {
  const mine = "itemId" in of ? sql`p.inventory_item_id = ${of.itemId}` : sql`p.supplier_id = ${of.supplierId}`;
  return tx.rows<SupplierPrice>(sql`
    WITH items AS (SELECT DISTINCT p.inventory_item_id AS id FROM supplier_prices p WHERE ${mine} AND p.deleted_at IS NULL LIMIT 200),
    prices AS (
      SELECT p.*, CASE WHEN p.valid_from > ${today}::date THEN 'to_come'
        WHEN p.valid_until < ${today}::date OR p.valid_from < max(p.valid_from) FILTER (WHERE p.valid_from <= ${today}::date)
          OVER (PARTITION BY p.supplier_id, p.inventory_item_id) THEN 'past' ELSE 'now' END AS state
      FROM supplier_prices p JOIN suppliers s ON s.lab_id = p.lab_id AND s.id = p.supplier_id AND s.deleted_at IS NULL
      WHERE p.inventory_item_id IN (SELECT id FROM items) AND p.deleted_at IS NULL),
    best AS (SELECT inventory_item_id, min(unit_price) AS unit_price FROM prices WHERE state = 'now' GROUP BY 1)
    SELECT p.id, p.supplier_id AS "supplierId", s.name AS supplier, s.lead_time_days AS "leadTimeDays", s.rating::text AS rating,
      i.id AS "itemId", i.name AS item, i.unit, p.order_code AS "orderCode", p.unit_price::text AS "unitPrice", trim_scale(p.pack_size)::text AS "packSize",
      p.valid_from AS "validFrom", p.valid_until AS "validUntil", p.state, p.state = 'now' AND p.unit_price = b.unit_price AS "isBest"
    FROM prices p JOIN suppliers s ON s.id = p.supplier_id JOIN inventory_items i ON i.id = p.inventory_item_id
    LEFT JOIN best b ON b.inventory_item_id = p.inventory_item_id
    WHERE ${mine} ORDER BY p.state = 'past', p.state, i.name, p.unit_price, p.valid_from DESC, p.id LIMIT 200`);
}
