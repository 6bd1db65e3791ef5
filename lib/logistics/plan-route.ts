import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import { type OpeningHours, windowOn } from "@/lib/practices/opening-hours";
import { lockRoute, lockStops, mustBePlanned } from "./lock";
import { keepExpected } from "./round";
import type { changeRouteSchema, planRouteSchema } from "./schema";
import { tellDispatch } from "./tell";

/**
 * Plans a route of a day (a lab day, `YYYY-MM-DD`), from when the lab opens to when it closes. Without a name it is called after its driver, else "Route n" of that day.
 * Refuses with `no_such_driver` when the driver is no active driver of the lab, and at `routeDate` a day that is past. Answers its
 * id and name.
 */
export async function planRoute(
  { actor, tx }: Context,
  input: z.output<typeof planRouteSchema>,
): Promise<{ id: string; name: string }> {
  refusePast(actor, input.routeDate);
  const driver = await findDriver(tx, input.driverId);
  const name = input.name || (await nameFor(tx, input.routeDate, driver));
  const row = await tx.row<{ id: string }>(sql`
    INSERT INTO delivery_routes (name, route_date, driver_id, departs_at, shift_ends_at)
    SELECT ${name}, ${input.routeDate}::date, ${input.driverId}::uuid, opens_at, closes_at FROM labs WHERE id = ${actor.lab.id} RETURNING id`);
  const id = row?.id as string;
  await tellDriver(tx, id, input, name);
  await tellDispatch(tx);
  return { id, name };
}

/**
 * Changes a planned route's name, day or driver; another day renews the stops' windows. Refuses with `not_found`, `route_started`,
 * `route_over`, `route_locked`, `no_such_driver`, and at `routeDate` another day that is past.
 */
export async function changeRoute(
  { actor, tx }: Context,
  input: z.output<typeof changeRouteSchema>,
): Promise<{ id: string; name: string }> {
  const route = await lockRoute(tx, input.id);
  mustBePlanned(route);
  if (route.routeDate !== input.routeDate) refusePast(actor, input.routeDate);
  await findDriver(tx, input.driverId);
  const name = input.name || route.name;
  await tx.execute(sql`
    UPDATE delivery_routes SET name = ${name}, route_date = ${input.routeDate}, driver_id = ${input.driverId} WHERE id = ${input.id}`);
  if (route.routeDate !== input.routeDate) {
    await renewWindows(tx, input.id, input.routeDate);
    await keepExpected(tx, actor, input.id);
  }
  await tellDriver(tx, input.id, input, name);
  await tellDispatch(tx, [input.id]);
  return { id: input.id, name };
}

/** A driver hears of a route once for each day it is theirs. */
export async function tellDriver(
  tx: Transaction,
  id: string,
  { routeDate, driverId }: { routeDate: string; driverId?: string | null },
  name: string,
): Promise<void> {
  if (!driverId) return;
  const key = `route:${id}:${routeDate}`;
  const title = `You drive ${name} on ${routeDate}`;
  await notify(tx, { userIds: [driverId] }, { key, type: "assignment", title, href: "/driver" });
}

/**
 * Deletes a route whose stops carry nothing; `restoreRoute` undoes it. Refuses with `not_found`, `route_started`, `route_over`, `route_locked`,
 * `has_stops`.
 */
export async function deleteRoute({ tx }: Context, { id }: { id: string }): Promise<{ id: string; name: string }> {
  const route = await lockRoute(tx, id);
  mustBePlanned(route);
  const stopIds = (await lockStops(tx, id)).map((stop) => stop.id);
  const carried = await tx.row(sql`SELECT 1 FROM shipments WHERE stop_id = ANY(${stopIds}::uuid[]) LIMIT 1`);
  if (carried) throw conflict("has_stops", `“${route.name}” has shipments. Take them off first.`);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE delivery_routes SET deleted_at = now() WHERE id = ${id}`);
  await tellDispatch(tx, [id]);
  return { id, name: route.name };
}

/** Brings a deleted route back. Refuses with `not_found`. */
export async function restoreRoute({ tx }: Context, { id }: { id: string }): Promise<{ id: string; name: string }> {
  await tx.includeDeleted();
  const route = await lockRoute(tx, id);
  await tx.execute(sql`UPDATE delivery_routes SET deleted_at = NULL WHERE id = ${id}`);
  await tellDispatch(tx, [id]);
  return { id, name: route.name };
}

/**
 * Puts the stops of a planned route into the given order, all of them. Refuses with `not_found`, `route_started`, `route_over`,
 * `route_locked`, and with `stops_changed` when the ids are not exactly its stops.
 */
export async function orderStops(
  { actor, tx }: Context,
  { routeId, stopIds }: { routeId: string; stopIds: string[] },
): Promise<{ routeId: string }> {
  mustBePlanned(await lockRoute(tx, routeId));
  const stops = await lockStops(tx, routeId);
  const same = stops.length === stopIds.length && stops.every((stop) => stopIds.includes(stop.id));
  if (!same)
    throw conflict("stops_changed", "The stops of this route changed meanwhile. Look at the new order and try again.");
  await placeStops(tx, stopIds);
  await keepExpected(tx, actor, routeId);
  await tellDispatch(tx, [routeId]);
  return { routeId };
}

/** Numbers stops 1, 2, 3 … in the order of their ids, without two ever sharing a place. */
export async function placeStops(tx: Transaction, stopIds: string[]): Promise<void> {
  await tx.execute(sql`UPDATE route_stops SET position = position + 100000 WHERE id = ANY(${stopIds}::uuid[])`);
  await tx.execute(sql`
    UPDATE route_stops s SET position = o.place FROM unnest(${stopIds}::uuid[]) WITH ORDINALITY o(id, place) WHERE s.id = o.id`);
}

/** Refuses at `routeDate` a lab day that is past. */
export function refusePast({ lab }: Actor, routeDate: string): void {
  if (routeDate < labToday(lab.timeZone)) throw invalid("routeDate", "This day is past. Choose today or a later one.");
}

async function findDriver(tx: Transaction, driverId: string | null): Promise<string | null> {
  if (!driverId) return null;
  const row = await tx.row<{ name: string }>(sql`
    SELECT u.name FROM memberships m JOIN roles r ON r.id = m.role_id JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ${driverId} AND m.status = 'active' AND r.kind = 'driver'`);
  if (!row) throw conflict("no_such_driver", "This driver no longer drives for the lab. Choose another.");
  return row.name;
}

async function nameFor(tx: Transaction, routeDate: string, driver: string | null): Promise<string> {
  if (driver) return driver;
  const row = await tx.row<{ n: number }>(
    sql`SELECT count(*) AS n FROM delivery_routes WHERE route_date = ${routeDate}`,
  );
  return `Route ${(row?.n ?? 0) + 1}`;
}

async function renewWindows(tx: Transaction, routeId: string, routeDate: string): Promise<void> {
  const stops = await tx.rows<{ id: string; hours: OpeningHours | null }>(sql`
    SELECT s.id, p.opening_hours AS hours FROM route_stops s JOIN practices p ON p.id = s.practice_id WHERE s.route_id = ${routeId}`);
  for (const { id, hours } of stops) {
    const window = windowOn(hours, routeDate);
    await tx.execute(sql`
      UPDATE route_stops SET window_from = ${window?.[0] ?? null}, window_to = ${window?.[1] ?? null} WHERE id = ${id}`);
  }
}
