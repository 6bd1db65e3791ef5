import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import type { departmentSchema } from "./schema";

/**
 * Adds a department or changes one (`id`): its name, head and daily capacity in units. A new one gets its key from its name. Refuses at
 * `name` one that another department has, at `headId` somebody who does not work here, and with `not_found`.
 */
export async function saveDepartment(
  { tx }: Context,
  { id, name, headId, units }: z.output<typeof departmentSchema>,
): Promise<{ id: string }> {
  const taken = await tx.row(sql`
    SELECT 1 FROM departments WHERE lower(name) = lower(${name}::text) AND id IS DISTINCT FROM ${id ?? null}::uuid`);
  if (taken) throw invalid("name", "Another department is called so.");
  if (headId && !(await tx.row(sql`SELECT 1 FROM memberships WHERE user_id = ${headId} AND status = 'active'`)))
    throw invalid("headId", "This person does not work here.");
  await announce(tx, ["queue", "board"]);
  if (id) {
    const changed = await tx.execute(sql`
      UPDATE departments SET name = ${name}, head_id = ${headId}, daily_capacity_units = ${units}::int WHERE id = ${id}`);
    if (changed === 0) throw notFound("department");
    return { id };
  }
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO departments (key, name, head_id, daily_capacity_units)
    SELECT k.key || coalesce('_' || nullif(count(d.id), 0)::text, ''), ${name}, ${headId}::uuid, ${units}::int
    FROM (SELECT coalesce(nullif(trim('_' FROM regexp_replace(lower(${name}::text), '[^a-z0-9]+', '_', 'g')), ''), 'department') AS key) k
    LEFT JOIN departments d ON d.key = k.key OR d.key LIKE k.key || '\\_%' GROUP BY k.key RETURNING id`);
  return made as { id: string };
}
