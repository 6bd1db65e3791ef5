import fc from "fast-check";
import type { Journey, Window } from "../journey";

const minute = fc.integer({ min: 0, max: 60 });

/** Up to three stretches of a day apart from each other, between 7:30 and about noon; often none. */
const windows: fc.Arbitrary<Window[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 100 })), { maxLength: 3 })
  .map((stretches) => {
    let at = 450;
    return stretches.map(([pause, long]) => {
      const from = at + pause;
      at = from + long;
      return [from, at] as const;
    });
  });

/** Rounds of up to `most` visits, with windows and pauses, unlike ways there and back, service times and a shift. */
export const journeys = (most: number): fc.Arbitrary<Journey> =>
  fc.integer({ min: 1, max: most }).chain((count) =>
    fc.record({
      departsAt: fc.constant(480),
      shiftEndsAt: fc.option(fc.integer({ min: 500, max: 800 })),
      travel: fc.array(fc.array(minute, { minLength: count + 1, maxLength: count + 1 }), {
        minLength: count + 1,
        maxLength: count + 1,
      }),
      visits: fc.array(fc.record({ serviceMinutes: fc.integer({ min: 0, max: 15 }), windows }), {
        minLength: count,
        maxLength: count,
      }),
    }),
  );

/** A generator run to its end. */
export function finished<Result>(search: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** Every order of some places. */
export function* permutations(left: number[]): Generator<number[]> {
  if (left.length === 0) yield [];
  for (const [i, first] of left.entries())
    for (const rest of permutations(left.toSpliced(i, 1))) yield [first, ...rest];
}

/** The place numbers of a journey in the order given. */
export const placesOf = (journey: Journey): number[] => journey.visits.map((_, i) => i + 1);
