import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockRoute, lockStops, mustBePlanned } from "../lock";
import { keepExpected } from "../round";
import { tellDispatch } from "../tell";
import type { routeTimesSchema, serviceMinutesSchema } from "./schema";

/**
 * Sets when a planned route leaves and when its driver should be back, clocks of the lab's day. Refuses
 * with `not_found`, `route_started`, `route_over`, `route_locked`.
 */
export async function setTimes(
  { actor, tx }: Context,
  { routeId, departsAt, shiftEndsAt }: z.output<typeof routeTimesSchema>,
): Promise<{ routeId: string }> {
  mustBePlanned(await lockRoute(tx, routeId));
  await tx.execute(sql`
    UPDATE delivery_routes SET departs_at = ${departsAt}, shift_ends_at = ${shiftEndsAt} WHERE id = ${routeId}`);
  await keepExpected(tx, actor, routeId);
  await tellDispatch(tx, [routeId]);
  return { routeId };
}

/** Sets how long a stop of a planned route takes, in minutes. Refuses with `not_found`, `route_started`, `route_over`, `route_locked`. */
export async function setServiceMinutes(
  { actor, tx }: Context,
  { stopId, minutes }: z.output<typeof serviceMinutesSchema>,
): Promise<{ routeId: string }> {
  const stop = await tx.row<{ routeId: string }>(
    sql`SELECT route_id AS "routeId" FROM route_stops WHERE id = ${stopId}`,
  );
  if (!stop) throw notFound("stop");
  mustBePlanned(await lockRoute(tx, stop.routeId));
  if (!(await lockStops(tx, stop.routeId)).some(({ id }) => id === stopId)) throw notFound("stop");
  await tx.execute(sql`UPDATE route_stops SET service_minutes = ${minutes} WHERE id = ${stopId}`);
  await keepExpected(tx, actor, stop.routeId);
  await tellDispatch(tx, [stop.routeId]);
  return { routeId: stop.routeId };
}
