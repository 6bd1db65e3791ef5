import type { Place } from "../stop-order/travel";

/** Where a driver is free to go on from, and since when. Times are milliseconds since 1970; `place` is null when it has no coordinates. */
export type Whereabouts = { place: Place | null; freeAt: number };

/** A stop still to do: how long it takes, and before when nobody opens; null when any time will do. */
export type Call = { id: string; place: Place | null; serviceMinutes: number; opensAt: number | null };

const MINUTE_MS = 60_000;

/**
 * When a driver begins at each call, in the order given, as milliseconds rounded to the minute: `minutesBetween` of driving, a wait where
 * it is not open yet, and the time each call takes. Nobody is expected in the past (`now`). A call whose place is not known, and
 * those on the way to which no place is known yet, have null; the ones after a call without a place are reckoned as if it lay on the way.
 */
export function expectedArrivals(
  { place: start, freeAt }: Whereabouts,
  calls: readonly Call[],
  now: number,
  minutesBetween: (from: Place, to: Place) => number,
): Map<string, number | null> {
  const expected = new Map<string, number | null>();
  let [place, time] = [start, freeAt];
  for (const call of calls) {
    if (!call.place || !place) {
      expected.set(call.id, null);
      time += call.serviceMinutes * MINUTE_MS;
      continue;
    }
    const there = Math.max(time + minutesBetween(place, call.place) * MINUTE_MS, now);
    const begins = Math.round(Math.max(there, call.opensAt ?? there) / MINUTE_MS) * MINUTE_MS;
    expected.set(call.id, begins);
    [place, time] = [call.place, begins + call.serviceMinutes * MINUTE_MS];
  }
  return expected;
}

/** When the driver can leave a door they stand at: once it is open and the stop's time is over, but not before `now`. */
export function leavesAt(arrivedAt: number, opensAt: number | null, serviceMinutes: number, now: number): number {
  return Math.max(Math.max(arrivedAt, opensAt ?? arrivedAt) + serviceMinutes * MINUTE_MS, now);
}
