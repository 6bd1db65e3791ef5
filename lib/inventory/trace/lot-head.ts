import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LotPlace, PLACES } from "../lots/places";

/** A lot, what is left of it, and how many cases it went into. Days are `YYYY-MM-DD`, quantities decimals of `unit`. */
export type LotHead = {
  id: string;
  number: string;
  isUnnumbered: boolean;
  itemId: string;
  name: string;
  sku: string;
  unit: string;
  supplier: string | null;
  expiresOn: string | null;
  receivedOn: string | null;
  onHand: string;
  places: LotPlace[];
  /** What was carried from place to place, the last first, at most ten. `quantity` is null for all of it. */
  carried: { id: string; from: string | null; to: string | null; quantity: string | null; at: string; by: string }[];
  cases: number;
  practices: number;
  certificates: { id: string; name: string }[];
  recall: { id: string; reason: string; recalledAt: Date; closedAt: Date | null } | null;
};

/** A lot with its certificate and its standing recall; null when it is not the actor's to see. */
export async function lotHead(tx: Transaction, lotId: string): Promise<LotHead | null> {
  const found = await tx.row<LotHead>(sql`
    WITH used AS (
      SELECT DISTINCT i.case_id FROM case_items i WHERE i.id IN (
        SELECT t.case_item_id FROM inventory_transactions t WHERE t.lot_id = ${lotId} AND t.case_item_id IS NOT NULL AND t.type = 'out'
          AND NOT EXISTS (SELECT FROM inventory_transactions r WHERE r.lab_id = t.lab_id AND r.reverses_id = t.id)
        UNION ALL SELECT s.case_item_id FROM stock_shortfalls s WHERE s.lot_id = ${lotId} AND s.taken_back_at IS NULL AND s.settled_lot_id IS NULL))
    SELECT l.id, l.number, l.is_unnumbered AS "isUnnumbered", i.id AS "itemId", i.name, i.sku, i.unit,
      (SELECT name FROM suppliers s WHERE s.id = coalesce(l.supplier_id, i.supplier_id)) AS supplier, l.expires_on::text AS "expiresOn",
      l.received_on::text AS "receivedOn", trim_scale(l.on_hand)::text AS "onHand", ${PLACES} AS places,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'from', f.name, 'to', t.name, 'quantity', trim_scale(m.quantity)::text, 'at', m.created_at, 'by', u.name)
        ORDER BY m.id DESC), '[]') FROM (SELECT * FROM lot_moves WHERE lot_id = l.id ORDER BY id DESC LIMIT 10) m
        LEFT JOIN stock_locations f ON f.id = m.from_location_id LEFT JOIN stock_locations t ON t.id = m.to_location_id JOIN users u ON u.id = m.moved_by_id) AS carried,
      (SELECT count(*)::int FROM used) AS cases,
      (SELECT count(DISTINCT c.practice_id)::int FROM cases c WHERE c.id IN (SELECT case_id FROM used)) AS practices,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.id), '[]') FROM lot_certificates f WHERE f.lot_id = l.id) AS certificates
    FROM lots l JOIN inventory_items i ON i.id = l.inventory_item_id WHERE l.id = ${lotId}`);
  if (!found) return null;
  const recall = await tx.row<NonNullable<LotHead["recall"]>>(sql`
    SELECT id, reason, recalled_at AS "recalledAt", closed_at AS "closedAt" FROM lot_recalls WHERE lot_id = ${lotId} AND withdrawn_at IS NULL`);
  return { ...found, recall: recall ?? null };
}

export type LotMovement = {
  id: string;
  type: "in" | "out" | "adjustment" | "damage" | "write_off";
  quantity: string;
  reason: string | null;
  occurredAt: Date;
  by: string;
  caseNumber: string | null;
  caseId: string | null;
};

/** The last movements of a lot, at most `most`. */
export async function lotMovements(tx: Transaction, lotId: string, most: number): Promise<LotMovement[]> {
  return tx.rows<LotMovement>(sql`
    SELECT t.id, t.type, trim_scale(t.quantity)::text AS quantity, t.reason, t.occurred_at AS "occurredAt",
      (SELECT name FROM users WHERE id = t.recorded_by_id) AS by, c.number AS "caseNumber", c.id AS "caseId"
    FROM (SELECT * FROM inventory_transactions WHERE lot_id = ${lotId} ORDER BY occurred_at DESC, id DESC LIMIT ${most}) t
      LEFT JOIN case_items i ON i.id = t.case_item_id LEFT JOIN cases c ON c.id = i.case_id
    ORDER BY t.occurred_at DESC, t.id DESC`);
}

export type LotFound = {
  id: string;
  number: string;
  name: string;
  unit: string;
  onHand: string;
  expiresOn: string | null;
  isRecalled: boolean;
};

/** The lots whose number begins with the words, whatever their case, at most `most`; the newest when nothing is asked. */
export async function findLots(tx: Transaction, words: string, most: number): Promise<LotFound[]> {
  const found = words.trim() ? sql`l.id IN (SELECT search_lots(${words.trim()}, ${most}))` : sql`NOT l.is_unnumbered`;
  return tx.rows<LotFound>(sql`
    SELECT l.id, l.number, i.name, i.unit, trim_scale(l.on_hand)::text AS "onHand", l.expires_on::text AS "expiresOn",
      EXISTS (SELECT FROM lot_recalls x WHERE x.lot_id = l.id AND x.withdrawn_at IS NULL) AS "isRecalled"
    FROM lots l JOIN inventory_items i ON i.id = l.inventory_item_id WHERE ${found} ORDER BY l.id DESC LIMIT ${most}`);
}
