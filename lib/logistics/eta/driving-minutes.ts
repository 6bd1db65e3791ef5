import { waysBetween } from "../planning/ways/ways-between";
import type { Place } from "../stop-order/travel";

/** How long each way between the known of some places takes, in minutes: reads what is needed once and answers each way from it. */
export async function drivingMinutes(places: readonly (Place | null)[]): Promise<(from: Place, to: Place) => number> {
  const known = places.filter((place) => place !== null);
  const { minutes } = await waysBetween(known);
  return (from, to) => minutes[known.indexOf(from)]?.[known.indexOf(to)] as number;
}
