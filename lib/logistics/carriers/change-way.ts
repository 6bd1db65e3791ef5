import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockPractice } from "@/lib/practices/load";
import { lockShipments } from "../lock";
import { tellDispatch } from "../tell";
import type { changeWaySchema, practiceWaySchema } from "./schema";
import { checkedWay } from "./way";

/** Says how a practice's shipments usually go; those packed already keep their way. Refuses with `not_found`, and at `carrierId`. */
export async function setPracticeWay(
  { tx }: Context,
  { practiceId, ...way }: z.output<typeof practiceWaySchema>,
): Promise<{ id: string }> {
  await lockPractice(tx, practiceId);
  const { method, carrierId } = await checkedWay(tx, way);
  await tx.execute(
    sql`UPDATE practices SET delivery_method = ${method}, carrier_id = ${carrierId} WHERE id = ${practiceId}`,
  );
  await announce(tx, ["practices"]);
  return { id: practiceId };
}

/**
 * Sends a shipment that is still in the lab and on no route another way. Refuses with `not_found`, `stale`, `not_ready` (on a route,
 * handed over or a pick-up), and at `carrierId`.
 */
export async function changeWay(
  { tx }: Context,
  { id, version, ...way }: z.output<typeof changeWaySchema>,
): Promise<{ id: string; version: number }> {
  const [shipment] = await lockShipments(tx, [id]);
  const packed = await tx.row(sql`SELECT 1 FROM shipments WHERE id = ${id} AND type = 'delivery'`);
  if (!shipment || !packed) throw notFound("shipment");
  if (shipment.status !== "ready")
    throw conflict("not_ready", `${shipment.number} is on a route or gone. Take it off the route first.`);
  if (shipment.version !== version) throw stale("shipment");
  const { method, carrierId } = await checkedWay(tx, way);
  const row = await tx.row<{ version: number }>(sql`
    UPDATE shipments SET method = ${method}, carrier_id = ${carrierId}, stop_id = CASE ${method}::text WHEN 'driver' THEN stop_id END
    WHERE id = ${id} RETURNING version`);
  await tellDispatch(tx);
  return { id, version: row?.version as number };
}
