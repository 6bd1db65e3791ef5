import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { reckonArrivals } from "./eta/reckon-arrivals";
import { atOpenStop, endRouteWhenDone, type Report, type SeenStop } from "./own-stop";
import { tellCases, tellDispatch } from "./tell";

type Failure = SeenStop & {
  reasonId: string;
  note: string | null;
  /** Back to the lab (unless said), or tried again later on this route. */
  next?: "lab" | "today";
};

/**
 * Records that a stop could not be served, with a reason of the kind `delivery_failure` and what happens next. What was to be handed over
 * or fetched there fails and, unless it is tried again later, comes back to the lab, where the count takes it off the van; a stop where
 * something was handed over or fetched before counts as done, with the reason beside it. A stop that is tried again is put off. Refuses as
 * `atOpenStop` does, and at `reasonId` for a reason of another kind.
 */
export function failDelivery(
  context: Context,
  input: Failure,
  report: Report = {},
): Promise<{ stopId: string; routeDone: boolean }> {
  const { tx } = context;
  const at = report.at ?? new Date();
  return atOpenStop(context, input, report, async ({ route, stop, deliveries, pickups }) => {
    const reason = await tx.row<{ label: string }>(sql`
      SELECT label FROM reasons WHERE id = ${input.reasonId} AND kind = 'delivery_failure'`);
    if (!reason) throw invalid("reasonId", "Choose what went wrong.");
    if (input.next === "today") {
      await tx.execute(sql`
        UPDATE route_stops SET status = 'skipped', failure_reason_id = ${input.reasonId}, failure_note = ${input.note}, arrived_at = NULL WHERE id = ${stop.id}`);
      await reckonArrivals(tx, route.id);
      await tellDispatch(tx, [route.id]);
      return { stopId: stop.id, routeDone: false };
    }
    const failed = [...deliveries, ...pickups].map((shipment) => shipment.id);
    const served = await tx.row(sql`
      SELECT 1 FROM shipments WHERE stop_id = ${stop.id} AND (status = 'delivered' OR (type = 'pickup' AND status = 'in_transit')) LIMIT 1`);
    if (served && failed.length === 0) throw conflict("already_delivered", "Everything here was done already.");
    await tx.execute(sql`
      UPDATE route_stops SET status = ${served ? "delivered" : "failed"}, failure_reason_id = ${input.reasonId}, failure_note = ${input.note},
        arrived_at = coalesce(arrived_at, ${at}), completed_at = ${at} WHERE id = ${stop.id}`);
    await tx.execute(sql`UPDATE shipments SET status = 'failed' WHERE id = ANY(${failed}::uuid[])`);
    const routeDone = await endRouteWhenDone(tx, route.id, at);
    await reckonArrivals(tx, route.id);
    const gone = deliveries.map((shipment) => shipment.id);
    await tellCases(context, gone, "delivery_failed", ({ number }) => ({ number, reason: reason.label }));
    await tellDispatch(tx, [route.id]);
    return { stopId: stop.id, routeDone };
  });
}
