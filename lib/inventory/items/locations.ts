import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { LocationInput, OneLocation } from "./schema";

/** A place where stock lies; `lots` counts those of which something lies there, `items` those that usually lie there. */
export type Location = { id: string; name: string; notes: string | null; lots: number; items: number; value: string };

/** The lab's places by name; `value` is what lies there, in the lab's currency. */
export function listLocations(tx: Transaction): Promise<Location[]> {
  return tx.rows<Location>(sql`
    SELECT p.id, p.name, p.notes, coalesce(l.lots, 0) AS lots, coalesce(l.value, 0.00)::text AS value,
      (SELECT count(*)::int FROM inventory_items i WHERE i.location_id = p.id) AS items
    FROM stock_locations p LEFT JOIN (
      SELECT w.location_id, count(*)::int AS lots, round(sum(w.quantity * w.unit_cost), 2) AS value FROM (
        SELECT location_id, on_hand - elsewhere AS quantity, unit_cost FROM lots WHERE on_hand > 0
        UNION ALL SELECT e.location_id, e.quantity, k.unit_cost FROM lot_parts e JOIN lots k ON k.lab_id = e.lab_id AND k.id = e.lot_id WHERE e.quantity > 0
      ) w GROUP BY 1) l ON l.location_id = p.id
    ORDER BY lower(p.name), p.id`);
}

/** The lab's places as choices of a form. */
export const locationChoices = (tx: Transaction) =>
  tx.rows<{ value: string; label: string }>(
    sql`SELECT id AS value, name AS label FROM stock_locations ORDER BY lower(name), id`,
  );

/** Adds a place or renames one. Refuses `not_found` and `location_exists`. */
export async function saveLocation(
  { tx }: Context,
  { locationId, name, notes }: LocationInput,
): Promise<{ locationId: string }> {
  const row = await tx.row<{ id: string }>(
    locationId
      ? sql`UPDATE stock_locations SET name = ${name}, notes = ${notes} WHERE id = ${locationId} RETURNING id`
      : sql`INSERT INTO stock_locations (name, notes) VALUES (${name}, ${notes}) RETURNING id`,
  );
  if (!row) throw notFound("location");
  return { locationId: row.id };
}

/** Puts a place away. Refuses `not_found` and `location_in_use` while a lot lies there or an item belongs there. */
export async function archiveLocation({ tx }: Context, { locationId }: OneLocation): Promise<null> {
  const place = await tx.row<{ name: string }>(
    sql`SELECT name FROM stock_locations WHERE id = ${locationId} FOR UPDATE`,
  );
  if (!place) throw notFound("location");
  const used = await tx.row(sql`
    SELECT FROM lots WHERE location_id = ${locationId} AND on_hand > 0
    UNION ALL SELECT FROM lot_parts WHERE location_id = ${locationId} AND quantity > 0 UNION ALL SELECT FROM inventory_items WHERE location_id = ${locationId} LIMIT 1`);
  if (used) throw conflict("location_in_use", `Something still lies at ${place.name} or belongs there. Move it first.`);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE stock_locations SET deleted_at = now() WHERE id = ${locationId}`);
  return null;
}

/** Brings an archived place back. Refuses `not_found` and `location_exists`. */
export async function restoreLocation({ tx }: Context, { locationId }: OneLocation): Promise<null> {
  await tx.includeDeleted();
  const found = await tx.execute(
    sql`UPDATE stock_locations SET deleted_at = NULL WHERE id = ${locationId} AND deleted_at IS NOT NULL`,
  );
  if (!found) throw notFound("location");
  return null;
}
