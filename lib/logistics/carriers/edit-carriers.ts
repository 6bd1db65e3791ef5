import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { addCarrierSchema, changeCarrierSchema } from "./schema";

/** Adds a parcel service that the lab works with. Answers its id. Refuses with `carrier_exists` a name that is there already. */
export async function addCarrier(
  { tx }: Context,
  { name, phone, trackingUrl }: z.output<typeof addCarrierSchema>,
): Promise<{ id: string }> {
  const made = await tx.row<{ id: string }>(
    sql`INSERT INTO carriers (name, phone, tracking_url) VALUES (${name}, ${phone}, ${trackingUrl}) RETURNING id`,
  );
  return made as { id: string };
}

/** Changes a parcel service; parcels on their way are followed at the new address at once. Refuses with `not_found`, `carrier_exists`. */
export async function changeCarrier(
  { tx }: Context,
  { id, name, phone, trackingUrl }: z.output<typeof changeCarrierSchema>,
): Promise<{ id: string }> {
  const changed = await tx.execute(
    sql`UPDATE carriers SET name = ${name}, phone = ${phone}, tracking_url = ${trackingUrl} WHERE id = ${id} AND deleted_at IS NULL`,
  );
  if (changed === 0) throw notFound("parcel service");
  return { id };
}

/**
 * Puts a parcel service away; `restoreCarrier` takes it back. Refuses with `not_found`, and with `carrier_in_use` while practices are
 * served by it or shipments of it are not delivered, whose way nobody could follow any more.
 */
export async function archiveCarrier({ tx }: Context, { id }: { id: string }): Promise<{ id: string; name: string }> {
  const { name } = await lockCarrier(tx, id);
  const used = await tx.row<{ practices: number; shipments: number }>(sql`
    SELECT (SELECT count(*)::int FROM practices WHERE carrier_id = ${id}) AS practices,
      (SELECT count(*)::int FROM shipments WHERE carrier_id = ${id} AND status IN ('ready', 'in_transit', 'failed')) AS shipments`);
  const uses = [
    used?.practices ? `${used.practices} ${used.practices === 1 ? "practice is" : "practices are"} served by it` : "",
    used?.shipments
      ? `${used.shipments} ${used.shipments === 1 ? "shipment is" : "shipments are"} under way with it`
      : "",
  ].filter(Boolean);
  if (uses.length > 0) throw conflict("carrier_in_use", `${name} is in use: ${uses.join(" and ")}.`);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE carriers SET deleted_at = now() WHERE id = ${id}`);
  return { id, name };
}

/** Takes a parcel service back that was put away. Refuses with `not_found`, `carrier_exists`. */
export async function restoreCarrier({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  await lockCarrier(tx, id);
  await tx.execute(sql`UPDATE carriers SET deleted_at = NULL WHERE id = ${id}`);
  return { id };
}

async function lockCarrier(tx: Transaction, id: string): Promise<{ name: string }> {
  const found = await tx.row<{ name: string }>(sql`SELECT name FROM carriers WHERE id = ${id} FOR UPDATE`);
  if (!found) throw notFound("parcel service");
  return found;
}
