import type { DayFacts, DueShipment } from "./day-facts";
import { numbersOf } from "./day-facts";
import { placeVisits, type Unplaced } from "./place-visits";

/** A practice that the driver should go to and no route of the day goes to: what waits, and why or on which route it would fit. */
export type Waiting = {
  practiceId: string;
  practice: string;
  shipments: DueShipment[];
  /** Cases that are due to ship and not packed yet. */
  dueCases: number;
  why: string;
};

/** A waiting practice's reason in words. `closed` is the name of the closing. */
export const whyWords = (why: Unplaced["why"], closed: string | null): string =>
  ({
    closed: closed === "closed on this weekday" ? "Closed on this weekday." : `Closed: ${closed}.`,
    no_place: "It is not known where it is. Give the practice coordinates, or put it on a route by hand.",
    no_route: "There is no route on this day that could still take it.",
    no_time: "No route can be there while it is open.",
    shift_full: "The shift of every route is full.",
  })[why];

/** Of a day the practices that no open route goes to yet, each with what planning it now would come to. It may ask a road server. */
export async function waitingOn(facts: DayFacts): Promise<Waiting[]> {
  const { routes, demands, minutes } = await numbersOf(facts);
  const { placed, unplaced } = placeVisits(routes, demands, minutes);
  return facts.demands.flatMap(({ practiceId, practice, shipments, dueCases }, i) => {
    const place = placed.find((one) => one.practiceId === practiceId);
    // What goes on a stop that is there already still has to be put on it.
    if (place && !place.isNew && shipments.length === 0) return [];
    const why = unplaced.find((one) => one.practiceId === practiceId)?.why;
    const route = facts.routes.find(({ id }) => id === place?.routeId)?.name;
    const fits = place?.isNew ? `Fits on ${route}${extra(place.extraMinutes)}.` : `${route} goes there already.`;
    return [{ practiceId, practice, shipments, dueCases, why: why ? whyWords(why, demands[i]?.closed ?? null) : fits }];
  });
}

const extra = (minutes: number | null) => (minutes === null ? "" : `, ${minutes} min more`);
