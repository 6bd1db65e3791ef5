/** From and to in minutes of the day, both ends included. */
export type Window = readonly [from: number, to: number];

/**
 * A driver's round as numbers. Place 0 is the lab, place n the n-th visit. Times are minutes of the lab's day (480 is 08:00);
 * `travel[a][b]` are the minutes from place a to place b, not necessarily the same both ways.
 */
export type Journey = {
  travel: readonly (readonly number[])[];
  visits: readonly Visit[];
  /** When the driver leaves the lab. */
  departsAt: number;
  /** When the driver should be back; null for no such hour. */
  shiftEndsAt?: number | null;
};

/** One stop: how long it takes, and the stretches of the day, in order, in which it may begin; none when any time will do. */
export type Visit = { serviceMinutes: number; windows: readonly Window[] };

/**
 * What an order comes to. A visit that begins after its last window is late by the minutes between; one that comes before a window or
 * in a pause waits for the next.
 */
export type Timetable = {
  /** When the driver is at each visit, in the order driven, when it begins, and how late that is. */
  arrivals: number[];
  beginnings: number[];
  lateness: number[];
  lateMinutes: number;
  /** Minutes at the wheel. */
  drivenMinutes: number;
  backAt: number;
  /** Minutes by which the driver is back after the end of the shift. */
  overrunMinutes: number;
};

/** The times of a round in which places `order` (numbers from 1) are visited, starting and ending at the lab. */
export function timetable(journey: Journey, order: readonly number[]): Timetable {
  const { travel, visits, departsAt, shiftEndsAt } = journey;
  const [arrivals, beginnings, lateness]: [number[], number[], number[]] = [[], [], []];
  let [place, time, drivenMinutes] = [0, departsAt, 0];
  for (const next of order) {
    const visit = visits[next - 1] as Visit;
    const way = minutes(travel, place, next);
    const arrival = time + way;
    const beginning = beginningAt(visit.windows, arrival);
    arrivals.push(arrival);
    beginnings.push(beginning);
    lateness.push(latenessOf(visit.windows, beginning));
    drivenMinutes += way;
    [place, time] = [next, beginning + visit.serviceMinutes];
  }
  const home = minutes(travel, place, 0);
  const backAt = time + home;
  return {
    arrivals,
    beginnings,
    lateness,
    lateMinutes: lateness.reduce((sum, late) => sum + late, 0),
    drivenMinutes: drivenMinutes + home,
    backAt,
    overrunMinutes: Math.max(0, backAt - (shiftEndsAt ?? backAt)),
  };
}

/** When a visit begins for whoever arrives at a minute: at once in a window and after the last, else when the next window opens. */
export function beginningAt(windows: readonly Window[], arrival: number): number {
  for (const [from, to] of windows) if (arrival <= to) return Math.max(arrival, from);
  return arrival;
}

/** By how many minutes a beginning is after the last window; 0 where any time will do. */
export const latenessOf = (windows: readonly Window[], beginning: number): number =>
  Math.max(0, beginning - (windows.at(-1)?.[1] ?? beginning));

/** Minutes from one place to another. */
export const minutes = (travel: Journey["travel"], from: number, to: number): number => travel[from]?.[to] as number;
