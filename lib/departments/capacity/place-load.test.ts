import fc from "fast-check";
import { expect, test } from "vitest";
import { queuesFor } from "@/lib/cases/load-queue";
import { loadLevel, placeLoad } from "./place-load";

const work = (units: number, leadDays = 0, received = true) => ({
  units,
  leadDays,
  received,
  urgency: "standard" as const,
});

test.each([
  {
    name: "what is there today arrives on the first day, the rest waits",
    coming: [work(25)],
    capacities: [10, 10, 10],
    startsIn: 0,
    loads: [25, 15, 5],
    over: [15, 5, 0],
  },
  {
    name: "upstream work comes after its days, what is not received a day later when the lab has closed",
    coming: [work(4, 1), work(3, 1, false)],
    capacities: [10, 10, 10],
    startsIn: 1,
    loads: [0, 4, 3],
    over: [0, 0, 0],
  },
  {
    name: "a day on which nobody is there takes everything along",
    coming: [work(8), work(4, 1)],
    capacities: [0, 10, 10],
    startsIn: 0,
    loads: [8, 12, 2],
    over: [8, 2, 0],
  },
  {
    name: "without bound nothing waits",
    coming: [work(500)],
    capacities: [null, null],
    startsIn: 0,
    loads: [500, 0],
    over: [0, 0],
  },
])("$name", ({ coming, capacities, startsIn, loads, over }) => {
  const days = placeLoad(coming, capacities, startsIn);
  expect(days.map(({ load }) => load)).toEqual(loads);
  expect(days.map((day) => day.over)).toEqual(over);
});

test.each([
  [{ load: 0, capacity: 10, over: 0 }, "free"],
  [{ load: 7, capacity: 10, over: 0 }, "free"],
  [{ load: 8, capacity: 10, over: 0 }, "busy"],
  [{ load: 10, capacity: 10, over: 0 }, "full"],
  [{ load: 11, capacity: 10, over: 1 }, "over"],
  [{ load: 90, capacity: null, over: 0 }, "free"],
] as const)("%o is %s", (day, level) => expect(loadLevel(day)).toBe(level));

/** One more standard unit that arrives on a day is promised for the first day on which the plan has room for it. */
test("the plan and the promise agree on the first day with room", () => {
  const load = fc.array(
    fc.record({ units: fc.integer({ min: 1, max: 30 }), leadDays: fc.integer({ min: 0, max: 8 }) }),
    { maxLength: 12 },
  );
  const capacities = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(load, capacities, fc.integer({ min: 1, max: 8 }), (some, perDay, arrives) => {
      const coming = some.map(({ units, leadDays }) => work(units, leadDays));
      const dayOf = (n: number) => `day-${n}`;
      const otherDays = Object.fromEntries(
        perDay.map((capacity, i) => [dayOf(i + 1), { capacity, shortOf: "people" as const }]),
      );
      const department = { id: "d", name: "D", capacity: 10, otherDays, coming };
      const join = queuesFor([department], { urgency: "standard", rushPassesQueue: true, startsIn: 0, dayOf });
      const { taken } = join("d", arrives, 1);
      const withOne = placeLoad([...coming, work(1, arrives - 1)], perDay, 0);
      const done = withOne.findIndex(
        ({ over, arriving: _ }, i) => i + 1 >= arrives && overOfFirst(withOne, i, arrives) <= 0 && over >= 0,
      );
      if (done >= 0) expect(taken).toBe(done + 1);
    }),
  );
});

/** How much of what had arrived by a day is still left after another. */
function overOfFirst(days: ReturnType<typeof placeLoad>, until: number, arrives: number): number {
  let left = days[arrives - 1]?.load ?? 0;
  for (let i = arrives - 1; i <= until; i++) left -= days[i]?.capacity ?? 0;
  return left;
}
