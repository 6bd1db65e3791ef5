import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What happened to a case on its way from the bench to a hand. */
export type CustodyKind =
  | "finished"
  | "packed"
  | "loaded"
  | "unloaded"
  | "handed_over"
  | "delivered"
  | "collected"
  | "returned"
  | "unpacked"
  | "failed"
  | "rescheduled";

export type CustodyStep = {
  id: string;
  kind: CustodyKind;
  /** By the clock of whoever did it, and when the lab heard of it. */
  at: Date;
  heardAt: Date;
  /** Null where names were not asked for, or nobody is known. */
  who: string | null;
  /** The parcel or shipment it was about. */
  what: string | null;
  note: string | null;
};

/**
 * The chain of custody of a case or of a shipment, oldest first: when the case was finished, and everything that happened to the
 * parcels; what was shipped before parcels were followed is told by its timeline. With `names` it says who and what they
 * noted, which only the lab's people may read.
 */
export function custodyChain(
  tx: Transaction,
  of: { caseId: string } | { shipmentId: string },
  { names }: { names: boolean },
): Promise<CustodyStep[]> {
  const isCase = "caseId" in of;
  const items = isCase
    ? sql`SELECT i.* FROM case_items i WHERE i.case_id = ${of.caseId}`
    : sql`SELECT i.* FROM case_items i JOIN shipment_items si ON si.lab_id = i.lab_id AND si.case_item_id = i.id WHERE si.shipment_id = ${of.shipmentId}`;
  const checkedBy = names
    ? sql`(SELECT w.completed_by_id FROM workflow_stages w WHERE w.lab_id = i.lab_id AND w.item_id = i.id AND w.stage = 'quality_control'
        AND w.completed_at IS NOT NULL ORDER BY w.completed_at DESC LIMIT 1)`
    : sql`NULL::uuid`;
  const who = names ? sql`coalesce(u.name, e.actor)` : sql`NULL`;
  return tx.rows<CustodyStep>(sql`
    WITH items AS (${items}), own AS (
      SELECT DISTINCT h.number, si.parcel_id FROM items i JOIN shipment_items si ON si.lab_id = i.lab_id AND si.case_item_id = i.id
        JOIN shipments h ON h.lab_id = si.lab_id AND h.id = si.shipment_id ${"shipmentId" in of ? sql`WHERE h.id = ${of.shipmentId}` : emptySql}
    ), events AS (
      SELECT e.id, e.kind::text AS kind, e.happened_at AS at, e.created_at AS heard, p.code AS what, e.note, e.person_id, NULL::text AS actor
      FROM parcel_events e JOIN parcels p ON p.lab_id = e.lab_id AND p.id = e.parcel_id WHERE p.id IN (SELECT parcel_id FROM own)
      UNION ALL
      SELECT * FROM (
        SELECT DISTINCT ON (k.step, c.occurred_at) c.id, k.step, c.occurred_at, c.occurred_at AS heard, c.data ->> 'number' AS number,
          c.data ->> 'reason' AS reason, c.actor_id, c.actor_name
        FROM case_events c JOIN (VALUES ('shipment_made', 'packed'), ('out_for_delivery', 'loaded'), ('delivered', 'delivered'),
          ('delivery_failed', 'failed'), ('delivery_rescheduled', 'rescheduled')) k (kind, step) ON k.kind = c.kind
        WHERE c.case_id IN (SELECT case_id FROM items) AND (${isCase} OR c.data ->> 'number' IN (SELECT number FROM own)) AND NOT EXISTS (
          SELECT FROM own o JOIN parcel_events e ON e.parcel_id = o.parcel_id WHERE o.number = c.data ->> 'number' AND e.kind = k.step)
        ORDER BY k.step, c.occurred_at, c.id) told
      UNION ALL
      SELECT * FROM (
        SELECT i.id, 'finished', i.finished_at, i.finished_at AS heard, NULL, NULL, ${checkedBy}, NULL FROM items i
        WHERE i.finished_at IS NOT NULL ORDER BY i.finished_at DESC LIMIT 1) finished
    )
    SELECT e.id, e.kind, e.at, e.heard AS "heardAt", ${who} AS who, e.what, ${names ? sql`e.note` : sql`NULL`} AS note FROM events e
      ${names ? sql`LEFT JOIN users u ON u.id = e.person_id` : emptySql}
    ORDER BY e.at, e.id LIMIT 200`);
}
