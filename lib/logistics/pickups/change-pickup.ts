import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LockedShipment, lockRoute, lockShipments } from "../lock";
import { takeOffRoute } from "../put-on-route";
import { openPickup } from "./ask-pickup";
import { refuseUnfetchable, setCases } from "./cases-to-fetch";
import { lockPickups, refusePickupDay } from "./pickup-day";
import type { changePickupSchema } from "./schema";
import { tellPickup } from "./tell-pickup";

type Seen = { id: string; version: number };
type Left = { id: string; number: string; version: number };
type Found = LockedShipment & { wantedOn: string };

/**
 * Changes a pick-up of the actor's until it is on the road; another day takes it off the route it was put on. Refuses with
 * `not_found`, `stale`, `on_the_road`, `route_fixed`, `same_day` when the practice has another of the new day, and as `askPickup` does.
 */
export async function changePickup(context: Context, input: z.output<typeof changePickupSchema>): Promise<Left> {
  const { tx } = context;
  const practiceId = await practiceOf(tx, input.id);
  await lockPickups(tx, practiceId);
  return tx.withLabRights(async () => {
    const found = await lockOpen(tx, input);
    const moved = found.wantedOn !== input.wantedOn;
    if (moved) await refusePickupDay(context, practiceId, input.wantedOn);
    const other = moved && (await openPickup(tx, practiceId, input.wantedOn, input.id));
    if (other) throw conflict("same_day", `There is a pick-up of that day already, ${other.number}. Change that one.`);
    await refuseUnfetchable(tx, practiceId, await newCases(tx, input), input.id);
    if (moved) await leaveRoute(context, found);
    const row = await tx.row<Left>(sql`
      UPDATE shipments SET wanted_on = ${input.wantedOn}, parcels_expected = ${input.parcels}, note = ${input.note}
      WHERE id = ${input.id} RETURNING id, number, version`);
    await setCases(tx, input.id, input.caseIds);
    await tellPickup(context, { ...found, day: input.wantedOn }, "changed");
    return row as Left;
  });
}

/**
 * Calls a pick-up of the actor's off until it is on the road; it leaves its route. `askAgain` undoes it. Refuses with `not_found`,
 * `stale`, `on_the_road`, `route_fixed`.
 */
export async function callOffPickup(context: Context, seen: Seen): Promise<Left> {
  const { tx } = context;
  await practiceOf(tx, seen.id);
  return tx.withLabRights(async () => {
    const found = await lockOpen(tx, seen);
    await leaveRoute(context, found);
    const row = await tx.row<Left>(
      sql`UPDATE shipments SET status = 'cancelled' WHERE id = ${seen.id} RETURNING id, number, version`,
    );
    await tellPickup(context, { ...found, day: found.wantedOn }, "called_off");
    return row as Left;
  });
}

/**
 * Takes a called-off pick-up of the actor's up again. Refuses with `not_found`, `stale`, `not_called_off`, `same_day` when another of
 * that day was asked for since, and as `askPickup` does.
 */
export async function askAgain(context: Context, seen: Seen): Promise<Left> {
  const { tx } = context;
  const practiceId = await practiceOf(tx, seen.id);
  await lockPickups(tx, practiceId);
  return tx.withLabRights(async () => {
    const found = await lockSeen(tx, seen);
    if (found.status !== "cancelled") throw conflict("not_called_off", `${found.number} is not called off.`);
    await refusePickupDay(context, practiceId, found.wantedOn);
    const other = await openPickup(tx, practiceId, found.wantedOn);
    if (other) throw conflict("same_day", `There is a pick-up of that day already, ${other.number}. Change that one.`);
    await refuseUnfetchable(tx, practiceId, await casesNow(tx, seen.id), seen.id);
    const row = await tx.row<Left>(
      sql`UPDATE shipments SET status = 'ready' WHERE id = ${seen.id} RETURNING id, number, version`,
    );
    await tellPickup(context, { ...found, day: found.wantedOn }, "asked");
    return row as Left;
  });
}

/** The practice of a pick-up, found with the actor's own rights: a practice sees only its own. */
async function practiceOf(tx: Transaction, id: string): Promise<string> {
  const row = await tx.row<{ practiceId: string }>(
    sql`SELECT practice_id AS "practiceId" FROM shipments WHERE id = ${id} AND type = 'pickup'`,
  );
  if (!row) throw notFound("pick-up");
  return row.practiceId;
}

async function lockSeen(tx: Transaction, { id, version }: Seen): Promise<Found> {
  const [shipment] = await lockShipments(tx, [id]);
  const row = await tx.row<{ wantedOn: string }>(sql`SELECT wanted_on AS "wantedOn" FROM shipments WHERE id = ${id}`);
  if (!shipment || !row) throw notFound("pick-up");
  if (shipment.version !== version) throw stale("pick-up");
  return { ...shipment, ...row };
}

/** A pick-up that waits or is on a route which did not start. */
async function lockOpen(tx: Transaction, seen: Seen): Promise<Found> {
  const found = await lockSeen(tx, seen);
  const gone = conflict(
    "on_the_road",
    `The driver is on the way for ${found.number} already, or it is over. Call the lab.`,
  );
  if (found.status !== "ready" && found.status !== "scheduled") throw gone;
  if (found.status === "scheduled" && found.stopId) {
    const stop = await tx.row<{ routeId: string }>(
      sql`SELECT route_id AS "routeId" FROM route_stops WHERE id = ${found.stopId}`,
    );
    if (stop && (await lockRoute(tx, stop.routeId)).status !== "planned") throw gone;
  }
  return found;
}

/** Takes it off its route, if it is on one. Refuses with `route_fixed` when the dispatcher has locked that. */
async function leaveRoute(context: Context, { id, stopId, status }: Found): Promise<void> {
  const { tx } = context;
  if (status !== "scheduled" || !stopId) return;
  const fixed = await tx.row(sql`
    SELECT 1 FROM route_stops st JOIN delivery_routes r ON r.id = st.route_id WHERE st.id = ${stopId} AND r.locked_at IS NOT NULL`);
  if (fixed) throw conflict("route_fixed", "The driver's round is fixed already. Call the lab to change it.");
  await takeOffRoute(context, { shipmentIds: [id] });
}

async function casesNow(tx: Transaction, id: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT case_id AS id FROM pickup_cases WHERE shipment_id = ${id} AND deleted_at IS NULL`,
  );
  return rows.map((row) => row.id);
}

/** What it fetches already stays, whatever became of it. */
async function newCases(tx: Transaction, { id, caseIds }: { id: string; caseIds: string[] }): Promise<string[]> {
  const before = await casesNow(tx, id);
  return caseIds.filter((caseId) => !before.includes(caseId));
}
