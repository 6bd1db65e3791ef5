import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { templateDaysSchema } from "./schema";

/**
 * Changes the working days of a template's stages, its rush days, and whether new cases may take it. Cases that have it keep their
 * dates. Refuses with `not_found` for a template or stage that is not there, and with `stale`.
 */
export async function changeTemplateDays(
  { tx }: Context,
  input: z.output<typeof templateDaysSchema>,
): Promise<{ id: string }> {
  const { id, seenAt, rushDays, isActive, stages } = input;
  const found = await tx.row<{ fresh: boolean }>(sql`
    SELECT updated_at = ${seenAt}::timestamptz AS fresh FROM workflow_templates WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!found) throw notFound("template");
  if (!found.fresh) throw stale("template");
  await tx.execute(
    sql`UPDATE workflow_templates SET rush_days = ${rushDays}, is_active = ${isActive}::boolean WHERE id = ${id}`,
  );
  const changed = await tx.execute(sql`
    UPDATE workflow_template_stages s SET days = x.days
    FROM jsonb_to_recordset(${JSON.stringify(stages)}::jsonb) AS x(id uuid, days numeric)
    WHERE s.id = x.id AND s.template_id = ${id} AND s.deleted_at IS NULL`);
  if (changed !== new Set(stages.map((s) => s.id)).size) throw notFound("stage");
  return { id };
}
