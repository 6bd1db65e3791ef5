import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { OpeningHours } from "@/lib/practices/opening-hours";
import type { RouteStatus, ShipmentStatus, StopStatus } from "./vocabulary";

export type ListedRoute = {
  id: string;
  name: string;
  routeDate: string;
  status: RouteStatus;
  driver: string | null;
  stops: number;
  done: number;
  failed: number;
  parcels: number;
  startedAt: Date | null;
  completedAt: Date | null;
  locked: boolean;
  departsAt: string | null;
  shiftEndsAt: string | null;
  /** Its stops in order, with when the driver is expected there (ISO) where that is known. */
  visits: { id: string; practice: string; status: StopStatus; expectedAt: string | null; shipments: number }[];
};

/** The routes of a lab day, `YYYY-MM-DD`, the first to leave first. */
export function routesOn(tx: Transaction, day: string): Promise<ListedRoute[]> {
  return tx.rows<ListedRoute>(sql`
    SELECT r.id, r.name, r.route_date AS "routeDate", r.status, u.name AS driver, r.started_at AS "startedAt", r.completed_at AS "completedAt",
      r.locked_at IS NOT NULL AS locked, r.departs_at AS "departsAt", r.shift_ends_at AS "shiftEndsAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'practice', p.name, 'status', s.status, 'expectedAt', s.expected_at,
          'shipments', (SELECT count(*) FROM shipments h WHERE h.stop_id = s.id)) ORDER BY s.position)
        FROM route_stops s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id WHERE s.route_id = r.id), '[]') AS visits,
      (SELECT count(*) FROM route_stops s WHERE s.route_id = r.id) AS stops,
      (SELECT count(*) FROM route_stops s WHERE s.route_id = r.id AND s.status IN ('delivered', 'failed')) AS done,
      (SELECT count(*) FROM route_stops s WHERE s.route_id = r.id AND s.status = 'failed') AS failed,
      (SELECT count(*) FROM shipments h JOIN route_stops s ON s.id = h.stop_id WHERE s.route_id = r.id) AS parcels
    FROM delivery_routes r LEFT JOIN users u ON u.id = r.driver_id
    WHERE r.route_date = ${day}::date ORDER BY r.departs_at NULLS LAST, r.name, r.id LIMIT 200`);
}

export type RouteStopDetail = {
  id: string;
  position: number;
  status: StopStatus;
  windowFrom: string | null;
  windowTo: string | null;
  arrivedAt: string | null;
  completedAt: string | null;
  receiverName: string | null;
  failure: string | null;
  failureNote: string | null;
  practiceId: string;
  practice: string;
  address: string;
  hours: OpeningHours | null;
  version: number;
  serviceMinutes: number;
  expectedAt: string | null;
  shipments: { id: string; number: string; type: "delivery" | "pickup"; status: ShipmentStatus }[];
};
export type RouteDetail = {
  id: string;
  name: string;
  routeDate: string;
  status: RouteStatus;
  driverId: string | null;
  driver: string | null;
  startedAt: Date | null;
  completedAt: Date | null;
  departsAt: string | null;
  shiftEndsAt: string | null;
  /** Who locked it, when it is. */
  lockedBy: string | null;
  stops: RouteStopDetail[];
};

/** One route with its stops in order. Refuses with `not_found`. */
export async function findRoute(tx: Transaction, id: string): Promise<RouteDetail> {
  const route = await tx.row<Omit<RouteDetail, "stops">>(sql`
    SELECT r.id, r.name, r.route_date AS "routeDate", r.status, r.driver_id AS "driverId", u.name AS driver, r.started_at AS "startedAt",
      r.completed_at AS "completedAt", r.departs_at AS "departsAt", r.shift_ends_at AS "shiftEndsAt", k.name AS "lockedBy"
    FROM delivery_routes r LEFT JOIN users u ON u.id = r.driver_id LEFT JOIN users k ON k.id = r.locked_by_id WHERE r.id = ${id}`);
  if (!route) throw notFound("route");
  const stops = await tx.rows<RouteStopDetail>(sql`
    SELECT s.id, s.position, s.status, s.version, s.service_minutes AS "serviceMinutes", to_jsonb(s.expected_at) #>> '{}' AS "expectedAt", s.window_from AS "windowFrom", s.window_to AS "windowTo", to_jsonb(s.arrived_at) #>> '{}' AS "arrivedAt",
      to_jsonb(s.completed_at) #>> '{}' AS "completedAt", (SELECT q.person_name FROM stop_proofs q WHERE q.stop_id = s.id AND q.purpose = 'delivery') AS "receiverName", reason_words(s.failure_reason_id) AS failure, s.failure_note AS "failureNote",
      p.id AS "practiceId", p.name AS practice, concat_ws(', ', p.address_line1, p.address_line2, p.city, p.postcode) AS address,
      p.opening_hours AS hours,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'number', h.number, 'type', h.type, 'status', h.status) ORDER BY h.number)
        FROM shipments h WHERE h.stop_id = s.id), '[]'::jsonb) AS shipments
    FROM route_stops s JOIN practices p ON p.id = s.practice_id
    WHERE s.route_id = ${id} ORDER BY s.position`);
  return { ...route, stops };
}

/** Other routes of the same day that a stop could be moved to: planned and not locked. */
export function siblingRoutes(tx: Transaction, routeId: string): Promise<{ id: string; name: string }[]> {
  return tx.rows(sql`
    SELECT o.id, o.name FROM delivery_routes r JOIN delivery_routes o ON o.lab_id = r.lab_id AND o.route_date = r.route_date AND o.id <> r.id
    WHERE r.id = ${routeId} AND o.status = 'planned' AND o.locked_at IS NULL ORDER BY o.departs_at NULLS LAST, o.name, o.id LIMIT 50`);
}

export type RouteChoice = { id: string; name: string; routeDate: string; driver: string | null; stops: number };

/** Routes that a shipment can be put on: planned, from a lab day on; the next ones first. */
export function openRoutes(tx: Transaction, from: string): Promise<RouteChoice[]> {
  return tx.rows<RouteChoice>(sql`
    SELECT r.id, r.name, r.route_date AS "routeDate", u.name AS driver, (SELECT count(*) FROM route_stops s WHERE s.route_id = r.id) AS stops
    FROM delivery_routes r LEFT JOIN users u ON u.id = r.driver_id
    WHERE r.status = 'planned' AND r.locked_at IS NULL AND r.route_date >= ${from}::date ORDER BY r.route_date, r.name, r.id LIMIT 100`);
}

/** People who drive for the lab. */
export function driverChoices(tx: Transaction): Promise<{ id: string; name: string }[]> {
  return tx.rows(sql`
    SELECT u.id, u.name FROM memberships m JOIN roles r ON r.id = m.role_id JOIN users u ON u.id = m.user_id
    WHERE r.kind = 'driver' AND m.status = 'active' ORDER BY u.name, u.id LIMIT 200`);
}
