import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";
import { lockRoute, lockShipments, lockStops } from "../lock";
import type { Report } from "../own-stop";
import { tellDispatch } from "../tell";
import { onVan, type VanParcel, writeCustody } from "./custody";

export type Counted = {
  routeId: string;
  /** Codes that came back undelivered, were handed in, should have been there, and should not. */
  returned: string[];
  handedIn: string[];
  missing: string[];
  unexpected: string[];
};

/**
 * The count at the lab that ends a route: what was not delivered is back, what was fetched is in, and what should be on the van and is not
 * stays on it in the books and is told to the dispatchers at once. A pick-up is in only when every parcel of it is; one of which something
 * is missing waits for `settleMissing`. Refuses with `not_found`, `route_not_started`, `route_over`, and
 * with `stops_open` while a stop is still to do.
 */
export async function countVan(
  { actor, tx }: Context,
  { routeId, parcelIds }: { routeId: string; parcelIds: string[] },
  { at = new Date() }: Report = {},
): Promise<Counted> {
  if (!(await tx.row(sql`SELECT 1 FROM delivery_routes WHERE id = ${routeId}`))) throw notFound("route");
  return tx.withLabRights(async () => {
    const fetched = [...new Set((await onVan(tx, routeId)).map((parcel) => parcel.shipmentId))];
    await lockShipments(tx, fetched);
    const route = await lockRoute(tx, routeId);
    if (route.status === "planned") throw conflict("route_not_started", "Start the route first.");
    if (route.status !== "in_progress") throw conflict("route_over", "This route is over.");
    const open = (await lockStops(tx, routeId)).filter(({ status }) => status !== "delivered" && status !== "failed");
    if (open.length > 0) throw conflict("stops_open", "There are stops still to do. Finish them before the count.");

    const expected = await onVan(tx, routeId);
    const there = (parcel: VanParcel) => parcelIds.includes(parcel.id);
    const back = expected.filter((parcel) => there(parcel) && parcel.origin === "delivery");
    const handedIn = expected.filter((parcel) => there(parcel) && parcel.origin === "pickup");
    const missing = expected.filter((parcel) => !there(parcel));
    await writeCustody(tx, back, { kind: "returned", at });
    await writeCustody(tx, handedIn, { kind: "unloaded", at, note: "Handed in at the lab" });
    const short = new Set(missing.map((parcel) => parcel.shipmentId));
    const whole = handedIn.map((parcel) => parcel.shipmentId).filter((id) => !short.has(id));
    await tx.execute(sql`
      UPDATE shipments SET status = 'delivered', delivered_at = ${at}, received_by = ${actor.name}
      WHERE id = ANY(${whole}::uuid[]) AND type = 'pickup' AND status = 'in_transit'`);
    await tx.execute(sql`UPDATE delivery_routes SET status = 'completed', completed_at = ${at} WHERE id = ${routeId}`);
    const known = new Set(expected.map((parcel) => parcel.id));
    const counted = {
      routeId,
      returned: back.map((parcel) => parcel.code),
      handedIn: handedIn.map((parcel) => parcel.code),
      missing: missing.map((parcel) => parcel.code),
      unexpected: await codesOf(
        tx,
        parcelIds.filter((id) => !known.has(id)),
      ),
    };
    await tellOfMismatch(tx, actor.name, counted);
    await tellDispatch(tx, [routeId]);
    return counted;
  });
}

async function codesOf(tx: Transaction, ids: string[]): Promise<string[]> {
  const rows = await tx.rows<{ code: string }>(
    sql`SELECT code FROM parcels WHERE id = ANY(${ids}::uuid[]) ORDER BY code`,
  );
  return rows.map((row) => row.code);
}

async function tellOfMismatch(tx: Transaction, driver: string, { routeId, missing, unexpected }: Counted) {
  if (missing.length + unexpected.length === 0) return;
  const parts = [
    missing.length > 0 && `Not on the van: ${missing.join(", ")}.`,
    unexpected.length > 0 && `On the van though not expected: ${unexpected.join(", ")}.`,
  ];
  await notify(
    tx,
    { permission: "routes.manage" },
    {
      key: `count:${routeId}`,
      type: "alert",
      priority: "high",
      title: `The count of ${driver}'s van does not add up`,
      body: parts.filter(Boolean).join(" "),
      href: `/routes/${routeId}`,
    },
  );
}
