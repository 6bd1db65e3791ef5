import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockRoute, mustBePlanned } from "../lock";
import { tellDispatch } from "../tell";

/**
 * Locks a planned route: nobody who plans can change it until it is unlocked. Refuses with `not_found`, `route_started`, `route_over`,
 * `route_locked` when it is locked already.
 */
export async function lockPlan(
  { actor, tx }: Context,
  { routeId }: { routeId: string },
): Promise<{ routeId: string; name: string }> {
  const route = await lockRoute(tx, routeId);
  mustBePlanned(route);
  await tx.execute(sql`
    UPDATE delivery_routes SET locked_at = clock_timestamp(), locked_by_id = ${actor.userId} WHERE id = ${routeId}`);
  await tellDispatch(tx, [routeId]);
  return { routeId, name: route.name };
}

/** Unlocks a route again. Once it is on the road it stays locked for good: `route_started`, `route_over`. Refuses with `not_found`. */
export async function unlockPlan(
  { tx }: Context,
  { routeId }: { routeId: string },
): Promise<{ routeId: string; name: string }> {
  const route = await lockRoute(tx, routeId);
  mustBePlanned({ ...route, lockedAt: null });
  if (!route.lockedAt) throw conflict("route_not_locked", `“${route.name}” is not locked.`);
  await tx.execute(sql`UPDATE delivery_routes SET locked_at = NULL, locked_by_id = NULL WHERE id = ${routeId}`);
  await tellDispatch(tx, [routeId]);
  return { routeId, name: route.name };
}
