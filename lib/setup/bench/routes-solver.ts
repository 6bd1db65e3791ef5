import type { Journey } from "@/lib/logistics/stop-order/journey";

/**
 * The least cost of a round (10,000 a minute late, 1 a minute until back at the lab) by branch and bound over all orders: a reckoning
 * of its own, which shares nothing with the app's, so that the one checks the other. Meant for at most 12 visits.
 */
export function leastCost({ travel, visits, departsAt }: Journey): number {
  const count = visits.length;
  const way = (a: number, b: number) => (travel[a] as readonly number[])[b] as number;
  // The way into each place is at least its shortest.
  const into = Array.from({ length: count + 1 }, (_, to) =>
    Math.min(
      ...Array.from({ length: count + 1 }, (_, from) => (from === to ? Number.POSITIVE_INFINITY : way(from, to))),
    ),
  );
  const left = new Set(visits.map((_, i) => i + 1));
  let least = Number.POSITIVE_INFINITY;
  const go = (at: number, clock: number, cost: number, rest: number) => {
    if (left.size === 0) {
      least = Math.min(least, cost + clock + way(at, 0) - departsAt);
      return;
    }
    if (cost + clock - departsAt + rest + (into[0] as number) >= least) return;
    for (const next of [...left].sort((a, b) => way(at, a) - way(at, b))) {
      const visit = visits[next - 1];
      if (!visit) continue;
      const arrives = clock + way(at, next);
      const open = visit.windows.find(([, closes]) => closes >= arrives);
      const closed = visit.windows.at(-1)?.[1];
      const begins = open ? Math.max(arrives, open[0]) : arrives;
      const late = !open && closed !== undefined ? arrives - closed : 0;
      left.delete(next);
      const spent = (into[next] as number) + visit.serviceMinutes;
      go(next, begins + visit.serviceMinutes, cost + late * 10_000, rest - spent);
      left.add(next);
    }
  };
  const all = visits.reduce((sum, { serviceMinutes }, i) => sum + serviceMinutes + (into[i + 1] as number), 0);
  go(0, departsAt, 0, all);
  return least;
}
