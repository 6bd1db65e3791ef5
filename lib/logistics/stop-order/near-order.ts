import { beginningAt, type Journey } from "./journey";

/** How many visits may be looked at in all: about a third of a second of work, whatever the round. */
const EFFORT = 25_000_000;
/** A step is tried only when it brings a place beside one of its nearest. */
const NEAREST = 9;
/** Lateness outweighs any way home, and a way home any driving saved while waiting. */
const LATE = 1_000_000;
const DRIVEN = 0.001;

/**
 * A near-optimal order for many visits: from the nearest place to the next, then an iterated local search (Lourenço, Martin and
 * Stützle 2003) whose steps reverse a stretch (2-opt) or move up to three places, turned or not (Or-opt), and which shakes the
 * best order with a double bridge until its effort is spent. The same journey always gives the same order. Yields the best order so far between
 * two shakes, where the caller may let others work or stop; returns the best found. Place numbers are from 1.
 */
export function* nearOrder(journey: Journey): Generator<number[], number[]> {
  const search = new Search(journey);
  const chance = sequence(journey.visits.length);
  let best = search.nearestNext();
  let bestCost = search.improve(best);
  while (search.effort < EFFORT && best.length > 3) {
    yield best;
    const tried = bridged(best, chance);
    const cost = search.improve(tried);
    if (cost < bestCost - 1e-9) [best, bestCost] = [tried, cost];
  }
  return best;
}

const ANY_TIME = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

class Search {
  /** Visits looked at so far. */
  effort = 0;
  private readonly places: number;
  private readonly travel: Float64Array;
  /** The windows of place n are those from `first[n]` to before `first[n + 1]`. */
  private readonly first: Int32Array;
  private readonly opens: Float64Array;
  private readonly closes: Float64Array;
  private readonly serves: Float64Array;
  /** 1 where the second place is among the nearest of the first, or the lab is one of them. */
  private readonly near: Uint8Array;
  private readonly tried: number[];
  /** How the order being bettered stands when it leaves for its n-th visit, so that a step is reckoned from where it changes. */
  private readonly leaves: Float64Array;
  private readonly lates: Float64Array;
  private readonly drives: Float64Array;

  constructor(private readonly journey: Journey) {
    const { visits, travel } = journey;
    this.places = visits.length + 1;
    this.travel = Float64Array.from(travel.flat());
    const windows = visits.map((visit) => (visit.windows.length > 0 ? visit.windows : [ANY_TIME]));
    this.first = Int32Array.from([0, 0, ...windows.map((_, i) => windows.slice(0, i + 1).flat().length)]);
    this.opens = Float64Array.from(windows.flat().map(([from]) => from));
    this.closes = Float64Array.from(windows.flat().map(([, to]) => to));
    this.serves = Float64Array.from([0, ...visits.map(({ serviceMinutes }) => serviceMinutes)]);
    this.near = new Uint8Array(this.places ** 2);
    for (let from = 0; from < this.places; from++) {
      const byWay = Array.from({ length: this.places }, (_, to) => to).sort(
        (a, b) => this.way(from, a) - this.way(from, b),
      );
      for (const to of byWay.slice(0, NEAREST + 1)) this.near[from * this.places + to] = 1;
      this.near[from * this.places] = this.near[from] = 1;
    }
    this.tried = new Array(visits.length);
    [this.leaves, this.lates, this.drives] = [0, 0, 0].map(() => new Float64Array(this.places + 1)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
  }

  /** From the lab always to the place where the next visit can begin first. */
  nearestNext(): number[] {
    const left = new Set(this.journey.visits.map((_, i) => i + 1));
    const order: number[] = [];
    let [place, time] = [0, this.journey.departsAt];
    const begins = (next: number) =>
      beginningAt(this.journey.visits[next - 1]?.windows ?? [], time + this.way(place, next));
    while (left.size > 0) {
      const next = [...left].reduce((a, b) => (begins(b) < begins(a) ? b : a));
      time = begins(next) + (this.serves[next] as number);
      left.delete(next);
      order.push(next);
      place = next;
    }
    return order;
  }

  /** Betters an order in place until no step helps; answers what it costs then: the time back at the lab, lateness first. */
  improve(order: number[]): number {
    let cost = this.keep(order);
    for (let before = Number.POSITIVE_INFINITY; cost < before; ) {
      before = cost;
      cost = this.reverseStretches(order, cost);
      for (let length = 1; length <= 3; length++) cost = this.moveStretches(order, length, cost);
    }
    return cost;
  }

  private reverseStretches(order: number[], enough: number): number {
    let cost = enough;
    for (let i = 0; i < order.length - 1; i++) {
      for (let j = i + 1; j < order.length; j++) {
        if (!this.beside(order[i - 1], order[j]) && !this.beside(order[i], order[j + 1])) continue;
        reverse(order, i, j);
        const tried = this.cost(order, cost, i);
        if (tried < cost - 1e-9) cost = this.keep(order);
        else reverse(order, i, j);
      }
    }
    return cost;
  }

  private moveStretches(order: number[], length: number, enough: number): number {
    let cost = enough;
    for (let from = 0; from + length <= order.length; from++) {
      const [first, last] = [order[from], order[from + length - 1]];
      for (let to = 0; to + length <= order.length; to++) {
        if (to === from) continue;
        const [left, right] = to < from ? [order[to - 1], order[to]] : [order[to + length - 1], order[to + length]];
        for (const turned of length === 1 ? [false] : [false, true]) {
          if (!this.beside(left, turned ? last : first) && !this.beside(turned ? first : last, right)) continue;
          this.move(order, from, length, to, turned);
          const tried = this.cost(this.tried, cost, Math.min(from, to));
          if (tried >= cost - 1e-9) continue;
          for (let i = 0; i < order.length; i++) order[i] = this.tried[i] as number;
          cost = this.keep(order);
        }
      }
    }
    return cost;
  }

  /** Writes into `tried` the order with a stretch taken out and put back so that it begins at `to`. */
  private move(order: readonly number[], from: number, length: number, to: number, turned: boolean): void {
    for (let i = 0, rest = 0; i < order.length; i++) {
      if (rest === from) rest += length;
      const inside = i - to;
      if (inside >= 0 && inside < length) {
        this.tried[i] = order[turned ? from + length - 1 - inside : from + inside] as number;
      } else this.tried[i] = order[rest++] as number;
    }
  }

  private beside(a = 0, b = 0): boolean {
    return this.near[a * this.places + b] === 1;
  }

  /** What an order costs, remembering how it stands at each of its visits. */
  private keep(order: readonly number[]): number {
    this.leaves[0] = this.journey.departsAt;
    return this.cost(order, Number.POSITIVE_INFINITY, 0, true);
  }

  /** What an order costs that is as the kept one before `from`. Stops counting once it is beyond `enough`. */
  private cost(order: readonly number[], enough: number, from: number, keep = false): number {
    let place = from === 0 ? 0 : (order[from - 1] as number);
    let time = this.leaves[from] as number;
    let late = this.lates[from] as number;
    let driven = this.drives[from] as number;
    for (let i = from; i < order.length; i++) {
      const next = order[i] as number;
      const way = this.travel[place * this.places + next] as number;
      const arrival = time + way;
      const last = (this.first[next + 1] as number) - 1;
      let window = this.first[next] as number;
      while (window < last && arrival > (this.closes[window] as number)) window++;
      const begins = Math.max(arrival, this.opens[window] as number);
      late += Math.max(0, begins - (this.closes[window] as number));
      time = begins + (this.serves[next] as number);
      driven += way;
      place = next;
      this.effort++;
      if (keep) [this.leaves[i + 1], this.lates[i + 1], this.drives[i + 1]] = [time, late, driven];
      else if (late * LATE + time > enough) return Number.POSITIVE_INFINITY;
    }
    const home = this.way(place, 0);
    return late * LATE + time + home + (driven + home) * DRIVEN;
  }

  private way(from: number, to: number): number {
    return this.travel[from * this.places + to] as number;
  }
}

function reverse(order: number[], from: number, to: number): void {
  for (let i = from, j = to; i < j; i++, j--) {
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
}

/** Cuts a part of the order in four and swaps the middle two: a step that the search itself cannot undo. */
function bridged(order: readonly number[], chance: () => number): number[] {
  const size = Math.min(order.length, 30);
  const start = Math.floor(chance() * (order.length - size + 1));
  const cuts = [chance(), chance(), chance()].map((c) => start + Math.floor(c * (size + 1))).sort((a, b) => a - b);
  const [a, b, c] = cuts as [number, number, number];
  return [...order.slice(0, a), ...order.slice(b, c), ...order.slice(a, b), ...order.slice(c)];
}

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
