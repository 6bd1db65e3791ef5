import type { Material, ProcedureType, Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type TemplateRow = {
  id: string;
  name: string;
  procedureType: ProcedureType;
  material: Material | null;
  rushDays: number;
  isActive: boolean;
  seenAt: string;
  /** Open items that follow it. */
  running: number;
  stages: { stage: Stage; days: number; departmentId: string | null; department: string | null }[];
};

/** All templates that were not succeeded by another, those for new cases first; at most 300. */
export async function editedTemplates(tx: Transaction): Promise<TemplateRow[]> {
  const rows = await tx.rows<Omit<TemplateRow, "seenAt"> & { at: Date }>(sql`
    SELECT t.id, t.name, t.procedure_type AS "procedureType", t.material, t.rush_days AS "rushDays", t.is_active AS "isActive", t.updated_at AS at,
      (SELECT count(*)::int FROM case_items i WHERE i.lab_id = t.lab_id AND i.template_id = t.id AND i.status NOT IN ('delivered', 'cancelled')) AS running,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', s.stage, 'days', s.days, 'departmentId', s.department_id, 'department', d.name) ORDER BY s.position), '[]')
        FROM workflow_template_stages s LEFT JOIN departments d ON d.lab_id = s.lab_id AND d.id = s.department_id
        WHERE s.lab_id = t.lab_id AND s.template_id = t.id) AS stages
    FROM workflow_templates t WHERE t.succeeded_by_id IS NULL ORDER BY t.is_active DESC, t.name LIMIT 300`);
  return rows.map(({ at, ...template }) => ({ ...template, seenAt: at.toISOString() }));
}

/** The departments that stages can be given to. */
export const departmentChoices = (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  tx.rows(sql`SELECT id, name FROM departments ORDER BY name, id LIMIT 200`);
