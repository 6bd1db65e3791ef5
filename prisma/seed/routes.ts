import type { World } from "./world";

const ROUNDS = [
  { name: "AM", departsAt: "08:30", shiftEndsAt: "12:45" },
  { name: "PM", departsAt: "13:00", shiftEndsAt: "17:00" },
];

/**
 * The rounds that the demonstration's lab drives every working day: AM and PM share its practices, all but the last, which goes where
 * it costs least. The second practice shuts for lunch.
 */
export async function seedRoutes({ owner, people }: World): Promise<void> {
  const served = people.practices.slice(0, Math.max(1, people.practices.length - 1));
  const half = Math.ceil(served.length / 2);
  for (const [n, { name, departsAt, shiftEndsAt }] of ROUNDS.entries()) {
    const made = await owner.query<{ id: string }>(
      `INSERT INTO route_templates (name, weekdays, driver_id, departs_at, shift_ends_at) VALUES ($1, '{1,2,3,4,5}', $2, $3, $4) RETURNING id`,
      [name, people.byRole.driver, departsAt, shiftEndsAt],
    );
    const id = made.rows[0]?.id;
    const stops = n === 0 ? served.slice(0, half) : served.slice(half);
    for (const [i, practice] of stops.entries())
      await owner.query(
        "INSERT INTO route_template_stops (template_id, practice_id, position, always) VALUES ($1, $2, $3, $4)",
        [id, practice.id, i + 1, i === 0],
      );
  }
  const pausing = people.practices[1];
  if (!pausing) return;
  await owner.query(
    `UPDATE practices SET opening_hours = (SELECT jsonb_object_agg(key, '[["08:30", "12:30"], ["13:30", "17:30"]]'::jsonb) FROM jsonb_each(opening_hours))
     WHERE id = $1`,
    [pausing.id],
  );
}
