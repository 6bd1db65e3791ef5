import { type Journey, timetable, type Window } from "../stop-order/journey";
import { clockOf } from "./clock";

/**
 * What the times of a round follow from: place 0 of the ways is the lab, place n the n-th of `stops`; minutes and kilometres of
 * driving, minutes of the lab's day. It goes to the browser as it is.
 */
export type Plan = {
  stops: { id: string; windows: Window[]; serviceMinutes: number }[];
  minutes: number[][];
  kilometres: number[][];
  departsAt: number;
  shiftEndsAt: number | null;
};

/** When a driver will be at a stop, as the plan has it. Clocks are "HH:MM" of the lab's day. */
export type PlannedStop = { arrives: string; waitMinutes: number; lateMinutes: number };
/** When a round is where, and what it comes to; stops by id. */
export type PlannedTimes = {
  departs: string;
  back: string;
  kilometres: number;
  drivenMinutes: number;
  waitMinutes: number;
  lateStops: number;
  overrunMinutes: number;
  stops: Map<string, PlannedStop>;
};

/** A plan as a search for the best order reads it. */
export const journeyOf = ({ stops, minutes, departsAt, shiftEndsAt }: Plan): Journey => ({
  travel: minutes,
  visits: stops,
  departsAt,
  shiftEndsAt,
});

/** The times of a round whose stops are visited in the order of their ids; ids that are not in the plan are left out. */
export function plannedTimes(plan: Plan, stopIds: readonly string[]): PlannedTimes {
  const places = stopIds.map((id) => plan.stops.findIndex((stop) => stop.id === id) + 1).filter((place) => place > 0);
  const table = timetable(journeyOf(plan), places);
  const ring = [0, ...places, 0];
  const waits = table.beginnings.map((beginning, i) => Math.round(beginning - (table.arrivals[i] as number)));
  return {
    departs: clockOf(plan.departsAt),
    back: clockOf(table.backAt),
    kilometres: ring.slice(1).reduce((sum, to, i) => sum + (plan.kilometres[ring[i] as number]?.[to] ?? 0), 0),
    drivenMinutes: Math.round(table.drivenMinutes),
    waitMinutes: waits.reduce((sum, wait) => sum + wait, 0),
    lateStops: table.lateness.filter((late) => late > 0).length,
    overrunMinutes: Math.ceil(table.overrunMinutes),
    stops: new Map(
      places.map((place, i) => [
        plan.stops[place - 1]?.id as string,
        {
          arrives: clockOf(table.arrivals[i] as number),
          waitMinutes: waits[i] as number,
          lateMinutes: Math.ceil(table.lateness[i] as number),
        },
      ]),
    ),
  };
}
