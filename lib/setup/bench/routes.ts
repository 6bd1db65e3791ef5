import { bestOrder } from "@/lib/logistics/stop-order/best-order";
import { type Journey, timetable, type Visit } from "@/lib/logistics/stop-order/journey";
import { TSPLIB } from "@/lib/logistics/stop-order/testing/tsplib";
import { type Figure, figure } from "./figure";
import { leastCost } from "./routes-solver";

/** Numbers in [0, 1) that are the same on every run (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A round about a town of an hour across; every other visit has hours, every fourth a lunch break. */
function townRound(visits: number, seed: number): Journey {
  const chance = sequence(seed);
  const places = Array.from({ length: visits + 1 }, () => [chance() * 60, chance() * 60] as const);
  const travel = places.map(([x, y]) => places.map(([u, v]) => Math.round(Math.hypot(x - u, y - v))));
  const visit = (n: number): Visit => {
    const opens = 480 + Math.floor(chance() * 120);
    const windows =
      n % 4 === 0
        ? ([
            [opens, 720],
            [780, 1020],
          ] as const)
        : n % 2 === 0
          ? ([[opens, opens + 240]] as const)
          : [];
    return { serviceMinutes: 5, windows };
  };
  return { travel, visits: Array.from({ length: visits }, (_, n) => visit(n)), departsAt: 480, shiftEndsAt: 1020 };
}

const worth = (journey: Journey, order: number[]) => {
  const { lateMinutes, backAt } = timetable(journey, order);
  return lateMinutes * 10_000 + (backAt - journey.departsAt);
};

/** The mean of cost ÷ least cost over rounds of up to 12 visits, against a solver of its own that knows nothing of the app's. */
async function smallRounds(): Promise<Figure> {
  const ratios: number[] = [];
  for (let seed = 1; seed <= 24; seed += 1) {
    const journey = townRound(5 + (seed % 8), seed);
    ratios.push(worth(journey, await bestOrder(journey)) / leastCost(journey));
  }
  const worst = Math.max(...ratios);
  return figure("route length / optimum, up to 12 stops", "<= 1", worst, worst - Math.min(...ratios));
}

async function publicRounds(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, travel, optimum } of TSPLIB) {
    const visits = travel.slice(1).map(() => ({ serviceMinutes: 0, windows: [] }));
    const journey = { travel, visits, departsAt: 0 };
    const { backAt } = timetable(journey, await bestOrder(journey));
    figures.push(figure(`route length / optimum, ${name} of TSPLIB`, "<= 1.02", backAt / optimum));
  }
  return figures;
}

async function sixtyStops(): Promise<Figure> {
  const seconds: number[] = [];
  for (let seed = 1; seed <= 3; seed += 1) {
    const began = performance.now();
    await bestOrder(townRound(60, seed));
    seconds.push((performance.now() - began) / 1000);
  }
  return figure("seconds to order 60 stops", "<= 1", Math.max(...seconds), Math.max(...seconds) - Math.min(...seconds));
}

/** How near the best the app orders the stops of a round, and how long it takes for 60. */
export async function routeFigures(): Promise<Figure[]> {
  return [await smallRounds(), ...(await publicRounds()), await sixtyStops()];
}
