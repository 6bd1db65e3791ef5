import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOrder } from "./best-order";
import { exactOrder } from "./exact-order";
import { type Journey, timetable } from "./journey";
import { nearOrder } from "./near-order";
import { TSPLIB } from "./testing/tsplib";
import { kilometres, travelMinutes } from "./travel";

const minute = fc.integer({ min: 0, max: 60 });
const window = fc.option(fc.tuple(fc.integer({ min: 400, max: 600 }), fc.integer({ min: 0, max: 120 })), { freq: 2 });

/** Rounds of up to `most` visits, with windows, unlike ways there and back, and service times. */
const journeys = (most: number): fc.Arbitrary<Journey> =>
  fc.integer({ min: 1, max: most }).chain((count) =>
    fc.record({
      departsAt: fc.constant(480),
      travel: fc.array(fc.array(minute, { minLength: count + 1, maxLength: count + 1 }), {
        minLength: count + 1,
        maxLength: count + 1,
      }),
      visits: fc.array(
        fc.record({
          serviceMinutes: fc.integer({ min: 0, max: 15 }),
          window: window.map((w) => w && ([w[0], w[0] + w[1]] as const)),
        }),
        { minLength: count, maxLength: count },
      ),
    }),
  );

const worth = (journey: Journey, order: number[]) => {
  const { lateMinutes, backAt } = timetable(journey, order);
  return [lateMinutes, backAt] as const;
};

function* permutations(left: number[]): Generator<number[]> {
  if (left.length === 0) yield [];
  for (const [i, first] of left.entries())
    for (const rest of permutations(left.toSpliced(i, 1))) yield [first, ...rest];
}

const places = (journey: Journey) => journey.visits.map((_, i) => i + 1);

describe("the exact order", () => {
  it("is as good as the best of all orders", () => {
    fc.assert(
      fc.property(journeys(6), (journey) => {
        const all = [...permutations(places(journey))].map((order) => worth(journey, order));
        const least = all.reduce((a, b) => (b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a));
        expect(worth(journey, exactOrder(journey))).toEqual(least);
      }),
      { numRuns: 60 },
    );
  });

  it("waits for a door to open rather than come twice, and goes first where it closes first", () => {
    const travel = [
      [0, 10, 10],
      [10, 0, 10],
      [10, 10, 0],
    ];
    const visits = [
      { serviceMinutes: 5, window: [540, 600] as const },
      { serviceMinutes: 5, window: [480, 495] as const },
    ];
    const journey = { travel, visits, departsAt: 480 };
    expect(exactOrder(journey)).toEqual([2, 1]);
    expect(timetable(journey, [2, 1])).toEqual({
      arrivals: [490, 505],
      beginnings: [490, 540],
      lateMinutes: 0,
      backAt: 555,
    });
  });
});

describe("the near-optimal order", () => {
  it("visits every place once", () => {
    fc.assert(
      fc.property(journeys(5), (journey) => {
        expect(nearOrder(journey).toSorted()).toEqual(places(journey));
      }),
      { numRuns: 10 },
    );
  });

  it.each(TSPLIB)("is within 2 % of the proven optimum of $name", ({ travel, optimum }) => {
    const visits = travel.slice(1).map(() => ({ serviceMinutes: 0, window: null }));
    const journey = { travel, visits, departsAt: 0 };
    const { backAt } = timetable(journey, bestOrder(journey));
    expect(backAt).toBeGreaterThanOrEqual(optimum);
    expect(backAt / optimum).toBeLessThanOrEqual(1.02);
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
