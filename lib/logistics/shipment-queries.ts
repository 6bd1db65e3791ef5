import { notFound } from "@/lib/access/errors";
import type { Arch, Material, ProcedureType } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { trackingAddress } from "./carriers/tracking-address";
import type { Method } from "./carriers/way";
import { LEAVE_BY } from "./parcels/shipment-filter";
import type { RouteStatus, ShipmentStatus, StopStatus } from "./vocabulary";

export type ShipmentItem = {
  id: string;
  parcelId: string | null;
  caseId: string;
  number: string;
  patient: string;
  dentist: string;
  dueOn: string;
  procedureType: ProcedureType;
  material: Material | null;
  arch: Arch | null;
  teeth: number[];
  shade: string | null;
  /** It goes out to be tried in, unfinished. */
  tryIn: boolean;
};
export type ShipmentParcel = {
  id: string;
  code: string;
  /** Its place among those of the shipment, from 1, as its label says it. */
  nth: number;
  place: "lab" | "van" | "carrier" | "practice";
  trackingNumber: string | null;
  /** Where it is followed. */
  href: string | null;
};
export type ShipmentDetail = {
  id: string;
  number: string;
  version: number;
  type: "delivery" | "pickup";
  status: ShipmentStatus;
  method: Method;
  carrier: { id: string; name: string; phone: string | null } | null;
  /** The day of the lab by which it leaves, or on which it is fetched. */
  leaveBy: string;
  note: string | null;
  parcelsExpected: number | null;
  requestedBy: string | null;
  /** Of who collected it at the lab's door. */
  signature: string | null;
  createdAt: Date;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  receivedBy: string | null;
  practice: {
    id: string;
    name: string;
    addressLine1: string;
    addressLine2: string | null;
    city: string | null;
    postcode: string;
    phone: string | null;
  };
  stop: {
    status: StopStatus;
    position: number;
    arrivedAt: string | null;
    completedAt: string | null;
    expectedAt: string | null;
    signature: string | null;
    failure: string | null;
    failureNote: string | null;
    routeId: string;
    route: string;
    routeDate: string;
    routeStatus: RouteStatus;
    driver: string | null;
  } | null;
  parcels: ShipmentParcel[];
  items: ShipmentItem[];
  /** The cases that a pick-up fetches. */
  fetches: { id: string; number: string; patient: string; collectedAt: string | null }[];
};

/** One shipment or pick-up with what is in it, its stop and, once delivered, the proof. Refuses with `not_found`. */
export async function findShipment(tx: Transaction, id: string): Promise<ShipmentDetail> {
  const found = await tx.row<Omit<ShipmentDetail, "items" | "parcels"> & { trackingUrl: string | null }>(sql`
    SELECT s.id, s.number, s.version, s.type, s.status, s.method, ${LEAVE_BY} AS "leaveBy", s.note, s.parcels_expected AS "parcelsExpected",
      (SELECT a.name FROM users a WHERE a.id = s.requested_by_id) AS "requestedBy", s.signature, k.tracking_url AS "trackingUrl",
      CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.id, 'name', k.name, 'phone', k.phone) END AS carrier,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'patient', q.reference, 'collectedAt', pc.collected_at) ORDER BY c.number)
        FROM pickup_cases pc JOIN cases c ON c.id = pc.case_id JOIN patients q ON q.id = c.patient_id WHERE pc.shipment_id = s.id), '[]') AS fetches,
      s.created_at AS "createdAt", s.shipped_at AS "shippedAt", s.delivered_at AS "deliveredAt",
      s.received_by AS "receivedBy",
      jsonb_build_object('id', p.id, 'name', p.name, 'addressLine1', p.address_line1, 'addressLine2', p.address_line2, 'city', p.city,
        'postcode', p.postcode, 'phone', p.phone) AS practice,
      CASE WHEN st.id IS NOT NULL THEN jsonb_build_object('status', st.status, 'position', st.position, 'arrivedAt', st.arrived_at,
        'completedAt', st.completed_at, 'expectedAt', st.expected_at, 'signature', (SELECT q.signature FROM stop_proofs q WHERE q.stop_id = st.id AND q.purpose = 'delivery'), 'failure', reason_words(st.failure_reason_id), 'failureNote', st.failure_note, 'routeId', r.id,
        'route', r.name, 'routeDate', r.route_date, 'routeStatus', r.status, 'driver', u.name) END AS stop
    FROM shipments s JOIN practices p ON p.id = s.practice_id LEFT JOIN carriers k ON k.id = s.carrier_id LEFT JOIN route_stops st ON st.id = s.stop_id
      LEFT JOIN delivery_routes r ON r.id = st.route_id LEFT JOIN users u ON u.id = r.driver_id
    WHERE s.id = ${id}`);
  if (!found) throw notFound("shipment");
  const items = await tx.rows<ShipmentItem>(sql`
    SELECT i.id, si.parcel_id AS "parcelId", c.id AS "caseId", c.number, pt.reference AS patient, d.full_name AS dentist, c.due_on AS "dueOn",
      i.procedure_type AS "procedureType", i.material, i.arch, i.shade, si.purpose = 'try_in' AS "tryIn",
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id ORDER BY t.tooth) AS teeth
    FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id JOIN cases c ON c.id = i.case_id
      JOIN patients pt ON pt.id = c.patient_id JOIN dentist_profiles d ON d.id = c.dentist_id
    WHERE si.shipment_id = ${id} ORDER BY c.number, i.position`);
  const parcels = await tx.rows<Omit<ShipmentParcel, "href">>(sql`
    SELECT id, code, place, tracking_number AS "trackingNumber", row_number() OVER (ORDER BY position) AS nth
    FROM parcels WHERE shipment_id = ${id} ORDER BY position`);
  const { trackingUrl, ...shipment } = found;
  const href = (number: string | null) => trackingAddress(trackingUrl, number);
  return {
    ...shipment,
    items,
    parcels: parcels.map((parcel) => ({ ...parcel, href: href(parcel.trackingNumber) })),
  };
}

export type ShipmentEvent = { id: string; kind: string; at: Date; who: string; data: Record<string, string> };

/** What happened to a shipment, oldest first: each time once, however many cases it carries. */
export function shipmentHistory(tx: Transaction, shipment: ShipmentDetail): Promise<ShipmentEvent[]> {
  const caseIds = [...new Set(shipment.items.map((item) => item.caseId))];
  return tx.rows<ShipmentEvent>(sql`
    SELECT * FROM (
      SELECT DISTINCT ON (kind, occurred_at) id, kind, occurred_at AS at, actor_name AS who, data FROM case_events
      WHERE case_id = ANY(${caseIds}::uuid[]) AND data ->> 'number' = ${shipment.number}
        AND kind IN ('shipment_made', 'unpacked', 'put_on_route', 'out_for_delivery', 'delivered', 'delivery_failed', 'delivery_rescheduled')
      ORDER BY kind, occurred_at, id) e
    ORDER BY e.at, array_position(ARRAY['shipment_made', 'unpacked', 'delivery_failed', 'delivery_rescheduled', 'put_on_route', 'out_for_delivery'], e.kind), e.id`);
}
