import type { Context } from "@/lib/access/action";
import { type Sql, sql } from "@/lib/db/sql";

/** How much of a lot lies where: `quantity` is a decimal in its item's unit, above zero. `locationId` is null where no place is noted. */
export type LotPlace = { locationId: string | null; location: string | null; quantity: string };

/** SQL: how much of the lot `l` lies at a place; null for the place means where none is noted. */
export const amountAt = (
  place: Sql,
): Sql => sql`(CASE WHEN l.location_id IS NOT DISTINCT FROM ${place} THEN l.on_hand - l.elsewhere
  ELSE coalesce((SELECT e.quantity FROM lot_parts e WHERE e.lab_id = l.lab_id AND e.lot_id = l.id AND e.location_id = ${place}), 0) END)`;

/** SQL: the places of the lot `l` as a JSON list of LotPlace, its own place first; empty when nothing of it is left. */
export const PLACES = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('locationId', w.location_id, 'location', n.name,
    'quantity', trim_scale(w.quantity)::text) ORDER BY w.is_part, n.name), '[]')
  FROM (SELECT l.location_id, l.on_hand - l.elsewhere AS quantity, false AS is_part
    UNION ALL SELECT e.location_id, e.quantity, true FROM lot_parts e WHERE l.elsewhere > 0 AND e.lab_id = l.lab_id AND e.lot_id = l.id) w
  LEFT JOIN stock_locations n ON n.lab_id = l.lab_id AND n.id = w.location_id WHERE w.quantity > 0)`;

/** SQL: the names of the places of the lot `l`, its own first, for a line of a list; null when none is noted. */
export const PLACE_NAMES = sql`(SELECT string_agg(n.name, ', ' ORDER BY n.id <> l.location_id, n.name) FROM stock_locations n
  WHERE n.lab_id = l.lab_id AND (n.id = l.location_id OR l.elsewhere > 0 AND n.id IN (
    SELECT e.location_id FROM lot_parts e WHERE e.lab_id = l.lab_id AND e.lot_id = l.id AND e.quantity > 0)))`;

/**
 * SQL: where the counter-entry of the movement `t` of the lot `l` belongs: back where it was taken from, or out of where it was put while
 * there is as much there; null leaves it to the database.
 */
export const BACK_TO = sql`(SELECT n.id FROM stock_locations n WHERE n.lab_id = t.lab_id AND n.id = t.location_id
  AND (t.quantity < 0 OR ${amountAt(sql`t.location_id`)} >= t.quantity))`;

type Carried = { lotId: string; from: string | null; to: string; quantity: string };

/**
 * Carries so much of a lot from one place to another, and notes who did. What is on hand stays as it is. The caller has locked the lot
 * and made sure that there is as much; the database refuses otherwise.
 */
export async function carry({ actor, tx }: Context, { lotId, from, to, quantity }: Carried): Promise<void> {
  await tx.execute(sql`
    INSERT INTO lot_moves (lot_id, from_location_id, to_location_id, quantity, moved_by_id)
    VALUES (${lotId}, ${from}::uuid, ${to}, ${quantity}::numeric, ${actor.userId})`);
  await tx.execute(sql`
    UPDATE lot_parts SET quantity = quantity - ${quantity}::numeric WHERE lot_id = ${lotId} AND location_id = ${from}::uuid
      AND EXISTS (SELECT FROM lots l WHERE l.id = ${lotId} AND l.location_id IS DISTINCT FROM ${from}::uuid)`);
  await tx.execute(sql`
    INSERT INTO lot_parts AS p (lot_id, location_id, quantity)
    SELECT l.id, ${to}::uuid, ${quantity}::numeric FROM lots l WHERE l.id = ${lotId} AND l.location_id IS DISTINCT FROM ${to}::uuid
    ON CONFLICT (lab_id, lot_id, location_id) DO UPDATE SET quantity = p.quantity + excluded.quantity`);
}
