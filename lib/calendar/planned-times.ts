import { invalid } from "@/lib/access/errors";
import type { Span } from "./bookings";
import { instantOf } from "./lab-time";

type Entered = { day: string; startsAt: string; endDay: string; endsAt: string };

const LONGEST = 7 * 24 * 60 * 60 * 1000;

/**
 * The instants of times that were entered by the lab's clocks. Refuses at `startsAt` or `endsAt` a time that the clocks leave out in
 * spring, an end that is not after the start, and more than seven days.
 */
export function plannedSpan({ day, startsAt, endDay, endsAt }: Entered, zone: string): Span {
  const from = instantOf(day, startsAt, zone);
  const to = instantOf(endDay, endsAt, zone);
  if (!from) throw invalid("startsAt", `The clocks leave this time out on ${day}.`);
  if (!to) throw invalid("endsAt", `The clocks leave this time out on ${endDay}.`);
  return checkedSpan({ startsAt: from, endsAt: to });
}

/** A span as it is, in UTC; refuses at `endsAt` one that does not end after it starts, or lasts more than seven days. */
export function checkedSpan({ startsAt, endsAt }: Span): Span {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (to <= from) throw invalid("endsAt", "It ends after it starts.");
  if (to - from > LONGEST) throw invalid("endsAt", "At most seven days. Make a series, or several.");
  return { startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() };
}
