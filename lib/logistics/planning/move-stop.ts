import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LockedRoute, lockCasesOf, lockRoute, lockShipments, lockStops, mustBePlanned } from "../lock";
import { placeStops } from "../plan-route";
import { removeStops } from "../put-on-route";
import { keepExpected } from "../round";
import { tellCases, tellDispatch } from "../tell";
import type { moveStopSchema } from "./schema";

type Moved = { stopId: string; from: { id: string; position: number }; to: { id: string; name: string } };

/**
 * Moves a stop with all it carries from one planned route to another of the same day, to a place among its stops or the end; where that
 * route goes to the practice already, the shipments join its stop. Answers where the stop was, for undoing it. Refuses with
 * `not_found`, `other_day`, `same_route`, `route_started`, `route_over`, `route_locked`, and `stops_changed` when what it
 * carries changed at this moment.
 */
export async function moveStop(
  context: Context,
  { stopId, toRouteId, position }: z.output<typeof moveStopSchema>,
): Promise<Moved> {
  const { actor, tx } = context;
  const seen = await tx.row<{ routeId: string }>(
    sql`SELECT route_id AS "routeId" FROM route_stops WHERE id = ${stopId}`,
  );
  if (!seen) throw notFound("stop");
  const shipmentIds = await carriedBy(tx, stopId);
  await lockCasesOf(tx, shipmentIds);
  await lockShipments(tx, shipmentIds);
  const { from, to } = await lockBoth(tx, seen.routeId, toRouteId);
  const stops = await lockStops(tx, from.id);
  const stop = stops.find(({ id }) => id === stopId);
  if (!stop || String(await carriedBy(tx, stopId)) !== String(shipmentIds))
    throw conflict("stops_changed", "This stop changed at this moment. Look at it and try again.");
  const there = await lockStops(tx, to.id);
  const same = there.find(({ practiceId }) => practiceId === stop.practiceId);
  if (same) {
    await tx.execute(sql`UPDATE shipments SET stop_id = ${same.id} WHERE id = ANY(${shipmentIds}::uuid[])`);
    await removeStops(tx, from.id, [stopId]);
  } else {
    const order = there.map(({ id }) => id).toSpliced((position ?? there.length + 1) - 1, 0, stopId);
    await tx.execute(sql`UPDATE route_stops SET route_id = ${to.id}, position = 50000 WHERE id = ${stopId}`);
    await placeStops(tx, order);
    await placeStops(
      tx,
      stops.map(({ id }) => id).filter((id) => id !== stopId),
    );
  }
  for (const { id } of [from, to]) await keepExpected(tx, actor, id);
  await tellCases(context, shipmentIds, "put_on_route", ({ number }) => ({
    number,
    route: to.name,
    date: to.routeDate,
  }));
  await tellDispatch(tx, [from.id, to.id]);
  return {
    stopId: same?.id ?? stopId,
    from: { id: from.id, position: stop.position },
    to: { id: to.id, name: to.name },
  };
}

async function lockBoth(
  tx: Transaction,
  fromId: string,
  toId: string,
): Promise<{ from: LockedRoute; to: LockedRoute }> {
  if (fromId === toId) throw conflict("same_route", "The stop is on this route already.");
  const routes = new Map<string, LockedRoute>();
  for (const id of [fromId, toId].sort()) routes.set(id, await lockRoute(tx, id));
  const [from, to] = [routes.get(fromId) as LockedRoute, routes.get(toId) as LockedRoute];
  mustBePlanned(from);
  mustBePlanned(to);
  if (from.routeDate !== to.routeDate)
    throw conflict("other_day", `“${to.name}” is of another day. Take the shipments off and put them on it instead.`);
  return { from, to };
}

async function carriedBy(tx: Transaction, stopId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM shipments WHERE stop_id = ${stopId} AND deleted_at IS NULL ORDER BY id`);
  return rows.map(({ id }) => id);
}
