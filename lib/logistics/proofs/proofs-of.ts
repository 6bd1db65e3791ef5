import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What shows that a shipment was handed over, or a pick-up fetched; or that somebody stood at the door in vain. */
export type Proof = {
  /** Of the shipment and the attempt. */
  key: string;
  number: string;
  type: "delivery" | "pickup";
  method: "driver" | "carrier" | "collected";
  /** Which attempt it shows that failed, from 1; null when it went well. */
  failedAttempt: number | null;
  practice: string;
  address: string;
  personName: string | null;
  /** As `readSignature` reads it. */
  signature: string | null;
  /** By the clock of the driver's phone, and when the lab heard of it. */
  happenedAt: Date;
  heardAt: Date;
  photos: { id: string; takenAt: string }[];
  parcels: string[];
};

/**
 * The proofs of what was handed over for a case, or of its impressions fetched, and the photos of attempts that failed, newest first.
 * Reads under the actor's own policies, so that a practice gets those of its own doors.
 */
export function proofsOf(tx: Transaction, caseId: string): Promise<Proof[]> {
  return tx.rows<Proof>(sql`
    SELECT h.id || ':' || coalesce(t.failed, 0) AS key, h.number, h.type, CASE WHEN t.failed IS NULL THEN h.method ELSE 'driver' END AS method,
      t.failed AS "failedAttempt", p.name AS practice, concat_ws(', ', p.address_line1, p.address_line2, p.city, p.postcode) AS address,
      CASE WHEN t.failed IS NULL THEN coalesce(q.person_name, h.received_by) END AS "personName",
      CASE WHEN t.failed IS NULL THEN coalesce(q.signature, h.signature) END AS signature,
      w.happened AS "happenedAt", w.heard AS "heardAt", f.photos,
      ARRAY(SELECT k.code FROM parcels k WHERE k.lab_id = h.lab_id AND k.shipment_id = h.id ORDER BY k.position) AS parcels
    FROM shipments h JOIN practices p ON p.lab_id = h.lab_id AND p.id = h.practice_id
      CROSS JOIN LATERAL (
        SELECT h.stop_id, CASE h.status WHEN 'failed' THEN 1 + (SELECT count(*) FROM delivery_retries d WHERE d.lab_id = h.lab_id AND d.shipment_id = h.id) END AS failed
        UNION ALL SELECT d.stop_id, d.attempt FROM delivery_retries d WHERE d.lab_id = h.lab_id AND d.shipment_id = h.id) t
      LEFT JOIN stop_proofs q ON q.lab_id = h.lab_id AND q.stop_id = t.stop_id AND q.purpose = h.type AND t.failed IS NULL
      CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'takenAt', to_jsonb(f.taken_at)) ORDER BY f.taken_at, f.id), '[]'::jsonb) AS photos,
          min(f.taken_at) AS taken, min(f.created_at) AS heard
        FROM stop_photos f WHERE f.lab_id = h.lab_id AND f.stop_id = t.stop_id AND CASE WHEN t.failed IS NULL THEN f.purpose = h.type
          -- Of a door where something else was handed over, its photos prove that.
          ELSE NOT EXISTS (SELECT FROM stop_proofs g WHERE g.lab_id = f.lab_id AND g.stop_id = f.stop_id AND g.purpose = f.purpose) END) f
      CROSS JOIN LATERAL (
        SELECT CASE WHEN t.failed IS NULL THEN coalesce(q.happened_at, h.delivered_at) ELSE f.taken END AS happened,
          CASE WHEN t.failed IS NULL THEN coalesce(q.created_at, h.delivered_at) ELSE f.heard END AS heard) w
    WHERE h.id IN (
        SELECT si.shipment_id FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id WHERE i.case_id = ${caseId}
        UNION SELECT c.shipment_id FROM pickup_cases c WHERE c.case_id = ${caseId})
      AND w.happened IS NOT NULL AND (t.failed IS NOT NULL OR (h.type = 'delivery' AND h.status = 'delivered') OR (h.type = 'pickup' AND q.id IS NOT NULL
        AND EXISTS (SELECT FROM pickup_cases c WHERE c.lab_id = h.lab_id AND c.shipment_id = h.id AND c.case_id = ${caseId} AND c.collected_at IS NOT NULL)))
    ORDER BY w.happened DESC, key LIMIT 20`);
}
