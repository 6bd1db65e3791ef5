import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What shows that a shipment was handed over, or a pick-up fetched. */
export type Proof = {
  shipmentId: string;
  number: string;
  type: "delivery" | "pickup";
  method: "driver" | "carrier" | "collected";
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
 * The proofs of what was handed over for a case, or of its impressions fetched, newest first. Reads under the actor's own policies, so
 * that a practice gets those of its own doors.
 */
export function proofsOf(tx: Transaction, caseId: string): Promise<Proof[]> {
  return tx.rows<Proof>(sql`
    SELECT h.id AS "shipmentId", h.number, h.type, h.method, p.name AS practice,
      concat_ws(', ', p.address_line1, p.address_line2, p.city, p.postcode) AS address,
      coalesce(q.person_name, h.received_by) AS "personName", coalesce(q.signature, h.signature) AS signature,
      coalesce(q.happened_at, h.delivered_at) AS "happenedAt", coalesce(q.created_at, h.delivered_at) AS "heardAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'takenAt', to_jsonb(f.taken_at)) ORDER BY f.taken_at, f.id)
        FROM stop_photos f WHERE f.lab_id = h.lab_id AND f.stop_id = h.stop_id AND f.purpose = h.type), '[]'::jsonb) AS photos,
      ARRAY(SELECT k.code FROM parcels k WHERE k.lab_id = h.lab_id AND k.shipment_id = h.id ORDER BY k.position) AS parcels
    FROM shipments h JOIN practices p ON p.lab_id = h.lab_id AND p.id = h.practice_id
      LEFT JOIN stop_proofs q ON q.lab_id = h.lab_id AND q.stop_id = h.stop_id AND q.purpose = h.type
    WHERE h.id IN (
        SELECT si.shipment_id FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id WHERE i.case_id = ${caseId}
        UNION SELECT w.shipment_id FROM pickup_cases w WHERE w.case_id = ${caseId} AND w.collected_at IS NOT NULL)
      AND ((h.type = 'delivery' AND h.status = 'delivered') OR (h.type = 'pickup' AND q.id IS NOT NULL))
      AND coalesce(q.happened_at, h.delivered_at) IS NOT NULL
    ORDER BY coalesce(q.happened_at, h.delivered_at) DESC, h.id LIMIT 20`);
}
