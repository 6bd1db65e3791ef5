import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";

type Uses = { stages: number; templates: number; people: number; machines: number };

const count = (n: number, one: string, many: string) => (n === 0 ? "" : `${n} ${n === 1 ? one : many}`);

/**
 * Puts a department away; `restoreDepartment` takes it back. Its past costs stay. Refuses with `not_found`, and with `department_in_use`
 * while open work lies before it, templates send work to it, or people and machines belong to it.
 */
export async function archiveDepartment(
  { tx }: Context,
  { id }: { id: string },
): Promise<{ id: string; name: string }> {
  const { name } = await lockDepartment(tx, id);
  const used = (await tx.row<Uses>(sql`
    SELECT (SELECT count(*)::int FROM workflow_stages WHERE department_id = ${id} AND status <> 'completed') AS stages,
      (SELECT count(DISTINCT s.template_id)::int FROM workflow_template_stages s WHERE s.department_id = ${id}) AS templates,
      (SELECT count(*)::int FROM staff_profiles WHERE department_id = ${id}) AS people,
      (SELECT count(*)::int FROM department_equipment WHERE department_id = ${id} AND status <> 'decommissioned') AS machines`)) as Uses;
  const uses = [
    count(used.stages, "open stage", "open stages"),
    count(used.templates, "template", "templates"),
    count(used.people, "person", "people"),
    count(used.machines, "machine", "machines"),
  ].filter(Boolean);
  if (uses.length > 0)
    throw conflict("department_in_use", `${name} is in use by ${uses.join(", ")}. Give them another department first.`);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE departments SET deleted_at = now() WHERE id = ${id}`);
  await announce(tx, ["board"]);
  return { id, name };
}

/** Takes a department back that was put away. Refuses with `not_found`. */
export async function restoreDepartment({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  await lockDepartment(tx, id);
  await tx.execute(sql`UPDATE departments SET deleted_at = NULL WHERE id = ${id}`);
  await announce(tx, ["board"]);
  return { id };
}

async function lockDepartment(tx: Transaction, id: string): Promise<{ name: string }> {
  const found = await tx.row<{ name: string }>(sql`SELECT name FROM departments WHERE id = ${id} FOR UPDATE`);
  if (!found) throw notFound("department");
  return found;
}
