import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { may } from "@/lib/access/actor";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { lockCasesOf, lockRoute, lockShipments } from "../lock";
import { putOnRoute } from "../put-on-route";
import { tellCases, tellDispatch } from "../tell";
import type { rescheduleSchema } from "./schema";
import { tellRescheduled } from "./tell-rescheduled";

type Input = z.output<typeof rescheduleSchema>;
type Plan = { date: string | null; carrier: { id: string; name: string } | null };

/** What was decided: the attempt that follows, and on which lab day if one is fixed. */
export type Rescheduled = { shipmentId: string; number: string; attempt: number; date: string | null };

/**
 * Decides how a shipment whose delivery failed goes on: it is ready again, and, as chosen, put on a planned route, wanted on a day, or
 * given to a carrier or to be collected. What it carries stays packed. The try is counted, each case tells of it, and the practice
 * hears the new day. Refuses with `not_found`, with `not_failed` when somebody decided already, at `way` a pick-up that would go
 * another way than by driver or a route without the right to plan, at `date` a day that is past, and as `putOnRoute` does.
 */
export async function reschedule(context: Context, input: Input): Promise<Rescheduled> {
  const { actor, tx } = context;
  const { shipmentId, way } = input;
  await lockCasesOf(tx, [shipmentId]);
  const [shipment] = await lockShipments(tx, [shipmentId]);
  if (!shipment) throw notFound("shipment");
  if (shipment.status !== "failed")
    throw conflict("not_failed", `${shipment.number} no longer waits for a decision. It now shows how it goes on.`);
  const { isPickup, attempt } = await soFar(tx, shipmentId);
  if (isPickup && (way === "carrier" || way === "collected"))
    throw invalid("way", "A pick-up is fetched by a driver. Choose a route or a day.");
  if (way === "route" && !may(actor, "routes.manage"))
    throw invalid("way", "Planning routes is not yours to do. Choose a day instead.");
  const { date, carrier } = await planOf(context, input);

  await tx.execute(sql`
    INSERT INTO delivery_retries (shipment_id, attempt, stop_id, way, goes_on, carrier_id, decided_by_id)
    VALUES (${shipmentId}, ${attempt}, ${shipment.stopId}, ${way}, ${date}::date, ${carrier?.id ?? null}, ${actor.userId})`);
  await tx.execute(sql`
    UPDATE shipments SET status = 'ready', stop_id = NULL, shipped_at = NULL, wanted_on = coalesce(${date}::date, CASE type WHEN 'pickup' THEN wanted_on END), carrier_id = ${carrier?.id ?? null},
      method = ${way === "carrier" || way === "collected" ? way : "driver"} WHERE id = ${shipmentId}`);
  const next = attempt + 1;
  await tellCases(context, [shipmentId], "delivery_rescheduled", ({ number }) => ({
    number,
    attempt: next,
    way,
    ...(date ? { date } : {}),
    ...(carrier ? { carrier: carrier.name } : {}),
  }));
  await tellRescheduled(context, { shipmentId, attempt: next, way, date, carrier: carrier?.name ?? null });
  if (way === "route") await putOnRoute(context, { shipmentIds: [shipmentId], routeId: input.routeId });
  await tellDispatch(tx);
  return { shipmentId, number: shipment.number, attempt: next, date };
}

/** Whether it fetches, and which attempt it was that failed. */
async function soFar(tx: Transaction, shipmentId: string): Promise<{ isPickup: boolean; attempt: number }> {
  const row = await tx.row<{ isPickup: boolean; attempt: number }>(sql`
    SELECT type = 'pickup' AS "isPickup", 1 + (SELECT count(*) FROM delivery_retries r WHERE r.shipment_id = shipments.id) AS attempt
    FROM shipments WHERE id = ${shipmentId}`);
  if (!row) throw notFound("shipment");
  return row;
}

async function planOf({ actor, tx }: Context, input: Input): Promise<Plan> {
  if (input.way === "route") {
    const { routeDate } = await lockRoute(tx, input.routeId);
    return { date: routeDate, carrier: null };
  }
  if (input.way === "carrier") {
    const carrier = await tx.row<{ id: string; name: string }>(sql`
      SELECT id, name FROM carriers WHERE id = ${input.carrierId} AND deleted_at IS NULL`);
    if (!carrier) throw invalid("carrierId", "This carrier is no longer used. Choose another.");
    return { date: null, carrier };
  }
  if (input.way === "day" && input.date && input.date < labToday(actor.lab.timeZone))
    throw invalid("date", "This day is past. Choose today or a later one.");
  return { date: input.way === "day" ? input.date : null, carrier: null };
}
