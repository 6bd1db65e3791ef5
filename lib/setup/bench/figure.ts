/** One line of the benchmark: a ratio taken side by side in one run, what it should be, and how far its rounds lay apart. */
export type Figure = { name: string; value: number; target: string; ok: boolean; spread: number };

const rounded = (value: number) => Math.round(value * 1000) / 1000;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * Runs two pieces of work in turn, round after round, and answers the median of the rounds' ratios (first ÷ second).
 * `target` is `<= 1.3` or `>= 0.7`; `spread` is the distance between the quartiles of the ratios. The order alternates, so that
 * neither always finds the caches warm. Each work answers its own cost or speed of one round.
 */
export async function ratio(
  name: string,
  target: string,
  first: () => Promise<number>,
  second: () => Promise<number>,
  rounds = 31,
): Promise<Figure> {
  await first();
  await second();
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = round % 2 ? [await first(), await second()] : [await second(), await first()].reverse();
    ratios.push((a as number) / (b as number));
  }
  const sorted = [...ratios].sort((a, b) => a - b);
  const spread =
    (sorted[Math.floor(sorted.length * 0.75)] as number) - (sorted[Math.floor(sorted.length * 0.25)] as number);
  return figure(name, target, medianOf(ratios), spread);
}

/** A figure that was counted and not timed. */
export function figure(name: string, target: string, value: number, spread = 0): Figure {
  const [sign, bound] = target.split(" ");
  return {
    name,
    value: rounded(value),
    target,
    ok: sign === ">=" ? value >= Number(bound) : value <= Number(bound),
    spread: rounded(spread),
  };
}

/** The mean milliseconds of so many runs, one after the other. */
export async function meanMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let i = 0; i < times; i += 1) await work();
  return (performance.now() - began) / times;
}

/** How many runs a second, with so many under way at once. `work` is given the number of the run. */
export async function perSecond(
  runs: readonly number[],
  concurrency: number,
  work: (run: number) => Promise<unknown>,
): Promise<number> {
  const waiting = [...runs];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) await work(run);
    }),
  );
  return runs.length / ((performance.now() - began) / 1000);
}
