import type { World } from "./world";

/** An item as the seeds made it: its main lot, what a unit costs and where it lies (the place's position). */
export type StockedItem = { id: string; lotId: string; cost: string; place: number };

/** Two stock-takings: one approved ten days ago with its differences booked, and one open in which half is counted. */
export async function seedCounts(
  { owner, people }: World,
  places: readonly string[],
  items: readonly StockedItem[],
): Promise<void> {
  const open = async (name: string, place: number, daysAgo: number) => {
    const made = await owner.query<{ id: string }>(
      `INSERT INTO stock_counts (name, location_id, opened_by_id, created_at, notes)
       VALUES ($1, $2, $3, now() - make_interval(days => $4), 'Every drawer, also the opened packs.') RETURNING id`,
      [name, places[place], people.byRole.staff, daysAgo],
    );
    return made.rows[0]?.id as string;
  };
  const countLine = async (countId: string, { lotId }: StockedItem, difference: number | null, daysAgo: number) => {
    const line = await owner.query<{ id: string }>(
      `INSERT INTO stock_count_lines (count_id, lot_id, expected, unit_cost, counted, booked)
       SELECT $1, id, on_hand, unit_cost, on_hand + $3::numeric, CASE WHEN $3::numeric IS NOT NULL THEN on_hand END FROM lots WHERE id = $2 RETURNING id`,
      [countId, lotId, difference],
    );
    const lineId = line.rows[0]?.id as string;
    if (difference !== null)
      await owner.query(
        `INSERT INTO stock_count_entries (line_id, round, quantity, by_scan, counted_by_id, created_at)
         SELECT id, 1, counted, true, $2, now() - make_interval(days => $3) FROM stock_count_lines WHERE id = $1`,
        [lineId, people.byRole.technician, daysAgo],
      );
    return lineId;
  };

  const done = await open("Main store, autumn", 0, 10);
  for (const [i, item] of items.filter(({ place }) => place === 0).entries()) {
    const difference = [-0.5, 0, 12][i] ?? 0;
    const lineId = await countLine(done, item, difference, 10);
    if (difference === 0) continue;
    const booked = await owner.query<{ id: string }>(
      `INSERT INTO inventory_transactions (inventory_item_id, lot_id, type, quantity, reason, recorded_by_id, occurred_at)
       VALUES ($1, $2, 'adjustment', $3, 'Counted: Main store, autumn', $4, now() - make_interval(days => 10)) RETURNING id`,
      [item.id, item.lotId, difference, people.byRole.manager],
    );
    await owner.query("UPDATE stock_count_lines SET transaction_id = $1 WHERE id = $2", [booked.rows[0]?.id, lineId]);
  }
  await owner.query(
    "UPDATE stock_counts SET status = 'approved', closed_by_id = $2, closed_at = created_at + interval '3 hours' WHERE id = $1",
    [done, people.byRole.manager],
  );
  await owner.query("UPDATE stock_count_lines SET is_open = false WHERE count_id = $1", [done]);

  const running = await open("Milling room, before the new discs", 1, 0);
  for (const [i, item] of items.filter(({ place }) => place === 1).entries())
    await countLine(running, item, [0, -1, null, null, 2][i] ?? null, 0);
}
