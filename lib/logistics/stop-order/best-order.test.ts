import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOrder } from "./best-order";
import { exactOrder } from "./exact-order";
import { type Journey, timetable } from "./journey";
import { nearOrder } from "./near-order";
import { finished, journeys, permutations, placesOf } from "./testing/random-journeys";
import { TSPLIB } from "./testing/tsplib";
import { kilometres, travelMinutes } from "./travel";

/** What an order is judged by, the most important first. */
const worth = (journey: Journey, order: number[]) => {
  const { lateMinutes, overrunMinutes, backAt, drivenMinutes } = timetable(journey, order);
  return [lateMinutes, overrunMinutes, backAt, drivenMinutes];
};

const compare = (a: number[], b: number[]) => a.map((value, i) => value - (b[i] as number)).find((gap) => gap) ?? 0;

const bestOfAll = (journey: Journey) =>
  [...permutations(placesOf(journey))].map((order) => worth(journey, order)).sort(compare)[0];

describe("the exact order", () => {
  it("is as good as the best of all orders", () => {
    fc.assert(
      fc.property(journeys(6), (journey) => {
        expect(worth(journey, finished(exactOrder(journey)))).toEqual(bestOfAll(journey));
      }),
      { numRuns: 150 },
    );
  });

  it("waits for a door to open rather than come twice, and goes first where it closes first", () => {
    const travel = [
      [0, 10, 10],
      [10, 0, 10],
      [10, 10, 0],
    ];
    const visits = [
      { serviceMinutes: 5, windows: [[540, 600] as const] },
      { serviceMinutes: 5, windows: [[480, 495] as const] },
    ];
    const journey = { travel, visits, departsAt: 480, shiftEndsAt: 550 };
    expect(finished(exactOrder(journey))).toEqual([2, 1]);
    expect(timetable(journey, [2, 1])).toEqual({
      arrivals: [490, 505],
      beginnings: [490, 540],
      lateness: [0, 0],
      lateMinutes: 0,
      drivenMinutes: 30,
      backAt: 555,
      overrunMinutes: 5,
    });
  });

  it("does not come in a lunch break when another stop fills it", () => {
    const travel = [
      [0, 20, 20],
      [20, 0, 20],
      [20, 20, 0],
    ];
    const pausing = { serviceMinutes: 5, windows: [[480, 490] as const, [520, 600] as const] };
    const journey = { travel, visits: [pausing, { serviceMinutes: 5, windows: [] }], departsAt: 480 };
    expect(finished(exactOrder(journey))).toEqual([2, 1]);
    expect(timetable(journey, [1, 2])).toMatchObject({ arrivals: [500, 545], beginnings: [520, 545], lateMinutes: 0 });
  });
});

describe("the near-optimal order", () => {
  it("visits every place once, and among few is as good as the best of all orders", () => {
    fc.assert(
      fc.property(journeys(5), (journey) => {
        const order = finished(nearOrder(journey));
        expect(order.toSorted()).toEqual(placesOf(journey));
        expect(compare(worth(journey, order), bestOfAll(journey) as number[])).toBeLessThanOrEqual(0);
      }),
      { numRuns: 10 },
    );
  });

  it.each(TSPLIB)("is within 2 % of the proven optimum of $name", ({ travel, optimum }) => {
    const visits = travel.slice(1).map(() => ({ serviceMinutes: 0, windows: [] }));
    const journey = { travel, visits, departsAt: 0 };
    const { backAt } = timetable(journey, finished(nearOrder(journey)));
    expect(backAt).toBeGreaterThanOrEqual(optimum);
    expect(backAt / optimum).toBeLessThanOrEqual(1.02);
  });

  it("lets others work while it searches", async () => {
    const { travel } = TSPLIB[0] as (typeof TSPLIB)[number];
    const visits = travel.slice(1).map(() => ({ serviceMinutes: 0, windows: [] }));
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    await bestOrder({ travel, visits, departsAt: 0 });
    clearInterval(others);
    expect(turns).toBeGreaterThan(3);
  });
});

describe("travel", () => {
  it("is estimated from the distance", () => {
    const [glasgow, edinburgh] = [
      { latitude: 55.8617, longitude: -4.2583 },
      { latitude: 55.9533, longitude: -3.1883 },
    ];
    expect(kilometres(glasgow, edinburgh)).toBeCloseTo(67.5, 0);
    expect(travelMinutes([glasgow, edinburgh])[0]?.[1]).toBeCloseTo(67.5 * 2.7, 0);
  });
});
