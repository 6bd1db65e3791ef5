import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { atOpenStop, endRouteWhenDone } from "./own-stop";
import type { failDeliverySchema } from "./schema";
import { tellCases, tellDispatch } from "./tell";

/**
 * Records that a stop could not be served, with a reason of the kind `delivery_failure`. Its shipments come back to the lab: ready
 * for another route. The route ends with its last stop. Refuses with `not_found`, `route_not_started`, `already_delivered`,
 * `already_failed`, `stop_changed`, and at `reasonId` for a reason of another kind.
 */
export function failDelivery(
  context: Context,
  input: z.output<typeof failDeliverySchema>,
): Promise<{ stopId: string; routeDone: boolean }> {
  const { tx } = context;
  return atOpenStop(context, input.stopId, async ({ route, stop, shipmentIds }) => {
    const reason = await tx.row<{ label: string }>(sql`
      SELECT label FROM reasons WHERE id = ${input.reasonId} AND kind = 'delivery_failure'`);
    if (!reason) throw invalid("reasonId", "Choose what went wrong.");
    await tx.execute(sql`
      UPDATE route_stops SET status = 'failed', failure_reason_id = ${input.reasonId}, failure_note = ${input.note},
        arrived_at = coalesce(arrived_at, clock_timestamp()), completed_at = clock_timestamp() WHERE id = ${stop.id}`);
    await tx.execute(sql`
      UPDATE shipments SET status = 'ready', shipped_at = NULL WHERE id = ANY(${shipmentIds}::uuid[])`);
    const routeDone = await endRouteWhenDone(tx, route.id);
    await tellCases(context, shipmentIds, "delivery_failed", ({ number }) => ({ number, reason: reason.label }));
    await tellDispatch(tx, [route.id]);
    return { stopId: stop.id, routeDone };
  });
}
