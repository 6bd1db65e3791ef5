import { notFound } from "@/lib/access/errors";
import type { Arch, Material, ProcedureType } from "@/lib/cases/vocabulary";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { RouteStatus, ShipmentStatus, StopStatus } from "./vocabulary";

const PAGE = 50;

export const SHIPMENT_LISTS = ["ready", "moving", "delivered", "all"] as const;
export type ShipmentList = (typeof SHIPMENT_LISTS)[number];
const IN_LIST: Record<ShipmentList, ShipmentStatus[]> = {
  ready: ["ready"],
  moving: ["scheduled", "in_transit"],
  delivered: ["delivered"],
  all: ["ready", "scheduled", "in_transit", "delivered", "failed", "cancelled"],
};

export type ListedShipment = {
  id: string;
  number: string;
  version: number;
  status: ShipmentStatus;
  practice: string;
  cases: string[];
  items: number;
  createdAt: Date;
  deliveredAt: Date | null;
  receivedBy: string | null;
  routeId: string | null;
  route: string | null;
  routeDate: string | null;
  /** Why the last attempt failed, of a shipment that came back. */
  failure: string | null;
};
export type ShipmentKey = [createdAt: string, id: string];
export type ShipmentPage = { rows: ListedShipment[]; hasNewer: boolean; hasOlder: boolean };

/** How much waits in each list, for the tabs. */
export async function shipmentCounts(tx: Transaction): Promise<{ waiting: number; ready: number; moving: number }> {
  const row = await tx.row<{ waiting: number; ready: number; moving: number }>(sql`
    SELECT (SELECT count(*) FROM case_items WHERE status = 'finished')
        + (SELECT count(*) FROM try_ins WHERE ended_at IS NULL AND arrived_at IS NULL AND shipment_id IS NULL) AS waiting,
      (SELECT count(*) FROM shipments WHERE status = 'ready') AS ready,
      (SELECT count(*) FROM shipments WHERE status IN ('scheduled', 'in_transit')) AS moving`);
  return row ?? { waiting: 0, ready: 0, moving: 0 };
}

/** A page of at most 50 shipments of a list, newest first. Keys are the creation time (ISO) and id of the row to go on from. */
export async function listShipments(
  tx: Transaction,
  list: ShipmentList,
  { after, before }: { after: ShipmentKey | null; before: ShipmentKey | null },
): Promise<ShipmentPage> {
  const backwards = before !== null && after === null;
  const bound = after
    ? sql`AND s.created_at <= ${after[0]}::timestamptz AND (s.created_at < ${after[0]}::timestamptz OR s.id < ${after[1]}::uuid)`
    : before
      ? sql`AND s.created_at >= ${before[0]}::timestamptz AND (s.created_at > ${before[0]}::timestamptz OR s.id > ${before[1]}::uuid)`
      : emptySql;
  const found = await tx.rows<ListedShipment>(sql`
    SELECT s.id, s.number, s.version, s.status, p.name AS practice, s.created_at AS "createdAt", s.delivered_at AS "deliveredAt",
      s.received_by AS "receivedBy", r.id AS "routeId", r.name AS route, r.route_date AS "routeDate",
      CASE WHEN s.status = 'ready' THEN reason_words(st.failure_reason_id) END AS failure,
      ARRAY(SELECT DISTINCT c.number FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id
        JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id WHERE si.lab_id = s.lab_id AND si.shipment_id = s.id ORDER BY c.number) AS cases,
      (SELECT count(*) FROM shipment_items si WHERE si.lab_id = s.lab_id AND si.shipment_id = s.id) AS items
    FROM shipments s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id
      LEFT JOIN route_stops st ON st.lab_id = s.lab_id AND st.id = s.stop_id LEFT JOIN delivery_routes r ON r.lab_id = st.lab_id AND r.id = st.route_id
    WHERE s.status = ANY(${IN_LIST[list]}::text[]) ${bound}
    ORDER BY ${backwards ? sql`s.created_at, s.id` : sql`s.created_at DESC, s.id DESC`} LIMIT ${PAGE + 1}`);
  const more = found.length > PAGE;
  const rows = found.slice(0, PAGE);
  if (backwards) return { rows: rows.reverse(), hasNewer: more, hasOlder: true };
  return { rows, hasNewer: after !== null, hasOlder: more };
}

export type ShipmentItem = {
  id: string;
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
export type ShipmentDetail = {
  id: string;
  number: string;
  version: number;
  status: ShipmentStatus;
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
    signature: string | null;
    failure: string | null;
    failureNote: string | null;
    routeId: string;
    route: string;
    routeDate: string;
    routeStatus: RouteStatus;
    driver: string | null;
  } | null;
  items: ShipmentItem[];
};

/** One shipment with its items, its stop and, once delivered, the proof. Refuses with `not_found`. */
export async function findShipment(tx: Transaction, id: string): Promise<ShipmentDetail> {
  const found = await tx.row<Omit<ShipmentDetail, "items">>(sql`
    SELECT s.id, s.number, s.version, s.status, s.created_at AS "createdAt", s.shipped_at AS "shippedAt", s.delivered_at AS "deliveredAt",
      s.received_by AS "receivedBy",
      jsonb_build_object('id', p.id, 'name', p.name, 'addressLine1', p.address_line1, 'addressLine2', p.address_line2, 'city', p.city,
        'postcode', p.postcode, 'phone', p.phone) AS practice,
      CASE WHEN st.id IS NOT NULL THEN jsonb_build_object('status', st.status, 'position', st.position, 'arrivedAt', st.arrived_at,
        'completedAt', st.completed_at, 'signature', (SELECT q.signature FROM stop_proofs q WHERE q.stop_id = st.id AND q.purpose = 'delivery'), 'failure', reason_words(st.failure_reason_id), 'failureNote', st.failure_note, 'routeId', r.id,
        'route', r.name, 'routeDate', r.route_date, 'routeStatus', r.status, 'driver', u.name) END AS stop
    FROM shipments s JOIN practices p ON p.id = s.practice_id LEFT JOIN route_stops st ON st.id = s.stop_id
      LEFT JOIN delivery_routes r ON r.id = st.route_id LEFT JOIN users u ON u.id = r.driver_id
    WHERE s.id = ${id}`);
  if (!found) throw notFound("shipment");
  const items = await tx.rows<ShipmentItem>(sql`
    SELECT i.id, c.id AS "caseId", c.number, pt.reference AS patient, d.full_name AS dentist, c.due_on AS "dueOn",
      i.procedure_type AS "procedureType", i.material, i.arch, i.shade, si.purpose = 'try_in' AS "tryIn",
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id ORDER BY t.tooth) AS teeth
    FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id JOIN cases c ON c.id = i.case_id
      JOIN patients pt ON pt.id = c.patient_id JOIN dentist_profiles d ON d.id = c.dentist_id
    WHERE si.shipment_id = ${id} ORDER BY c.number, i.position`);
  return { ...found, items };
}

export type ShipmentEvent = { id: string; kind: string; at: Date; who: string; data: Record<string, string> };

/** What happened to a shipment, oldest first: each time once, however many cases it carries. */
export function shipmentHistory(tx: Transaction, shipment: ShipmentDetail): Promise<ShipmentEvent[]> {
  const caseIds = [...new Set(shipment.items.map((item) => item.caseId))];
  return tx.rows<ShipmentEvent>(sql`
    SELECT * FROM (
      SELECT DISTINCT ON (kind, occurred_at) id, kind, occurred_at AS at, actor_name AS who, data FROM case_events
      WHERE case_id = ANY(${caseIds}::uuid[]) AND data ->> 'number' = ${shipment.number}
        AND kind IN ('shipment_made', 'put_on_route', 'out_for_delivery', 'delivered', 'delivery_failed')
      ORDER BY kind, occurred_at, id) e
    ORDER BY e.at, array_position(ARRAY['shipment_made', 'put_on_route', 'out_for_delivery'], e.kind), e.id`);
}
