import type { Arch, ProcedureType } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { OpeningHours } from "@/lib/practices/opening-hours";
import type { RouteStatus, ShipmentStatus, StopStatus } from "./vocabulary";

export type Parcel = {
  id: string;
  number: string;
  status: ShipmentStatus;
  items: { number: string; procedureType: ProcedureType; arch: Arch | null }[];
};
export type DriverStop = {
  id: string;
  version: number;
  position: number;
  status: StopStatus;
  windowFrom: string | null;
  windowTo: string | null;
  arrivedAt: string | null;
  completedAt: string | null;
  receiverName: string | null;
  failure: string | null;
  failureNote: string | null;
  practice: string;
  addressLines: string[];
  phone: string | null;
  latitude: string | null;
  longitude: string | null;
  hours: OpeningHours | null;
  parcels: Parcel[];
};
export type DriverRoute = {
  id: string;
  name: string;
  routeDate: string;
  status: RouteStatus;
  startedAt: Date | null;
  completedAt: Date | null;
  stops: DriverStop[];
};

/** The acting driver's routes of a lab day, and any still on the road from before, the one being driven first. */
export async function myRoutes(tx: Transaction, today: string): Promise<DriverRoute[]> {
  const routes = await tx.rows<Omit<DriverRoute, "stops">>(sql`
    SELECT id, name, route_date AS "routeDate", status, started_at AS "startedAt", completed_at AS "completedAt" FROM delivery_routes
    WHERE (route_date = ${today}::date AND status <> 'cancelled') OR (status = 'in_progress' AND route_date < ${today}::date)
    ORDER BY array_position(ARRAY['in_progress', 'planned', 'completed'], status::text), route_date, name, id LIMIT 20`);
  const stops = await tx.rows<DriverStop & { routeId: string }>(sql`
    SELECT s.id, s.route_id AS "routeId", s.version, s.position, s.status, s.window_from AS "windowFrom", s.window_to AS "windowTo",
      to_jsonb(s.arrived_at) #>> '{}' AS "arrivedAt", to_jsonb(s.completed_at) #>> '{}' AS "completedAt", (SELECT q.person_name FROM stop_proofs q WHERE q.stop_id = s.id AND q.purpose = 'delivery') AS "receiverName",
      reason_words(s.failure_reason_id) AS failure, s.failure_note AS "failureNote", p.name AS practice,
      array_remove(ARRAY[p.address_line1, p.address_line2, concat_ws(' ', p.city, p.postcode)], NULL) AS "addressLines", p.phone, p.latitude,
      p.longitude, p.opening_hours AS hours,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'number', h.number, 'status', h.status, 'items', (
          SELECT jsonb_agg(jsonb_build_object('number', c.number, 'procedureType', i.procedure_type, 'arch', i.arch)
            ORDER BY c.number, i.position)
          FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id JOIN cases c ON c.id = i.case_id WHERE si.shipment_id = h.id)
        ) ORDER BY h.number) FROM shipments h WHERE h.stop_id = s.id), '[]'::jsonb) AS parcels
    FROM route_stops s JOIN practices p ON p.id = s.practice_id
    WHERE s.route_id = ANY(${routes.map((route) => route.id)}::uuid[]) ORDER BY s.position`);
  return routes.map((route) => ({ ...route, stops: stops.filter((stop) => stop.routeId === route.id) }));
}

/** Why a delivery can fail, to choose from. */
export function failureReasons(tx: Transaction): Promise<{ id: string; label: string }[]> {
  return tx.rows(sql`SELECT id, label FROM reasons WHERE kind = 'delivery_failure' ORDER BY position, label LIMIT 50`);
}
