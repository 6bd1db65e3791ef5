import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CaseFilter } from "./list-filter";

export type Choice = { value: string; label: string };
export type FilterChoices = { practices: Choice[]; dentists: Choice[]; departments: Choice[]; people: Choice[] };

/** What the case list may be narrowed to besides the field's own words: at most 2,000 practices and dentists, by name. */
export async function filterChoices({ actor, tx }: Context): Promise<FilterChoices> {
  const dentists = await tx.rows<Choice>(
    sql`SELECT id AS value, full_name AS label FROM dentist_profiles ORDER BY full_name, id LIMIT 2000`,
  );
  if (actor.audience !== "lab") return { practices: [], dentists, departments: [], people: [] };
  return {
    practices: await tx.rows<Choice>(
      sql`SELECT id AS value, name AS label FROM practices ORDER BY name, id LIMIT 2000`,
    ),
    dentists,
    departments: await tx.rows<Choice>(sql`SELECT id AS value, name AS label FROM departments ORDER BY name`),
    people: await tx.rows<Choice>(sql`
      SELECT u.id AS value, u.name AS label FROM memberships m JOIN users u ON u.id = m.user_id
      WHERE m.status = 'active' AND EXISTS (SELECT FROM role_permissions p WHERE p.role_id = m.role_id AND p.permission_key = 'bench.work')
      ORDER BY u.name`),
  };
}

export type FilterNames = Partial<Record<"practice" | "dentist" | "patient" | "department" | "assigned", string>>;

/** The names behind the ids that a filter holds; one the actor may not see has none. */
export async function filterNames(tx: Transaction, filter: CaseFilter): Promise<FilterNames> {
  const { practice, dentist, patient, department, assigned } = filter;
  const person = assigned && assigned !== "me" && assigned !== "nobody" ? assigned : undefined;
  if (!practice && !dentist && !patient && !department && !person) return {};
  const names = await tx.row<FilterNames>(sql`
    SELECT (SELECT name FROM practices WHERE id = ${practice ?? null}::uuid) AS practice,
      (SELECT full_name FROM dentist_profiles WHERE id = ${dentist ?? null}::uuid) AS dentist,
      (SELECT reference FROM patients WHERE id = ${patient ?? null}::uuid) AS patient,
      (SELECT name FROM users WHERE id = ${person ?? null}::uuid) AS assigned`);
  const at = department
    ? await tx.row<{ name: string }>(sql`SELECT name FROM departments WHERE id = ${department}`)
    : undefined;
  return { ...names, department: at?.name };
}
