import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { trackingAddress } from "../carriers/tracking-address";
import type { ShipmentStatus } from "../vocabulary";

/** A shipment or pick-up of the acting practice that is yet to come, and what is known of when. */
export type OwnVisit = {
  shipmentId: string;
  number: string;
  type: "delivery" | "pickup";
  status: ShipmentStatus;
  method: "driver" | "carrier" | "collected";
  /** The lab day of its route, else the day it is wanted on; null when none is fixed. */
  day: string | null;
  onTheRoad: boolean;
  atTheDoor: boolean;
  isNext: boolean;
  expectedAt: Date | null;
  carrier: string | null;
  /** Where each parcel given to a carrier is followed, as far as a number is known. */
  tracking: { number: string; url: string | null }[];
  cases: { id: string; number: string; patient: string }[];
};

/**
 * What the acting practice still awaits, the soonest first, at most 50: of all its cases, or of one. Reads under the practice's own
 * policies; of the driver's round it learns the time of its own stop alone (`own_visits`).
 */
export async function ownVisits(tx: Transaction, only: { caseId?: string } = {}): Promise<OwnVisit[]> {
  const ofCase = only.caseId ? sql`AND c.ids @> ARRAY[${only.caseId}::uuid]` : emptySql;
  const rows = await tx.rows<OwnVisit & { trackedAt: string | null }>(sql`
    SELECT h.id AS "shipmentId", h.number, h.type, h.status, h.method, coalesce(v.route_date, h.wanted_on) AS day,
      coalesce(v.on_the_road, false) AS "onTheRoad", coalesce(v.at_the_door, false) AS "atTheDoor", coalesce(v.is_next, false) AS "isNext",
      v.expected_at AS "expectedAt", k.name AS carrier, k.tracking_url AS "trackedAt", c.cases,
      coalesce((SELECT jsonb_agg(jsonb_build_object('number', q.tracking_number) ORDER BY q.position) FROM parcels q WHERE q.lab_id = h.lab_id AND q.shipment_id = h.id AND q.tracking_number IS NOT NULL), '[]'::jsonb) AS tracking
    FROM shipments h LEFT JOIN own_visits() v ON v.shipment_id = h.id LEFT JOIN carriers k ON k.lab_id = h.lab_id AND k.id = h.carrier_id
      CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', c.id, 'number', c.number, 'patient', p.reference)), '[]'::jsonb) AS cases,
          coalesce(array_agg(c.id), '{}') AS ids
        FROM cases c JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
        WHERE c.lab_id = h.lab_id AND c.id IN (
          SELECT i.case_id FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id WHERE si.shipment_id = h.id
          UNION SELECT w.case_id FROM pickup_cases w WHERE w.shipment_id = h.id)) c
    WHERE h.status IN ('ready', 'scheduled', 'in_transit', 'failed') AND NOT (h.type = 'pickup' AND h.status = 'in_transit') ${ofCase}
    ORDER BY v.expected_at NULLS LAST, day NULLS LAST, h.id LIMIT 50`);
  return rows.map(({ trackedAt, tracking, ...visit }) => ({
    ...visit,
    tracking: tracking.map(({ number }) => ({ number, url: trackingAddress(trackedAt, number) })),
  }));
}
