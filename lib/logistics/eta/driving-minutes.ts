import type { Transaction } from "@/lib/db/transaction";
import { type Place, travelMinutes } from "../stop-order/travel";

/** How long each way between the known of some places takes, in minutes: reads what is needed once and answers each way from it. */
export async function drivingMinutes(
  _tx: Transaction,
  places: readonly (Place | null)[],
): Promise<(from: Place, to: Place) => number> {
  const known = places.filter((place) => place !== null);
  const minutes = travelMinutes(known);
  return (from, to) => minutes[known.indexOf(from)]?.[known.indexOf(to)] as number;
}
