import { beginningAt, type Journey, latenessOf, minutes, type Visit } from "./journey";

/** A way to stand at a place with some places visited: no other such way is as early, as little late and as little driven. */
type Label = { time: number; late: number; driven: number; place: number; before: Label | null };

/**
 * The order with the least lateness, of those the earliest return (hence the least overrun of the shift), of those the least driving:
 * dynamic programming over sets of visited places (Held and Karp 1962), keeping per set and place every label that is not dominated,
 * since arriving later may be less late. Yields nothing now and then, where the caller may let others work; returns place numbers from
 * 1. The work doubles with each visit; meant for at most 12.
 */
export function* exactOrder(journey: Journey): Generator<undefined, number[]> {
  const { travel, visits, departsAt } = journey;
  const count = visits.length;
  if (count === 0) return [];
  const fronts: (Label[] | undefined)[] = new Array(2 ** count * (count + 1));
  const key = (set: number, place: number) => set * (count + 1) + place;
  const step = (from: Label, set: number, place: number) => {
    const { windows, serviceMinutes } = visits[place - 1] as Visit;
    const way = minutes(travel, from.place, place);
    const beginning = beginningAt(windows, from.time + way);
    const late = from.late + latenessOf(windows, beginning);
    const label = { time: beginning + serviceMinutes, late, driven: from.driven + way, place, before: from };
    const at = key(set, place);
    fronts[at] = kept(fronts[at], label);
  };
  const start: Label = { time: departsAt, late: 0, driven: 0, place: 0, before: null };
  for (let place = 1; place <= count; place++) step(start, 1 << (place - 1), place);
  const full = 2 ** count - 1;
  for (let set = 1; set < full; set++) {
    for (let last = 1; last <= count; last++) {
      for (const label of fronts[key(set, last)] ?? []) {
        for (let next = 1; next <= count; next++) {
          if (!(set & (1 << (next - 1)))) step(label, set | (1 << (next - 1)), next);
        }
      }
      fronts[key(set, last)] = undefined;
    }
    if (set % 64 === 0) yield;
  }
  let best: Label | null = null;
  for (let last = 1; last <= count; last++) {
    for (const label of fronts[key(full, last)] ?? []) {
      const way = minutes(travel, last, 0);
      const back = { ...label, time: label.time + way, driven: label.driven + way };
      if (!best || isBetter(back, best)) best = back;
    }
  }
  const order: number[] = [];
  for (let at: Label | null = best; at && at.place > 0; at = at.before) order.unshift(at.place);
  return order;
}

function isBetter(a: Label, b: Label): boolean {
  if (a.late !== b.late) return a.late < b.late;
  if (a.time !== b.time) return a.time < b.time;
  return a.driven < b.driven;
}

const dominates = (a: Label, b: Label) => a.time <= b.time && a.late <= b.late && a.driven <= b.driven;

function kept(front: Label[] | undefined, label: Label): Label[] {
  if (!front) return [label];
  for (const one of front) if (dominates(one, label)) return front;
  const rest = front.filter((one) => !dominates(label, one));
  rest.push(label);
  return rest;
}
