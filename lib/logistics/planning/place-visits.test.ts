import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timetable } from "../stop-order/journey";
import { type Demand, type OpenRoute, placeVisits } from "./place-visits";

/** Six practices on a line, ten minutes apart; the lab is at its start. */
const line = Array.from({ length: 7 }, (_, a) => Array.from({ length: 7 }, (_, b) => Math.abs(a - b) * 10));

const demand = (place: number | null, more: Partial<Demand> = {}): Demand => ({
  practiceId: `p${place}`,
  place,
  windows: [],
  serviceMinutes: 5,
  closed: null,
  ...more,
});
const route = (id: string, serves: string[] = [], more: Partial<OpenRoute> = {}): OpenRoute => ({
  id,
  departsAt: 480,
  shiftEndsAt: 720,
  visits: [],
  serves,
  ...more,
});
const shown = (routes: OpenRoute[]) => routes.map(({ id, visits }) => `${id}: ${visits.map((v) => v.practiceId)}`);

describe("placing visits", () => {
  it("keeps the template's order, wherever a visit comes from first", () => {
    const routes = [route("AM", ["p5", "p1", "p3"])];
    placeVisits(routes, [demand(3), demand(5), demand(1)], line);
    expect(shown(routes)).toEqual(["AM: p5,p1,p3"]);
  });

  it("takes of two templates that serve a practice the one that is there in its hours", () => {
    const routes = [route("AM", ["p2"]), route("PM", ["p2"], { departsAt: 780, shiftEndsAt: 1020 })];
    placeVisits(routes, [demand(2, { windows: [[780, 900]] })], line);
    expect(shown(routes)).toEqual(["AM: ", "PM: p2"]);
  });

  it("goes to a template's practice even late, but to none that is shut or whose place only a stranger could guess", () => {
    const routes = [route("AM", ["p6", "pnull"])];
    const late = demand(6, { windows: [[480, 490]] });
    const { unplaced } = placeVisits(routes, [late, demand(null), demand(1, { closed: "Stocktake" })], line);
    expect(shown(routes)).toEqual(["AM: p6,pnull"]);
    expect(unplaced).toEqual([{ practiceId: "p1", why: "closed" }]);
  });

  it.each([
    ["no route", [], demand(1), "no_route"],
    ["no place", [route("A")], demand(null), "no_place"],
    ["a shift too short", [route("A", [], { shiftEndsAt: 500 })], demand(6), "shift_full"],
    ["doors that close too early", [route("A")], demand(6, { windows: [[480, 500]] }), "no_time"],
  ] as const)("says why not: %s", (_what, routes, one, why) => {
    expect(placeVisits([...routes], [one], line)).toEqual({
      placed: [],
      unplaced: [{ practiceId: one.practiceId, why }],
    });
  });

  it("answers for every demand once, and what no template serves makes nothing late nor a shift longer", () => {
    const span = fc
      .tuple(fc.integer({ min: 480, max: 700 }), fc.nat(120))
      .map(([from, long]) => [from, from + long] as const);
    const demands = fc
      .uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 })
      .chain((places) =>
        fc.tuple(
          ...places.map((place) => fc.array(span, { maxLength: 1 }).map((windows) => demand(place, { windows }))),
        ),
      );
    const ends = fc.integer({ min: 500, max: 720 });
    fc.assert(
      fc.property(demands, ends, ends, (wanted, first, second) => {
        const routes = [route("A", [], { shiftEndsAt: first }), route("B", [], { shiftEndsAt: second })];
        const { placed, unplaced } = placeVisits(routes, wanted, line);
        const answered = [...placed, ...unplaced].map(({ practiceId }) => practiceId).sort();
        expect(answered).toEqual(wanted.map(({ practiceId }) => practiceId).sort());
        expect(routes.flatMap(({ visits }) => visits)).toHaveLength(placed.length);
        for (const { visits, departsAt, shiftEndsAt } of routes) {
          const places = [0, ...visits.map(({ place }) => place as number)];
          const travel = places.map((a) => places.map((b) => line[a]?.[b] as number));
          const order = visits.map((_, i) => i + 1);
          const { lateMinutes, overrunMinutes } = timetable({ travel, visits, departsAt, shiftEndsAt }, order);
          expect([lateMinutes, overrunMinutes]).toEqual([0, 0]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
