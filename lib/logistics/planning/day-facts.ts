import type { Actor } from "@/lib/access/actor";
import { weekdayOf } from "@/lib/cases/due-date";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { closedOn, type OpeningHours, type Span, windowOn } from "@/lib/practices/opening-hours";
import type { Place } from "../stop-order/travel";
import { minuteOf } from "./clock";
import type { Demand, OpenRoute, Visit } from "./place-visits";
import { waysBetween } from "./ways/ways-between";
import { windowsOf } from "./windows";

type Located = { practiceId: string; latitude: string | null; longitude: string | null; hours: OpeningHours | null };
type StopRow = Located & { routeId: string; serviceMinutes: number; from: string | null; to: string | null };
type DemandRow = Located & { practice: string; closing: string | null; shipments: DueShipment[]; dueCases: number };
type RouteRow = { id: string; name: string; departs: string; ends: string; serves: string[] };
export type DueShipment = { id: string; number: string; type: "delivery" | "pickup" };

/** What planning a lab day goes by. `lab.closed` says in words why the lab is shut. */
export type DayFacts = {
  day: string;
  lab: { place: Place | null; closed: string | null };
  routes: RouteRow[];
  stops: StopRow[];
  demands: DemandRow[];
};

const MOST_PRACTICES = 200;

/**
 * Reads a lab day (`YYYY-MM-DD`): its routes that may still be changed, and at most 200 practices that the driver goes to: those with
 * shipments or pick-ups that are ready and wanted by that day, or with cases due to ship (finished ones by that day, others on it) that no
 * locked route goes to.
 */
export async function readDay(tx: Transaction, { lab }: Actor, day: string): Promise<DayFacts> {
  const own = await tx.row<Located & { weekdays: number[]; closing: string | null }>(sql`
    SELECT latitude, longitude, working_weekdays AS weekdays,
      (SELECT c.name FROM lab_closing_days c WHERE c.closed_on = ${day}::date LIMIT 1) AS closing FROM labs WHERE id = ${lab.id}`);
  const closed = own?.closing ?? (own?.weekdays.includes(weekdayOf(day)) ? null : "Not a working day of the lab");
  const routes = await tx.rows<RouteRow>(sql`
    SELECT r.id, r.name, coalesce(r.departs_at, l.opens_at) AS departs, coalesce(r.shift_ends_at, l.closes_at) AS ends,
      ARRAY(SELECT t.practice_id::text FROM route_template_stops t WHERE t.lab_id = r.lab_id AND t.template_id = r.template_id
        AND t.deleted_at IS NULL ORDER BY t.position) AS serves
    FROM delivery_routes r JOIN labs l ON l.id = r.lab_id
    WHERE r.route_date = ${day}::date AND r.status = 'planned' AND r.locked_at IS NULL AND r.deleted_at IS NULL
    ORDER BY departs, r.name, r.id LIMIT 50`);
  const stops = await tx.rows<StopRow>(sql`
    SELECT s.route_id AS "routeId", s.practice_id AS "practiceId", p.latitude, p.longitude, p.opening_hours AS hours,
      s.service_minutes AS "serviceMinutes", s.window_from AS "from", s.window_to AS "to"
    FROM route_stops s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id
    WHERE s.route_id = ANY(${routes.map(({ id }) => id)}::uuid[]) AND s.deleted_at IS NULL ORDER BY s.position`);
  return {
    day,
    lab: { place: placeOf(own), closed },
    routes,
    stops,
    demands: await demandsOn(tx, day),
  };
}

const demandsOn = (tx: Transaction, day: string): Promise<DemandRow[]> =>
  tx.rows<DemandRow>(sql`
    WITH ready AS (
      SELECT practice_id, jsonb_agg(jsonb_build_object('id', id, 'number', number, 'type', type) ORDER BY number) AS shipments
      FROM shipments WHERE status = 'ready' AND method = 'driver' AND deleted_at IS NULL
        AND coalesce(wanted_on, ${day}::date) <= ${day}::date GROUP BY practice_id),
    due AS (
      SELECT c.practice_id, count(DISTINCT c.id) AS cases FROM case_items i
      JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
      WHERE (i.status = 'finished' AND c.ship_by <= ${day}::date OR i.status = 'in_production' AND c.ship_by = ${day}::date)
        AND p.delivery_method = 'driver' AND NOT EXISTS (SELECT FROM route_stops s JOIN delivery_routes r ON r.lab_id = s.lab_id AND r.id = s.route_id
          WHERE s.lab_id = c.lab_id AND s.practice_id = c.practice_id AND s.deleted_at IS NULL AND r.deleted_at IS NULL
            AND r.route_date = ${day}::date AND r.status = 'planned' AND r.locked_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM holds h WHERE h.case_id = c.id AND h.released_at IS NULL)
      GROUP BY c.practice_id)
    SELECT p.id AS "practiceId", p.name AS practice, p.latitude, p.longitude, p.opening_hours AS hours,
      coalesce(ready.shipments, '[]') AS shipments, coalesce(due.cases, 0) AS "dueCases",
      (SELECT d.name FROM practice_closing_days d WHERE d.lab_id = p.lab_id AND d.practice_id = p.id AND d.deleted_at IS NULL
        AND ${day}::date BETWEEN d.closed_from AND d.closed_to LIMIT 1) AS closing
    FROM practices p LEFT JOIN ready ON ready.practice_id = p.id LEFT JOIN due ON due.practice_id = p.id
    WHERE p.deleted_at IS NULL AND (ready.practice_id IS NOT NULL OR due.practice_id IS NOT NULL)
    ORDER BY ready.practice_id IS NULL, p.name, p.id LIMIT ${MOST_PRACTICES}`);

/** A day as numbers, for `placeVisits`; `minutes` are null when it is not known where the lab is. `note` is what to know about the ways. */
export type DayNumbers = {
  routes: OpenRoute[];
  demands: Demand[];
  minutes: number[][] | null;
  note: string | null;
};

/** Turns a day into numbers, with the ways between all its places. It may ask a road server. */
export async function numbersOf({ day, lab, routes, stops, demands }: DayFacts): Promise<DayNumbers> {
  const places: Place[] = [];
  const place = (located: Located): number | null => {
    const found = placeOf(located);
    return found ? places.push(found) : null;
  };
  const visit = (stop: StopRow): Visit => ({
    practiceId: stop.practiceId,
    place: place(stop),
    serviceMinutes: stop.serviceMinutes,
    windows: windowsOf(stop.hours, day, stop.from !== null && stop.to !== null ? ([stop.from, stop.to] as Span) : null),
  });
  const numbers = {
    routes: routes.map(({ id, departs, ends, serves }) => ({
      id,
      departsAt: minuteOf(departs),
      shiftEndsAt: ends > departs ? minuteOf(ends) : null,
      visits: stops.filter(({ routeId }) => routeId === id).map(visit),
      serves,
    })),
    demands: demands.map((demand) => ({
      practiceId: demand.practiceId,
      place: place(demand),
      serviceMinutes: 5,
      windows: windowsOf(demand.hours, day, windowOn(demand.hours, day)),
      closed: demand.closing ?? (closedOn(demand.hours, day) ? "closed on this weekday" : null),
    })),
  };
  const ways = lab.place ? await waysBetween([lab.place, ...places]) : null;
  return { ...numbers, minutes: ways?.minutes ?? null, note: ways?.note ?? null };
}

const placeOf = (at: Pick<Located, "latitude" | "longitude"> | undefined): Place | null =>
  at?.latitude != null && at.longitude != null
    ? { latitude: Number(at.latitude), longitude: Number(at.longitude) }
    : null;
