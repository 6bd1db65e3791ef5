import { exactOrder } from "./exact-order";
import type { Journey } from "./journey";
import { nearOrder } from "./near-order";

const EXACT_UP_TO = 12;

/**
 * The order of a round's places (numbers from 1) with the least lateness and then the earliest return: exact up to 12 visits,
 * near-optimal above.
 */
export const bestOrder = (journey: Journey): number[] =>
  journey.visits.length <= EXACT_UP_TO ? exactOrder(journey) : nearOrder(journey);
