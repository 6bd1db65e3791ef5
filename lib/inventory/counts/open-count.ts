import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { amountAt } from "../lots/places";
import type { OpenCountInput } from "./schema";

/**
 * Opens a stock-taking of a place, a category, both or everything, and freezes what the books expect of each lot that is there; of a lot
 * that lies in several places a count of one of them counts what lies there. Refuses
 * `nothing_to_count`, and `being_counted` when another open count has one of the lots.
 */
export async function openCount(
  { actor, tx }: Context,
  { name, locationId, category, notes }: OpenCountInput,
): Promise<{ countId: string }> {
  const count = await tx.row<{ id: string }>(sql`
    INSERT INTO stock_counts (name, location_id, category, notes, opened_by_id)
    VALUES (${name}, ${locationId}, ${category}, ${notes}, ${actor.userId}) RETURNING id`);
  const lots = await tx.execute(sql`
    INSERT INTO stock_count_lines (count_id, lot_id, location_id, expected, unit_cost)
    SELECT ${count?.id}::uuid, l.id, ${locationId}::uuid, a.amount, coalesce(l.unit_cost, i.unit_cost)
    FROM lots l JOIN inventory_items i ON i.lab_id = l.lab_id AND i.id = l.inventory_item_id
    CROSS JOIN LATERAL (SELECT ${locationId ? amountAt(sql`${locationId}::uuid`) : sql`l.on_hand`} AS amount) a
    WHERE l.on_hand > 0 AND a.amount > 0 AND (${category}::text IS NULL OR i.category = ${category}::text)
    ORDER BY l.id`);
  if (lots === 0) throw conflict("nothing_to_count", "The books have nothing there. Choose another place or category.");
  await announce(tx, ["stock-counts"]);
  return { countId: count?.id as string };
}
