import type { Context } from "@/lib/access/action";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type Choice = { value: string; label: string };
export type Choices = {
  people: Choice[];
  rooms: Choice[];
  departments: Choice[];
  machines: Choice[];
  routes: Choice[];
  practices: Choice[];
};

/** What the calendar can be narrowed to: the lab's people, departments and rooms. */
export async function filterChoices(tx: Transaction): Promise<Pick<Choices, "people" | "rooms" | "departments">> {
  return {
    people: await tx.rows<Choice>(sql`
      SELECT m.user_id AS value, u.name AS label FROM memberships m JOIN users u ON u.id = m.user_id
      JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
      WHERE m.status = 'active' AND u.status = 'active' AND r.kind <> 'dentist' ORDER BY u.name, u.id LIMIT 500`),
    rooms: await tx.rows<Choice>(sql`
      SELECT id AS value, name || coalesce(' (' || capacity || ')', '') AS label FROM rooms WHERE archived_at IS NULL ORDER BY name, id LIMIT 200`),
    departments: await tx.rows<Choice>(
      sql`SELECT id AS value, name AS label FROM departments ORDER BY name, id LIMIT 200`,
    ),
  };
}

/** All that an appointment may name. `today` is the lab's day: routes are offered from then on. */
export async function appointmentChoices(tx: Transaction, today: string): Promise<Choices> {
  return {
    ...(await filterChoices(tx)),
    machines: await tx.rows<Choice>(sql`
      SELECT e.id AS value, e.name || ', ' || d.name AS label FROM department_equipment e
      JOIN departments d ON d.lab_id = e.lab_id AND d.id = e.department_id ORDER BY d.name, e.name, e.id LIMIT 300`),
    routes: await tx.rows<Choice>(sql`
      SELECT id AS value, to_char(route_date, 'YYYY-MM-DD') || ' ' || name AS label FROM delivery_routes
      WHERE route_date >= ${today} ORDER BY route_date, name LIMIT 60`),
    practices: (await findPractices({ tx }, { words: "" })).practices,
  };
}

/** Practices whose name holds the words, by name; at most 50. */
export async function findPractices(
  { tx }: Pick<Context, "tx">,
  { words }: { words: string },
): Promise<{ practices: Choice[] }> {
  const narrowed = words ? sql`WHERE name ILIKE ${`%${words.replace(/[\\%_]/g, "\\$&")}%`}::text` : emptySql;
  const practices = await tx.rows<Choice>(sql`
    SELECT id AS value, name || ', ' || city AS label FROM practices ${narrowed} ORDER BY name, id LIMIT 50`);
  return { practices };
}
