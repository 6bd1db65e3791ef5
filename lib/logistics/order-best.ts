import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { lockRoute, lockStops, mustBePlanned } from "./lock";
import { placeStops } from "./plan-route";
import { journeyOf } from "./planning/planned-times";
import { keepExpected, roundOf } from "./round";
import { bestOrder } from "./stop-order/best-order";
import { tellDispatch } from "./tell";

/**
 * Puts the stops of a planned route into the order that keeps to the practices' hours, then to the shift, and is back at the lab
 * first. Answers the order from before, which `orderStops` takes to undo it. Refuses with `not_found`, `route_started`,
 * `route_over`, `route_locked`, and with `no_place` when the lab or a practice of the route has no coordinates.
 */
export async function orderBest(
  { actor, tx }: Context,
  { id }: { id: string },
): Promise<{ routeId: string; before: string[]; changed: boolean }> {
  mustBePlanned(await lockRoute(tx, id));
  const before = (await lockStops(tx, id)).map((stop) => stop.id);
  const { plan, placeless } = await roundOf(tx, actor, id);
  if (!plan)
    throw conflict(
      "no_place",
      `It is not known where ${placeless[0]} is. Give it coordinates first, or order the stops by hand.`,
    );
  const order = (await bestOrder(journeyOf(plan))).map((place) => before[place - 1] as string);
  const changed = order.some((stop, i) => stop !== before[i]);
  if (changed) {
    await placeStops(tx, order);
    await keepExpected(tx, actor, id);
    await tellDispatch(tx, [id]);
  }
  return { routeId: id, before, changed };
}
