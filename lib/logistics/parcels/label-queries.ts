import type { Arch, ProcedureType } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Method } from "../carriers/way";

/** What a parcel's label says. No patient is on it: a parcel passes through strange hands. */
export type ParcelLabel = {
  id: string;
  code: string;
  /** Which of how many parcels of its shipment. */
  nth: number;
  of: number;
  practice: string;
  practiceCode: string;
  addressLines: string[];
  phone: string | null;
  method: Method;
  carrier: string | null;
  trackingNumber: string | null;
  route: string | null;
  routeDate: string | null;
  /** Numbers of the cases in it. */
  cases: string[];
};

/** The labels of parcels, or of all parcels of shipments, in the order of their codes; at most 100. Unpacked ones have none. */
export function labelsOf(tx: Transaction, ids: { parcels: string[]; shipments: string[] }): Promise<ParcelLabel[]> {
  return tx.rows<ParcelLabel>(sql`
    SELECT * FROM (
      SELECT b.id, b.shipment_id AS "shipmentId", b.code, row_number() OVER (PARTITION BY b.shipment_id ORDER BY b.position) AS nth,
        count(*) OVER (PARTITION BY b.shipment_id) AS of, p.name AS practice, p.code AS "practiceCode",
        array_remove(ARRAY[p.address_line1, p.address_line2, concat_ws(' ', p.city, p.postcode)], NULL) AS "addressLines", p.phone,
        s.method, k.name AS carrier, b.tracking_number AS "trackingNumber", r.name AS route, r.route_date AS "routeDate",
        ARRAY(SELECT DISTINCT c.number FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id JOIN cases c ON c.id = i.case_id
          WHERE si.parcel_id = b.id ORDER BY c.number) AS cases
      FROM parcels b JOIN shipments s ON s.id = b.shipment_id JOIN practices p ON p.id = s.practice_id LEFT JOIN carriers k ON k.id = s.carrier_id
        LEFT JOIN route_stops st ON st.id = s.stop_id LEFT JOIN delivery_routes r ON r.id = st.route_id
      WHERE s.status <> 'cancelled' AND b.shipment_id IN (
        SELECT shipment_id FROM parcels WHERE id = ANY(${ids.parcels}::uuid[]) UNION SELECT unnest(${ids.shipments}::uuid[]))) x
    WHERE x.id = ANY(${ids.parcels}::uuid[]) OR x."shipmentId" = ANY(${ids.shipments}::uuid[]) ORDER BY x.code LIMIT 100`);
}

export type ToCome = {
  number: string;
  procedureType: ProcedureType;
  arch: Arch | null;
  teeth: number[];
  dueOn: string;
  /** It is packed in another shipment already. */
  isPacked: boolean;
};

/** What is still to come of the cases in a shipment: items that are neither in it, delivered nor cancelled; at most 200. */
export function stillToCome(tx: Transaction, shipmentId: string): Promise<ToCome[]> {
  return tx.rows<ToCome>(sql`
    SELECT c.number, i.procedure_type AS "procedureType", i.arch, c.due_on AS "dueOn", i.status = 'shipped' AS "isPacked",
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id ORDER BY t.tooth) AS teeth
    FROM case_items i JOIN cases c ON c.id = i.case_id
    WHERE i.status NOT IN ('delivered', 'cancelled') AND c.id IN (
        SELECT o.case_id FROM shipment_items si JOIN case_items o ON o.id = si.case_item_id WHERE si.shipment_id = ${shipmentId})
      AND NOT EXISTS (SELECT FROM shipment_items si WHERE si.shipment_id = ${shipmentId} AND si.case_item_id = i.id)
    ORDER BY c.number, i.position LIMIT 200`);
}
