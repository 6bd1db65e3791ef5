import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid, notFound, stale } from "@/lib/access/errors";
import type { Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { addTemplateSchema, changeTemplateSchema } from "./schema";

type StageInput = { stage: Stage; days: number; departmentId: string | null };

/** Adds a template that new cases take from now on. Refuses at `material` when the lab has one for it, and at a stage an unknown department. */
export async function addTemplate(
  { tx }: Context,
  { stages, ...input }: z.output<typeof addTemplateSchema>,
): Promise<{ id: string }> {
  await refuseTwin(tx, input.procedureType, input.material);
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO workflow_templates (name, procedure_type, material, rush_days)
    VALUES (${input.name}, ${input.procedureType}, ${input.material}, ${input.rushDays}) RETURNING id`);
  const id = (made as { id: string }).id;
  await writeStages(tx, id, stages);
  return { id };
}

/**
 * Changes a template for cases from now on. Its days and words change in place; when its stages change and cases follow it, it stays as
 * it is for them and a new one takes its place. Answers the id of the one that holds. Refuses `not_found`, `stale`, and at a stage an
 * unknown department.
 */
export async function changeTemplate(
  { tx }: Context,
  { id, seenAt, name, rushDays, stages }: z.output<typeof changeTemplateSchema>,
): Promise<{ id: string }> {
  const found = await tx.row<{ fresh: boolean; isActive: boolean; used: boolean; route: string }>(sql`
    SELECT t.updated_at = ${seenAt}::timestamptz AS fresh, t.is_active AS "isActive",
      EXISTS (SELECT FROM case_items i WHERE i.lab_id = t.lab_id AND i.template_id = t.id) AS used,
      (SELECT coalesce(string_agg(s.stage, ' ' ORDER BY s.position), '') FROM workflow_template_stages s
        WHERE s.lab_id = t.lab_id AND s.template_id = t.id) AS route
    FROM workflow_templates t WHERE t.id = ${id} AND t.succeeded_by_id IS NULL FOR UPDATE`);
  if (!found) throw notFound("template");
  if (!found.fresh) throw stale("template");
  const sameRoute = found.route === stages.map(({ stage }) => stage).join(" ");
  if (sameRoute || !found.used) {
    await tx.execute(sql`UPDATE workflow_templates SET name = ${name}, rush_days = ${rushDays} WHERE id = ${id}`);
    await writeStages(tx, id, stages);
    return { id };
  }
  await tx.execute(sql`UPDATE workflow_templates SET is_active = false WHERE id = ${id}`);
  const next = await tx.row<{ id: string }>(sql`
    INSERT INTO workflow_templates (name, procedure_type, material, rush_days, is_active)
    SELECT ${name}, procedure_type, material, ${rushDays}, ${found.isActive}::boolean FROM workflow_templates WHERE id = ${id} RETURNING id`);
  const nextId = (next as { id: string }).id;
  await writeStages(tx, nextId, stages);
  await tx.execute(sql`UPDATE workflow_templates SET succeeded_by_id = ${nextId} WHERE id = ${id}`);
  return { id: nextId };
}

/** Takes a template from new cases; those that have it keep it. Refuses `not_found`. */
export async function archiveTemplate({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  const changed = await tx.execute(
    sql`UPDATE workflow_templates SET is_active = false WHERE id = ${id} AND succeeded_by_id IS NULL`,
  );
  if (changed === 0) throw notFound("template");
  return { id };
}

/** Gives a template back to new cases. Refuses `not_found`, and `template_exists` when another holds for the same work. */
export async function restoreTemplate({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  const found = await tx.row<{ procedureType: string; material: string | null; isActive: boolean }>(sql`
    SELECT procedure_type AS "procedureType", material, is_active AS "isActive" FROM workflow_templates
    WHERE id = ${id} AND succeeded_by_id IS NULL FOR UPDATE`);
  if (!found) throw notFound("template");
  if (found.isActive) return { id };
  await refuseTwin(tx, found.procedureType, found.material);
  await tx.execute(sql`UPDATE workflow_templates SET is_active = true WHERE id = ${id}`);
  return { id };
}

async function refuseTwin(tx: Transaction, procedureType: string, material: string | null): Promise<void> {
  const twin = await tx.row<{ name: string }>(sql`
    SELECT name FROM workflow_templates WHERE is_active AND procedure_type = ${procedureType} AND material IS NOT DISTINCT FROM ${material}::text`);
  if (twin) throw invalid("material", `${twin.name} is for this already: change that one, or archive it first.`);
}

/** The stages of a template become these, in this order: kept ones stay the same rows, others come and go. */
async function writeStages(tx: Transaction, templateId: string, stages: readonly StageInput[]): Promise<void> {
  const rows = JSON.stringify(stages.map((stage, position) => ({ ...stage, position: position + 1 })));
  const unknown = await tx.row<{ at: number }>(sql`
    SELECT x.position - 1 AS at FROM jsonb_to_recordset(${rows}::jsonb) AS x(position int, "departmentId" uuid)
    WHERE x."departmentId" IS NOT NULL AND NOT EXISTS (SELECT FROM departments d WHERE d.id = x."departmentId") LIMIT 1`);
  if (unknown) throw invalid(`stages.${unknown.at}.departmentId`, "This department is not there any more.");
  await tx.includeDeleted();
  await tx.execute(sql`
    UPDATE workflow_template_stages SET deleted_at = now() WHERE template_id = ${templateId} AND deleted_at IS NULL
      AND stage <> ALL (SELECT x.stage FROM jsonb_to_recordset(${rows}::jsonb) AS x(stage text))`);
  await tx.execute(sql`
    UPDATE workflow_template_stages s SET days = x.days, position = x.position, department_id = x."departmentId"
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(stage text, days numeric, position int, "departmentId" uuid)
    WHERE s.template_id = ${templateId} AND s.stage = x.stage AND s.deleted_at IS NULL`);
  await tx.execute(sql`
    INSERT INTO workflow_template_stages (template_id, stage, position, days, department_id)
    SELECT ${templateId}::uuid, x.stage, x.position, x.days, x."departmentId"
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(stage text, days numeric, position int, "departmentId" uuid)
    WHERE NOT EXISTS (SELECT FROM workflow_template_stages s WHERE s.template_id = ${templateId} AND s.stage = x.stage AND s.deleted_at IS NULL)`);
  await tx.execute(sql`UPDATE workflow_templates SET updated_at = now() WHERE id = ${templateId}`);
}
