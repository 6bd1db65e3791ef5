import { DateTime } from "luxon";
import { dayAfter, instantOf } from "./lab-time";

/** When something is taken, as instants (ISO). */
export type Taken = { startsAt: string; endsAt: string };
export type OpenHours = {
  /** ISO: 1 Monday … 7 Sunday. */
  workingWeekdays: readonly number[];
  /** `HH:MM` of the lab's clocks. */
  opensAt: string;
  closesAt: string;
  /** `YYYY-MM-DD`. */
  closedOn: ReadonlySet<string>;
};
type Wanted = {
  minutes: number;
  /** Nothing before this instant (ISO). */
  notBefore: string;
  /** The first and last day looked at. */
  from: string;
  to: string;
  most: number;
};

const STEP = 15;

/**
 * The next stretches of `minutes` within the lab's hours in which nothing of `taken` (of every person and the room together) lies, at
 * most one beginning per free quarter of an hour and never two that overlap. The clock is the lab's: on the days its clocks change the
 * hours stay where they are.
 */
export function freeSlots(taken: readonly Taken[], hours: OpenHours, wanted: Wanted, zone: string): Taken[] {
  const busy = taken
    .map(({ startsAt, endsAt }) => ({ from: Date.parse(startsAt), to: Date.parse(endsAt) }))
    .toSorted((one, other) => one.from - other.from);
  const length = wanted.minutes * 60_000;
  const found: Taken[] = [];
  for (let day = wanted.from; day <= wanted.to && found.length < wanted.most; day = dayAfter(day)) {
    const weekday = DateTime.fromISO(day, { zone: "utc" }).weekday;
    if (!hours.workingWeekdays.includes(weekday) || hours.closedOn.has(day)) continue;
    const [opens, closes] = [instantOf(day, hours.opensAt, zone), instantOf(day, hours.closesAt, zone)];
    if (!opens || !closes) continue;
    const end = Date.parse(closes);
    let at = onStep(Math.max(Date.parse(opens), Date.parse(wanted.notBefore)));
    while (at + length <= end && found.length < wanted.most) {
      const inTheWay = busy.find(({ from, to }) => from < at + length && to > at);
      if (inTheWay) at = onStep(inTheWay.to);
      else {
        found.push({ startsAt: new Date(at).toISOString(), endsAt: new Date(at + length).toISOString() });
        at += Math.max(length, STEP * 60_000);
      }
    }
  }
  return found;
}

const onStep = (instant: number): number => Math.ceil(instant / (STEP * 60_000)) * STEP * 60_000;
