import { type Journey, minutes, type Visit } from "./journey";

/** A way to stand at a place with some places visited: no other such way is both earlier and less late. */
type Label = { time: number; late: number; place: number; before: Label | null };

/**
 * The order with the least lateness and, of those, the earliest return: dynamic programming over sets of visited places (Held and
 * Karp 1962), keeping per set and place every label that is not dominated, since arriving later may be less late. Answers place
 * numbers from 1. The work doubles with each visit; meant for at most 12.
 */
export function exactOrder(journey: Journey): number[] {
  const { travel, visits, departsAt } = journey;
  const count = visits.length;
  if (count === 0) return [];
  const fronts = new Map<number, Label[]>();
  const key = (set: number, place: number) => set * (count + 1) + place;
  const step = (from: Label, set: number, place: number) => {
    const { window, serviceMinutes } = visits[place - 1] as Visit;
    const arrival = from.time + minutes(travel, from.place, place);
    const beginning = Math.max(arrival, window?.[0] ?? arrival);
    const late = from.late + Math.max(0, beginning - (window?.[1] ?? beginning));
    keep(fronts, key(set, place), { time: beginning + serviceMinutes, late, place, before: from });
  };
  const start: Label = { time: departsAt, late: 0, place: 0, before: null };
  for (let place = 1; place <= count; place++) step(start, 1 << (place - 1), place);
  const full = 2 ** count - 1;
  for (let set = 1; set < full; set++) {
    for (let last = 1; last <= count; last++) {
      for (const label of fronts.get(key(set, last)) ?? []) {
        for (let next = 1; next <= count; next++) {
          if (!(set & (1 << (next - 1)))) step(label, set | (1 << (next - 1)), next);
        }
      }
    }
  }
  let best: { label: Label; backAt: number } | null = null;
  for (let last = 1; last <= count; last++) {
    for (const label of fronts.get(key(full, last)) ?? []) {
      const backAt = label.time + minutes(travel, last, 0);
      if (!best || label.late < best.label.late || (label.late === best.label.late && backAt < best.backAt)) {
        best = { label, backAt };
      }
    }
  }
  const order: number[] = [];
  for (let at = best?.label ?? null; at && at.place > 0; at = at.before) order.unshift(at.place);
  return order;
}

function keep(fronts: Map<number, Label[]>, key: number, label: Label): void {
  const front = fronts.get(key);
  if (!front) {
    fronts.set(key, [label]);
    return;
  }
  if (front.some(({ time, late }) => time <= label.time && late <= label.late)) return;
  fronts.set(key, [...front.filter(({ time, late }) => time < label.time || late < label.late), label]);
}
