/**
 * A driver's round as numbers. Place 0 is the lab, place n the n-th visit. Times are minutes of the lab's day (480 is 08:00);
 * `travel[a][b]` are the minutes from place a to place b, not necessarily the same both ways.
 */
export type Journey = {
  travel: readonly (readonly number[])[];
  visits: readonly Visit[];
  /** When the driver leaves the lab. */
  departsAt: number;
};

/** One stop: how long it takes, and between when it must begin; null when any time will do. */
export type Visit = { serviceMinutes: number; window: readonly [from: number, to: number] | null };

/** What an order comes to. A visit that begins after its window is late by the minutes between; one too early waits. */
export type Timetable = {
  /** When the driver is at each visit, in the order driven, and when it begins. */
  arrivals: number[];
  beginnings: number[];
  lateMinutes: number;
  backAt: number;
};

/** The times of a round in which places `order` (numbers from 1) are visited, starting and ending at the lab. */
export function timetable({ travel, visits, departsAt }: Journey, order: readonly number[]): Timetable {
  const table: Timetable = { arrivals: [], beginnings: [], lateMinutes: 0, backAt: departsAt };
  let [place, time] = [0, departsAt];
  for (const next of order) {
    const visit = visits[next - 1] as Visit;
    const arrival = time + minutes(travel, place, next);
    const beginning = Math.max(arrival, visit.window?.[0] ?? arrival);
    table.arrivals.push(arrival);
    table.beginnings.push(beginning);
    table.lateMinutes += Math.max(0, beginning - (visit.window?.[1] ?? beginning));
    [place, time] = [next, beginning + visit.serviceMinutes];
  }
  table.backAt = time + minutes(travel, place, 0);
  return table;
}

/** Minutes from one place to another. */
export const minutes = (travel: Journey["travel"], from: number, to: number): number => travel[from]?.[to] as number;
