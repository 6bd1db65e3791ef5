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
 * The chain of custody of a case, oldest first: when it was finished, and everything that happened to the parcels it is in; what was
 * shipped before parcels were followed is told by its timeline. With `names` it says who and what they
 * noted, which only the lab's people may read.
 */
export function custodyChain(tx: Transaction, caseId: string, { names }: { names: boolean }): Promise<CustodyStep[]> {
  const who = names ? sql`coalesce(u.name, e.actor)` : sql`NULL`;
  return tx.rows<CustodyStep>(sql`
    WITH own AS (
      SELECT DISTINCT h.id, h.number, si.parcel_id FROM shipments h JOIN shipment_items si ON si.lab_id = h.lab_id AND si.shipment_id = h.id
        JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id WHERE i.case_id = ${caseId}
    ), events AS (
      SELECT e.id, e.kind::text AS kind, e.happened_at AS at, e.created_at AS heard, p.code AS what, e.note, e.person_id, NULL::text AS actor
      FROM parcel_events e JOIN parcels p ON p.lab_id = e.lab_id AND p.id = e.parcel_id WHERE p.id IN (SELECT parcel_id FROM own)
      UNION ALL
      SELECT c.id, k.step, c.occurred_at, c.occurred_at, c.data ->> 'number', c.data ->> 'reason', c.actor_id, c.actor_name
      FROM case_events c JOIN (VALUES ('shipment_made', 'packed'), ('out_for_delivery', 'loaded'), ('delivered', 'delivered'),
        ('delivery_failed', 'failed'), ('delivery_rescheduled', 'rescheduled')) k (kind, step) ON k.kind = c.kind
      WHERE c.case_id = ${caseId} AND NOT EXISTS (
        SELECT FROM own o JOIN parcel_events e ON e.parcel_id = o.parcel_id WHERE o.number = c.data ->> 'number' AND e.kind = k.step)
      UNION ALL
      SELECT i.id, 'finished', max(i.finished_at) OVER (), max(i.finished_at) OVER (), NULL, NULL, ${
        names
          ? sql`(SELECT w.completed_by_id FROM workflow_stages w JOIN case_items x ON x.lab_id = w.lab_id AND x.id = w.item_id
            WHERE x.case_id = ${caseId} AND w.stage = 'quality_control' AND w.completed_at IS NOT NULL ORDER BY w.completed_at DESC LIMIT 1)`
          : sql`NULL`
      }, NULL
      FROM (SELECT * FROM case_items WHERE case_id = ${caseId} AND finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1) i
    )
    SELECT e.id, e.kind, e.at, e.heard AS "heardAt", ${who} AS who, e.what, ${names ? sql`e.note` : sql`NULL`} AS note FROM events e
      ${names ? sql`LEFT JOIN users u ON u.id = e.person_id` : emptySql}
    ORDER BY e.at, e.id LIMIT 200`);
}
