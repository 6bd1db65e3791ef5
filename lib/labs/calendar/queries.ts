import type { Material, ProcedureType, Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type LabHours = {
  workingWeekdays: number[];
  opensAt: string;
  closesAt: string;
  rushPassesQueue: boolean;
  /** ISO instant of the last change, to be sent back with the next. */
  seenAt: string;
};
export type ClosingDay = { id: string; closedOn: string; name: string };
export type DepartmentCapacity = { id: string; name: string; units: number | null };
export type TemplateDays = {
  id: string;
  name: string;
  procedureType: ProcedureType;
  material: Material | null;
  rushDays: number;
  isActive: boolean;
  seenAt: string;
  stages: { id: string; stage: Stage; days: number; department: string | null }[];
};

/** The acting lab's hours, in its own time zone. */
export async function labHours(tx: Transaction): Promise<LabHours> {
  const found = await tx.row<Omit<LabHours, "seenAt"> & { at: Date }>(sql`
    SELECT working_weekdays AS "workingWeekdays", opens_at AS "opensAt", closes_at AS "closesAt", rush_passes_queue AS "rushPassesQueue",
      updated_at AS at FROM labs`);
  if (!found) throw new Error("Nobody's lab.");
  const { at, ...hours } = found;
  return { ...hours, seenAt: at.toISOString() };
}

/** The closing days of the acting lab from `today` on, the next one first; at most 200. */
export const closingDaysFrom = (tx: Transaction, today: string): Promise<ClosingDay[]> =>
  tx.rows<ClosingDay>(sql`
    SELECT id, closed_on AS "closedOn", name FROM lab_closing_days WHERE closed_on >= ${today} ORDER BY closed_on LIMIT 200`);

/** The departments with what each can do in a day, in units. */
export const capacities = (tx: Transaction): Promise<DepartmentCapacity[]> =>
  tx.rows<DepartmentCapacity>(sql`
    SELECT id, name, daily_capacity_units AS units FROM departments WHERE deleted_at IS NULL ORDER BY name, id LIMIT 200`);

/** All templates with the working days of their stages, active ones first. */
export async function templateDays(tx: Transaction): Promise<TemplateDays[]> {
  const rows = await tx.rows<Omit<TemplateDays, "seenAt"> & { at: Date }>(sql`
    SELECT t.id, t.name, t.procedure_type AS "procedureType", t.material, t.rush_days AS "rushDays", t.is_active AS "isActive",
      t.updated_at AS at,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'stage', s.stage, 'days', s.days, 'department', d.name) ORDER BY s.position), '[]')
        FROM workflow_template_stages s LEFT JOIN departments d ON d.lab_id = s.lab_id AND d.id = s.department_id
        WHERE s.lab_id = t.lab_id AND s.template_id = t.id AND s.deleted_at IS NULL) AS stages
    FROM workflow_templates t WHERE t.deleted_at IS NULL ORDER BY t.is_active DESC, t.name LIMIT 200`);
  return rows.map(({ at, ...template }) => ({ ...template, seenAt: at.toISOString() }));
}
