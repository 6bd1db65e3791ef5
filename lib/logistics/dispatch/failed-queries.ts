import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A shipment that could not be handed over, or a pick-up that could not be made, and waits for a decision. */
export type FailedShipment = {
  id: string;
  number: string;
  type: "delivery" | "pickup";
  practiceId: string;
  practice: string;
  phone: string | null;
  cases: { id: string; number: string; dueOn: string }[];
  /** Which attempt failed, from 1. */
  attempt: number;
  reason: string | null;
  note: string | null;
  failedAt: Date | null;
  routeId: string | null;
  route: string | null;
  driver: string | null;
  /** Some of it is still on the driver's van. */
  onVan: boolean;
};

/** At most 50 shipments that wait for a decision, those of the case due first in front; of one case or one shipment when said. */
export function failedShipments(
  tx: Transaction,
  only: { caseId?: string; shipmentId?: string } = {},
): Promise<FailedShipment[]> {
  const { caseId, shipmentId } = only;
  const ofCase = caseId
    ? sql`AND EXISTS (SELECT FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id
        WHERE si.lab_id = h.lab_id AND si.shipment_id = h.id AND i.case_id = ${caseId})`
    : emptySql;
  return tx.rows<FailedShipment>(sql`
    SELECT h.id, h.number, h.type, p.id AS "practiceId", p.name AS practice, p.phone, c.cases,
      1 + (SELECT count(*) FROM delivery_retries d WHERE d.lab_id = h.lab_id AND d.shipment_id = h.id) AS attempt,
      reason_words(s.failure_reason_id) AS reason, s.failure_note AS note, s.completed_at AS "failedAt",
      r.id AS "routeId", r.name AS route, u.name AS driver,
      EXISTS (SELECT FROM parcels q WHERE q.lab_id = h.lab_id AND q.shipment_id = h.id AND q.place = 'van') AS "onVan"
    FROM shipments h JOIN practices p ON p.lab_id = h.lab_id AND p.id = h.practice_id
      LEFT JOIN route_stops s ON s.lab_id = h.lab_id AND s.id = h.stop_id
      LEFT JOIN delivery_routes r ON r.lab_id = s.lab_id AND r.id = s.route_id LEFT JOIN users u ON u.id = r.driver_id
      CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', c.id, 'number', c.number, 'dueOn', c.due_on)), '[]'::jsonb) AS cases,
          min(c.due_on) AS due
        FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id
          JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
        WHERE si.lab_id = h.lab_id AND si.shipment_id = h.id) c
    WHERE h.status = 'failed' ${ofCase} ${shipmentId ? sql`AND h.id = ${shipmentId}` : emptySql}
    ORDER BY c.due NULLS LAST, h.id LIMIT 50`);
}

/** What was tried before with a shipment, and what was decided each time, oldest first. For the lab's people. */
export type PastAttempt = {
  id: string;
  attempt: number;
  reason: string | null;
  note: string | null;
  failedAt: Date | null;
  way: "route" | "day" | "carrier" | "collected";
  goesOn: string | null;
  carrier: string | null;
  decidedBy: string | null;
  stopId: string | null;
};

/** The attempts at shipments that failed and were decided on; by shipment. */
export async function pastAttempts(
  tx: Transaction,
  shipmentIds: readonly string[],
): Promise<Map<string, PastAttempt[]>> {
  const rows = await tx.rows<PastAttempt & { shipmentId: string }>(sql`
    SELECT d.id, d.shipment_id AS "shipmentId", d.attempt, reason_words(s.failure_reason_id) AS reason, s.failure_note AS note,
      s.completed_at AS "failedAt", d.way, d.goes_on AS "goesOn", k.name AS carrier, u.name AS "decidedBy", d.stop_id AS "stopId"
    FROM delivery_retries d LEFT JOIN route_stops s ON s.lab_id = d.lab_id AND s.id = d.stop_id
      LEFT JOIN carriers k ON k.lab_id = d.lab_id AND k.id = d.carrier_id LEFT JOIN users u ON u.id = d.decided_by_id
    WHERE d.shipment_id = ANY(${[...shipmentIds]}::uuid[]) ORDER BY d.attempt LIMIT 200`);
  const by = new Map<string, PastAttempt[]>();
  for (const row of rows) by.set(row.shipmentId, [...(by.get(row.shipmentId) ?? []), row]);
  return by;
}
