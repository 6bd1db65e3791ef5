import { setImmediate as nextTurn } from "node:timers/promises";
import { exactOrder } from "./exact-order";
import type { Journey } from "./journey";
import { nearOrder } from "./near-order";

const EXACT_UP_TO = 12;
/** How long the process may be kept from its other work at a stretch. */
const TURN_MS = 12;
/** When the search for a near-optimal order is content with what it has, however slow the machine. */
const ENOUGH_MS = 800;

/**
 * The order of a round's places (numbers from 1) with the least lateness, then the earliest return, and so the least overrun of the
 * shift, then the least driving: exact up to 12 visits, near-optimal above, in less than a second. Lets other work of the
 * process run every few milliseconds meanwhile.
 */
export async function bestOrder(journey: Journey): Promise<number[]> {
  const search = journey.visits.length <= EXACT_UP_TO ? exactOrder(journey) : nearOrder(journey);
  const enough = performance.now() + ENOUGH_MS;
  let turnEnds = performance.now() + TURN_MS;
  for (;;) {
    const { done, value } = search.next();
    if (done || (value && performance.now() > enough)) return value;
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    turnEnds = performance.now() + TURN_MS;
  }
}
