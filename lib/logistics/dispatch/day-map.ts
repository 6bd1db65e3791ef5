import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Place } from "../stop-order/travel";
import type { RouteStatus, StopStatus } from "../vocabulary";
import { latenessOf, type StopLateness } from "./stop-state";

export type MapStop = {
  id: string;
  number: number;
  practiceId: string;
  practice: string;
  address: string;
  phone: string | null;
  place: Place | null;
  status: StopStatus;
  windowFrom: string | null;
  windowTo: string | null;
  /** ISO instants. */
  expectedAt: string | null;
  arrivedAt: string | null;
  completedAt: string | null;
  receiver: string | null;
  failure: string | null;
  failureNote: string | null;
  dueOn: string | null;
  shipments: { id: string; number: string; type: "delivery" | "pickup" }[];
  lateness: StopLateness;
};

export type MapRoute = {
  id: string;
  /** Its letter on the map. */
  letter: string;
  name: string;
  status: RouteStatus;
  driverId: string | null;
  driver: string | null;
  startedAt: string | null;
  /** From the start to the last report, or the end. */
  onRoadMinutes: number;
  stops: MapStop[];
};

export type DayMap = { lab: Place | null; routes: MapRoute[] };

type StopRow = Omit<MapStop, "lateness"> & { routeId: string; closesAt: string | null };

const letterOf = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : `${letterOf(Math.floor(i / 26) - 1)}${letterOf(i % 26)}`;

/**
 * The routes of a lab day with their stops, where they are and how they stand against the clock; those with the latest stops first.
 * At most 100 routes; a route keeps its letter by name, however late it is.
 */
export async function dayMap(tx: Transaction, day: string, now: Date = new Date()): Promise<DayMap> {
  const own = await tx.row<{ place: Place | null }>(sql`
    SELECT CASE WHEN latitude IS NOT NULL AND longitude IS NOT NULL
      THEN jsonb_build_object('latitude', latitude, 'longitude', longitude) END AS place FROM labs WHERE id = app_lab_id()`);
  const routes = await tx.rows<Omit<MapRoute, "stops" | "letter">>(sql`
    SELECT r.id, r.name, r.status, r.driver_id AS "driverId", u.name AS driver, to_jsonb(r.started_at) #>> '{}' AS "startedAt",
      coalesce((extract(epoch FROM coalesce(r.completed_at, (SELECT max(s.completed_at) FROM route_stops s WHERE s.route_id = r.id)) - r.started_at) / 60)::int, 0) AS "onRoadMinutes"
    FROM delivery_routes r LEFT JOIN users u ON u.id = r.driver_id
    WHERE r.route_date = ${day}::date AND r.status <> 'cancelled' ORDER BY r.name, r.id LIMIT 100`);
  const stops = await stopsOf(
    tx,
    routes.map(({ id }) => id),
  );
  const found = routes.map((route, i) => ({
    ...route,
    letter: letterOf(i),
    stops: stops
      .filter(({ routeId }) => routeId === route.id)
      .map(({ routeId: _, closesAt, ...stop }) => ({
        ...stop,
        lateness: latenessOf(timesOf(stop, closesAt, day), now.getTime()),
      })),
  }));
  return { lab: own?.place ?? null, routes: found.toSorted((a, b) => worth(b) - worth(a)) };
}

const at = (iso: string | null) => (iso === null ? null : Date.parse(iso));

const timesOf = (stop: Omit<StopRow, "routeId" | "closesAt">, closesAt: string | null, day: string) => ({
  status: stop.status,
  expectedAt: at(stop.expectedAt),
  arrivedAt: at(stop.arrivedAt),
  completedAt: at(stop.completedAt),
  closesAt: at(closesAt),
  dueOn: stop.dueOn,
  day,
});

/** How much a route asks for eyes: what is late or failed before what is only on the road, and that before the rest. */
function worth({ status, stops }: Pick<MapRoute, "status" | "stops">): number {
  const minutes = Math.max(
    0,
    ...stops
      .filter(({ lateness }) => lateness.state === "late")
      .map(({ lateness }) => lateness.afterClosing + lateness.overdue + 1),
  );
  const failed = stops.filter(({ lateness }) => lateness.state === "failed").length;
  return minutes * 100 + failed * 10 + (status === "in_progress" ? 1 : 0);
}

function stopsOf(tx: Transaction, routeIds: string[]): Promise<StopRow[]> {
  return tx.rows<StopRow>(sql`
    SELECT s.id, s.route_id AS "routeId", s.position AS number, p.id AS "practiceId", p.name AS practice, p.phone, s.status,
      concat_ws(', ', p.address_line1, p.address_line2, p.city, p.postcode) AS address,
      CASE WHEN p.latitude IS NOT NULL AND p.longitude IS NOT NULL
        THEN jsonb_build_object('latitude', p.latitude, 'longitude', p.longitude) END AS place,
      s.window_from AS "windowFrom", s.window_to AS "windowTo", to_jsonb(s.expected_at) #>> '{}' AS "expectedAt",
      to_jsonb(s.arrived_at) #>> '{}' AS "arrivedAt", to_jsonb(s.completed_at) #>> '{}' AS "completedAt",
      to_jsonb(CASE WHEN s.window_to IS NOT NULL THEN (r.route_date + s.window_to::time) AT TIME ZONE l.time_zone END) #>> '{}' AS "closesAt",
      (SELECT q.person_name FROM stop_proofs q WHERE q.lab_id = s.lab_id AND q.stop_id = s.id ORDER BY q.purpose LIMIT 1) AS receiver,
      reason_words(s.failure_reason_id) AS failure, s.failure_note AS "failureNote",
      (SELECT min(c.due_on) FROM shipments h JOIN shipment_items si ON si.lab_id = h.lab_id AND si.shipment_id = h.id
        JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
        WHERE h.lab_id = s.lab_id AND h.stop_id = s.id) AS "dueOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'number', h.number, 'type', h.type) ORDER BY h.number)
        FROM shipments h WHERE h.lab_id = s.lab_id AND (h.stop_id = s.id
          OR h.id IN (SELECT d.shipment_id FROM delivery_retries d WHERE d.lab_id = s.lab_id AND d.stop_id = s.id))), '[]'::jsonb) AS shipments
    FROM route_stops s JOIN delivery_routes r ON r.lab_id = s.lab_id AND r.id = s.route_id JOIN labs l ON l.id = s.lab_id
      JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id
    WHERE s.route_id = ANY(${routeIds}::uuid[]) ORDER BY s.route_id, s.position`);
}
