import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type Journey, timetable } from "./stop-order/journey";
import { kilometres, type Place, travelMinutes } from "./stop-order/travel";

/** How long a driver is at a door: to park, hand over and have it signed (common experience). */
const MINUTES_AT_STOP = 5;

type RoundStop = { id: string; practice: string; place: Place | null; from: string | null; to: string | null };

/** A route as places and hours: the lab, the stops in order, and who of them has no coordinates yet. */
export type Round = {
  lab: Place | null;
  stops: RoundStop[];
  placeless: string[];
  /** Null when a place is not known. */
  journey: Journey | null;
};

/** Reads the round of a route of the actor's lab; it leaves when the lab opens. A stop's window is what `putOnRoute` gave it. */
export async function roundOf(tx: Transaction, { lab }: Actor, routeId: string): Promise<Round> {
  const own = await tx.row<{ place: Place | null; opensAt: string }>(sql`
    SELECT CASE WHEN latitude IS NOT NULL AND longitude IS NOT NULL
        THEN jsonb_build_object('latitude', latitude, 'longitude', longitude) END AS place, opens_at AS "opensAt"
    FROM labs WHERE id = ${lab.id}`);
  const stops = await tx.rows<RoundStop>(sql`
    SELECT s.id, p.name AS practice, s.window_from AS "from", s.window_to AS "to",
      CASE WHEN p.latitude IS NOT NULL AND p.longitude IS NOT NULL
        THEN jsonb_build_object('latitude', p.latitude, 'longitude', p.longitude) END AS place
    FROM route_stops s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id
    WHERE s.route_id = ${routeId} ORDER BY s.position`);
  const placeless = [
    ...(own?.place ? [] : [lab.name]),
    ...stops.filter(({ place }) => !place).map(({ practice }) => practice),
  ];
  const places = [own?.place, ...stops.map(({ place }) => place)].filter((place) => place != null);
  const journey =
    placeless.length > 0
      ? null
      : {
          travel: travelMinutes(places),
          visits: stops.map(({ from, to }) => ({
            serviceMinutes: MINUTES_AT_STOP,
            window: from !== null && to !== null ? ([minuteOf(from), minuteOf(to)] as const) : null,
          })),
          departsAt: minuteOf(own?.opensAt ?? "08:00"),
        };
  return { lab: own?.place ?? null, stops, placeless, journey };
}

/** When a round is where, as "HH:MM" of the lab's day, and how far it drives. */
export type PlannedTimes = {
  departs: string;
  back: string;
  kilometres: number;
  stops: Map<string, { arrives: string; waitMinutes: number; lateMinutes: number }>;
};

/** The times of a round in its present order; null when a place is not known. */
export function plannedTimes({ lab, stops, journey }: Round): PlannedTimes | null {
  if (!journey || !lab) return null;
  const { arrivals, beginnings, backAt } = timetable(
    journey,
    stops.map((_, i) => i + 1),
  );
  const ring = [lab, ...stops.map(({ place }) => place as Place), lab];
  return {
    departs: clockOf(journey.departsAt),
    back: clockOf(backAt),
    kilometres: ring.slice(1).reduce((sum, place, i) => sum + kilometres(ring[i] as Place, place), 0),
    stops: new Map(
      stops.map(({ id }, i) => {
        const [arrival, beginning] = [arrivals[i] as number, beginnings[i] as number];
        const closes = journey.visits[i]?.window?.[1] ?? beginning;
        const late = Math.max(0, Math.ceil(beginning - closes));
        return [id, { arrives: clockOf(arrival), waitMinutes: Math.round(beginning - arrival), lateMinutes: late }];
      }),
    ),
  };
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function clockOf(minute: number): string {
  const whole = Math.round(minute) % 1440;
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}
