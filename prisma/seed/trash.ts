import type { World } from "./world";

/** Something put away lately by someone, so that the trash has what to show: each told with who did it, as the audit log knows. */
export async function seedTrash({ owner, labId, people, clock }: World): Promise<void> {
  const [person] = people.names.keys();
  const put = (days: number) => clock.now.minus({ days, hours: days }).toISO();
  const made = [
    owner.query(
      "INSERT INTO reasons (lab_id, kind, code, label, position) VALUES ($1, 'hold', 'strike', 'Strike at the courier', 90) RETURNING id, 'reasons' AS table",
      [labId],
    ),
    owner.query(
      "INSERT INTO carriers (lab_id, name, phone) VALUES ($1, 'Pedal Post', '0141 496 0177') RETURNING id, 'carriers' AS table",
      [labId],
    ),
    owner.query(
      `INSERT INTO practices (lab_id, code, name, address_line1, city, postcode) VALUES ($1, 'OLDMILL', 'Old Mill Dental', '3 Mill Lane', 'Glasgow', 'G4 0XX')
       RETURNING id, 'practices' AS table`,
      [labId],
    ),
    owner.query(
      "INSERT INTO suppliers (lab_id, name) VALUES ($1, 'Clyde Dental Supplies (closed)') RETURNING id, 'suppliers' AS table",
      [labId],
    ),
  ];
  await owner.query("SELECT set_config('app.user_id', $1, true)", [person]);
  for (const [i, one] of made.entries()) {
    const { id, table } = (await one).rows[0] as { id: string; table: string };
    await owner.query(`UPDATE ${table} SET deleted_at = $2 WHERE id = $1`, [id, put(i + 1)]);
  }
  await owner.query("SELECT set_config('app.user_id', '', true)");
}
