import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { finishDelivery } from "@/lib/workflow/deliver";
import { tryInsArrived } from "@/lib/workflow/try-in";
import { atOpenStop, endRouteWhenDone } from "./own-stop";
import type { confirmDeliverySchema } from "./schema";
import { tellCases, tellDispatch } from "./tell";

type Confirmed = { stopId: string; routeDone: boolean };

/**
 * Hands over everything on board for a stop: who received it and their signature are kept as proof, the items count as delivered in the
 * lab's books (which drafts the invoices), those of a try-in as arrived, and the route ends with its last stop. A driver confirms stops of their own routes only.
 * Refuses with `not_found`, `route_not_started`, `already_delivered`, `already_failed`, `stop_changed`, `nothing_on_board`.
 */
export function confirmDelivery(context: Context, input: z.output<typeof confirmDeliverySchema>): Promise<Confirmed> {
  const { tx } = context;
  const { receiver, signature } = input;
  return atOpenStop(context, input.stopId, async ({ route, stop, shipmentIds, itemIds }) => {
    if (itemIds.length === 0) throw conflict("nothing_on_board", "Nothing is on board for this stop.");
    const tryIns = await tryInsArrived(context, shipmentIds);
    const final = itemIds.filter((id) => !tryIns.includes(id));
    if (final.length > 0) await finishDelivery(context, { itemIds: final });
    await tx.execute(sql`
      UPDATE shipments SET status = 'delivered', delivered_at = clock_timestamp(), received_by = ${receiver}
      WHERE id = ANY(${shipmentIds}::uuid[])`);
    await tx.execute(sql`
      UPDATE route_stops SET status = 'delivered', arrived_at = coalesce(arrived_at, clock_timestamp()), completed_at = clock_timestamp()
      WHERE id = ${stop.id}`);
    await tx.execute(sql`
      INSERT INTO stop_proofs (stop_id, purpose, person_name, signature, happened_at)
      VALUES (${stop.id}, 'delivery', ${receiver}, ${JSON.stringify(signature)}, clock_timestamp())`);
    const routeDone = await endRouteWhenDone(tx, route.id);
    await tellCases(context, shipmentIds, "delivered", ({ number }) => ({ number, receiver }));
    await tellDispatch(tx, [route.id]);
    return { stopId: stop.id, routeDone };
  });
}
