import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { planSchema } from "./schema";

/** Adds a plan of maintenance to a machine or changes one (`id`). Refuses with `not_found`. */
export async function savePlan({ tx }: Context, plan: z.output<typeof planSchema>): Promise<{ id: string }> {
  const { id, equipmentId, name, instructions, every, unit, countsFrom, warnDays } = plan;
  const machine = await tx.row(sql`SELECT 1 FROM department_equipment WHERE id = ${equipmentId} FOR SHARE`);
  if (!machine) throw notFound("machine");
  const kept = id
    ? await tx.row<{ id: string }>(sql`
        UPDATE maintenance_plans SET name = ${name}, instructions = ${instructions}, every = ${every}, unit = ${unit}, counts_from = ${countsFrom}::date,
          warn_days = ${warnDays} WHERE id = ${id} AND equipment_id = ${equipmentId} RETURNING id`)
    : await tx.row<{ id: string }>(sql`
        INSERT INTO maintenance_plans (equipment_id, name, instructions, every, unit, counts_from, warn_days)
        VALUES (${equipmentId}, ${name}, ${instructions}, ${every}, ${unit}, ${countsFrom}::date, ${warnDays}) RETURNING id`);
  if (!kept) throw notFound("plan");
  return kept;
}

/** Takes a plan away; what was done by it stays in the log. `restorePlan` brings it back. Refuses with `not_found`. */
export async function removePlan({ tx }: Context, { id }: { id: string }): Promise<{ id: string; name: string }> {
  await tx.includeDeleted();
  const gone = await tx.row<{ id: string; name: string }>(
    sql`UPDATE maintenance_plans SET deleted_at = now() WHERE id = ${id} AND deleted_at IS NULL RETURNING id, name`,
  );
  if (!gone) throw notFound("plan");
  return gone;
}

/** Brings a plan back that was taken away. Refuses with `not_found`. */
export async function restorePlan({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const back = await tx.execute(sql`UPDATE maintenance_plans SET deleted_at = NULL WHERE id = ${id}`);
  if (back === 0) throw notFound("plan");
  return { id };
}
