import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Place } from "../stop-order/travel";
import type { RouteStatus, StopStatus } from "../vocabulary";
import { type Call, expectedArrivals, leavesAt, type Whereabouts } from "./arrivals";
import { drivingMinutes } from "./driving-minutes";
import { tellArrivals } from "./tell-arrivals";

type RouteRow = { status: RouteStatus; departs: Date; now: Date; lab: Place | null };
type StopRow = {
  id: string;
  status: StopStatus;
  place: Place | null;
  serviceMinutes: number;
  opens: Date | null;
  arrivedAt: Date | null;
  completedAt: Date | null;
};

/**
 * Reckons anew when the driver will be at each stop of a route that is still to do, and keeps it in `route_stops.expected_at` (null when
 * a place is not known). It goes on from where the driver last was and when: the door arrived at, else the stop done last, else the
 * lab at the route's start; a planned route leaves at its `departs_at`, else when the lab opens. Stops put off come last. Call it in
 * the transaction of every report from the road and after planning; a route that is over is left alone. It works with the lab's
 * rights, so the caller has found the route under its actor's own. On the road it also tells the practices (`tellArrivals`). Refuses
 * with `not_found`.
 */
export function reckonArrivals(tx: Transaction, routeId: string): Promise<void> {
  return tx.withLabRights(async () => {
    const route = await routeOf(tx, routeId);
    if (route.status === "completed" || route.status === "cancelled") return;
    const stops = await stopsOf(tx, routeId);
    const calls = [...stops.filter(isIn("planned")), ...stops.filter(isIn("skipped"))].map(callOf);
    if (calls.length === 0) return;
    const from = whereabouts(route, stops);
    const minutesBetween = await drivingMinutes([from.place, ...calls.map(({ place }) => place)]);
    const expected = expectedArrivals(from, calls, route.now.getTime(), minutesBetween);
    const changed = await keep(tx, expected);
    const next = stops.some(isIn("arrived")) ? null : (calls[0]?.id ?? null);
    await tellArrivals(tx, routeId, { changed, next });
  });
}

const isIn = (status: StopStatus) => (stop: StopRow) => stop.status === status;

const callOf = ({ id, place, serviceMinutes, opens }: StopRow): Call => ({
  id,
  place,
  serviceMinutes,
  opensAt: opens?.getTime() ?? null,
});

function whereabouts(route: RouteRow, stops: StopRow[]): Whereabouts {
  const at = stops.find(isIn("arrived"));
  if (at?.arrivedAt) {
    const opens = at.opens?.getTime() ?? null;
    return { place: at.place, freeAt: leavesAt(at.arrivedAt.getTime(), opens, at.serviceMinutes, route.now.getTime()) };
  }
  const last = stops
    .filter((stop) => stop.completedAt !== null && (stop.status === "delivered" || stop.status === "failed"))
    .reduce<StopRow | null>((a, b) => (a?.completedAt && b.completedAt && a.completedAt > b.completedAt ? a : b), null);
  if (last?.completedAt) return { place: last.place, freeAt: last.completedAt.getTime() };
  return { place: route.lab, freeAt: route.departs.getTime() };
}

/** The route, when it leaves or left, and the lab's place. Planned ones are not held to be late before they start. */
async function routeOf(tx: Transaction, id: string): Promise<RouteRow> {
  const row = await tx.row<RouteRow>(sql`
    SELECT r.status,
      coalesce(r.started_at, (r.route_date + coalesce(r.departs_at, l.opens_at)::time) AT TIME ZONE l.time_zone) AS departs,
      CASE WHEN r.status = 'planned' THEN 'epoch'::timestamptz ELSE clock_timestamp() END AS now,
      CASE WHEN l.latitude IS NOT NULL AND l.longitude IS NOT NULL
        THEN jsonb_build_object('latitude', l.latitude, 'longitude', l.longitude) END AS lab
    FROM delivery_routes r JOIN labs l ON l.id = r.lab_id WHERE r.id = ${id}`);
  if (!row) throw notFound("route");
  return row;
}

function stopsOf(tx: Transaction, routeId: string): Promise<StopRow[]> {
  return tx.rows<StopRow>(sql`
    SELECT s.id, s.status, s.service_minutes AS "serviceMinutes", s.arrived_at AS "arrivedAt", s.completed_at AS "completedAt",
      CASE WHEN s.window_from IS NOT NULL THEN (r.route_date + s.window_from::time) AT TIME ZONE l.time_zone END AS opens,
      CASE WHEN p.latitude IS NOT NULL AND p.longitude IS NOT NULL
        THEN jsonb_build_object('latitude', p.latitude, 'longitude', p.longitude) END AS place
    FROM route_stops s JOIN delivery_routes r ON r.lab_id = s.lab_id AND r.id = s.route_id JOIN labs l ON l.id = s.lab_id
      JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id
    WHERE s.route_id = ${routeId} AND s.deleted_at IS NULL ORDER BY s.position`);
}

/** Keeps the times that are others now; answers the ids of their stops. */
async function keep(tx: Transaction, expected: Map<string, number | null>): Promise<string[]> {
  const times = [...expected.values()].map((time) => (time === null ? null : new Date(time).toISOString()));
  const rows = await tx.rows<{ id: string }>(sql`
    UPDATE route_stops s SET expected_at = e.at FROM unnest(${[...expected.keys()]}::uuid[], ${times}::timestamptz[]) e(id, at)
    WHERE s.id = e.id AND s.expected_at IS DISTINCT FROM e.at RETURNING s.id`);
  return rows.map(({ id }) => id);
}
