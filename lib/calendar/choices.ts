import type { Context } from "@/lib/access/action";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { closingDaysFrom } from "@/lib/labs/calendar/queries";
import type { Closing } from "./repeat";

export type Choice = { value: string; label: string };
/** A dentist of a practice, with the address an invitation goes to. */
export type DentistChoice = Choice & { detail: string; name: string; email: string };
export type Choices = {
  people: Choice[];
  rooms: Choice[];
  departments: Choice[];
  machines: Choice[];
  routes: Choice[];
  practices: Choice[];
  dentists: DentistChoice[];
  /** Days from today on which the lab is shut. */
  closings: Closing[];
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
    dentists: (await findDentists({ tx }, { words: "", practiceId: null })).dentists,
    closings: (await closingDaysFrom(tx, today)).map(({ closedOn, name }) => ({ day: closedOn, name })),
  };
}

/** Practices whose name holds the words, by name; at most 50. */
export async function findPractices(
  { tx }: Pick<Context, "tx">,
  { words }: { words: string },
): Promise<{ practices: Choice[] }> {
  const narrowed = words ? sql`WHERE name ILIKE ${holding(words)}::text` : emptySql;
  const practices = await tx.rows<Choice>(sql`
    SELECT id AS value, name || ', ' || city AS label FROM practices ${narrowed} ORDER BY name, id LIMIT 50`);
  return { practices };
}

/**
 * Dentists with an e-mail address whose name, or whose practice's, holds the words, those of one practice first; at most 50, by name. One
 * who works at several practices comes once.
 */
export async function findDentists(
  { tx }: Pick<Context, "tx">,
  { words, practiceId }: { words: string; practiceId: string | null },
): Promise<{ dentists: DentistChoice[] }> {
  const narrowed = words
    ? sql`AND (d.full_name ILIKE ${holding(words)}::text OR EXISTS (SELECT FROM practice_dentists w JOIN practices p ON p.lab_id = w.lab_id AND p.id = w.practice_id
        WHERE w.lab_id = d.lab_id AND w.dentist_id = d.id AND coalesce(w.ended_on >= current_date, true) AND p.name ILIKE ${holding(words)}::text))`
    : emptySql;
  const dentists = await tx.rows<Omit<DentistChoice, "label">>(sql`
    SELECT d.id AS value, d.full_name AS name, coalesce(u.email, d.email) AS email,
      concat_ws(' · ', (SELECT string_agg(p.name, ', ' ORDER BY p.name) FROM practice_dentists w JOIN practices p ON p.lab_id = w.lab_id AND p.id = w.practice_id
        WHERE w.lab_id = d.lab_id AND w.dentist_id = d.id AND coalesce(w.ended_on >= current_date, true)), coalesce(u.email, d.email)) AS detail
    FROM dentist_profiles d LEFT JOIN users u ON u.id = d.user_id
    WHERE d.status = 'active' AND coalesce(u.email, d.email) <> '' ${narrowed}
    ORDER BY NOT EXISTS (SELECT FROM practice_dentists w WHERE w.lab_id = d.lab_id AND w.dentist_id = d.id AND w.practice_id = ${practiceId}::uuid AND coalesce(w.ended_on >= current_date, true)),
      d.full_name, d.id LIMIT 50`);
  return { dentists: dentists.map((dentist) => ({ ...dentist, label: dentist.name })) };
}

const holding = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;
