import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { OpeningHours, Span } from "@/lib/practices/opening-hours";
import { minuteOf } from "./planning/clock";
import { type Plan, plannedTimes } from "./planning/planned-times";
import { waysBetween } from "./planning/ways/ways-between";
import { windowsOf } from "./planning/windows";
import { timetable, type Window } from "./stop-order/journey";
import type { Place } from "./stop-order/travel";

type RoundStop = { id: string; practice: string; place: Place | null; windows: Window[]; serviceMinutes: number };

/** A route as places and hours: the lab, the stops in order, who of them has no coordinates yet, and when it leaves and should be back. */
export type RoundFacts = {
  lab: Place | null;
  stops: RoundStop[];
  placeless: string[];
  departsAt: number;
  shiftEndsAt: number | null;
};
/** `plan` is null when a place is not known; `note` says what a person should know about the ways. */
export type Round = RoundFacts & { plan: Plan | null; byRoad: boolean; note: string | null };

/**
 * Reads a route of the actor's lab. It leaves at its own time, else when the lab opens, and its shift ends at its own time, else when
 * the lab closes. A stop's windows are the practice's hours of that day within what `putOnRoute` gave it.
 */
export async function readRound(tx: Transaction, { lab }: Actor, routeId: string): Promise<RoundFacts> {
  const own = await tx.row<{ place: Place | null; day: string; departs: string; ends: string }>(sql`
    SELECT CASE WHEN l.latitude IS NOT NULL AND l.longitude IS NOT NULL
        THEN jsonb_build_object('latitude', l.latitude, 'longitude', l.longitude) END AS place, r.route_date AS day,
      coalesce(r.departs_at, l.opens_at) AS departs, coalesce(r.shift_ends_at, l.closes_at) AS ends
    FROM labs l LEFT JOIN delivery_routes r ON r.lab_id = l.id AND r.id = ${routeId} WHERE l.id = ${lab.id}`);
  const stops = await tx.rows<RoundStop & { from: string | null; to: string | null; hours: OpeningHours | null }>(sql`
    SELECT s.id, p.name AS practice, s.window_from AS "from", s.window_to AS "to", p.opening_hours AS hours, s.service_minutes AS "serviceMinutes",
      CASE WHEN p.latitude IS NOT NULL AND p.longitude IS NOT NULL
        THEN jsonb_build_object('latitude', p.latitude, 'longitude', p.longitude) END AS place
    FROM route_stops s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id
    WHERE s.route_id = ${routeId} AND s.deleted_at IS NULL ORDER BY s.position`);
  const { place = null, day = "", departs = "08:00", ends = "18:00" } = own ?? {};
  return {
    lab: place,
    stops: stops.map(({ from, to, hours, ...stop }) => ({
      ...stop,
      windows: windowsOf(hours, day, from !== null && to !== null ? ([from, to] as Span) : null),
    })),
    placeless: [...(place ? [] : [lab.name]), ...stops.filter((stop) => !stop.place).map(({ practice }) => practice)],
    departsAt: minuteOf(departs),
    shiftEndsAt: ends > departs ? minuteOf(ends) : null,
  };
}

/** Adds the ways between the places of a round. It may ask a road server, so better outside a transaction. */
export async function withWays(facts: RoundFacts): Promise<Round> {
  const { lab, stops, placeless, departsAt, shiftEndsAt } = facts;
  if (placeless.length > 0) return { ...facts, plan: null, byRoad: false, note: null };
  const { minutes, kilometres, byRoad, note } = await waysBetween([lab, ...stops.map(({ place }) => place)] as Place[]);
  const visits = stops.map(({ id, windows, serviceMinutes }) => ({ id, windows, serviceMinutes }));
  return { ...facts, plan: { stops: visits, minutes, kilometres, departsAt, shiftEndsAt }, byRoad, note };
}

/** A route with the ways between its places. */
export const roundOf = async (tx: Transaction, actor: Actor, routeId: string): Promise<Round> =>
  withWays(await readRound(tx, actor, routeId));

/**
 * Keeps when the driver is expected at each stop of a planned route (`route_stops.expected_at`), as its present order and times have it;
 * null when a place is not known. The clock is the lab's, also on the days it is put on or back. The caller holds the route's lock.
 */
export async function keepExpected(tx: Transaction, actor: Actor, routeId: string): Promise<void> {
  const { plan, stops } = await roundOf(tx, actor, routeId);
  const order = stops.map((_, i) => i + 1);
  const beginnings = plan
    ? timetable({ travel: plan.minutes, visits: plan.stops, departsAt: plan.departsAt }, order).beginnings
    : [];
  await tx.execute(sql`
    UPDATE route_stops s SET expected_at = e.at
    FROM (SELECT x.id, (r.route_date + make_interval(mins => x.minute)) AT TIME ZONE l.time_zone AS at
      FROM unnest(${stops.map(({ id }) => id)}::uuid[], ${stops.map((_, i) => (plan ? Math.round(beginnings[i] as number) : null))}::int[]) x(id, minute)
      JOIN delivery_routes r ON r.id = ${routeId} JOIN labs l ON l.id = r.lab_id) e
    WHERE s.id = e.id AND s.expected_at IS DISTINCT FROM e.at`);
}

/** The times of a round in its present order; null when a place is not known. */
export const timesOf = ({ plan }: Round) =>
  plan
    ? plannedTimes(
        plan,
        plan.stops.map(({ id }) => id),
      )
    : null;
