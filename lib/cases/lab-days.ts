import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ItemDays, LabCalendar } from "./due-date";
import { RESTORATIONS } from "./restorations";
import type { Material, ProcedureType } from "./vocabulary";

/** When the acting lab works, with its closing days from a week ago to two years ahead. */
export async function labCalendar(tx: Transaction): Promise<LabCalendar> {
  const lab = await tx.row<Omit<LabCalendar, "closingDays">>(sql`
    SELECT time_zone AS "timeZone", working_weekdays AS "workingWeekdays", closes_at AS "closesAt" FROM labs`);
  if (!lab) throw new Error("Nobody's lab.");
  const closingDays = await tx.rows<{ closedOn: string; name: string }>(sql`
    SELECT closed_on AS "closedOn", name FROM lab_closing_days
    WHERE closed_on BETWEEN current_date - 7 AND current_date + 730 ORDER BY closed_on`);
  return { ...lab, closingDays };
}

/** A way of making something: its days, and the department its first stage waits in. */
export type Template = ItemDays & {
  id: string;
  procedureType: ProcedureType;
  /** Null for the general one of its procedure type. */
  material: Material | null;
  receivingDepartmentId: string | null;
};

/** The lab's active templates, each with the days of its stages summed. */
export async function activeTemplates(tx: Transaction): Promise<Template[]> {
  return tx.rows<Template>(sql`
    SELECT t.id, t.name, t.procedure_type AS "procedureType", t.material, t.rush_days AS "rushDays",
      coalesce(sum(s.days), 0)::float AS days,
      (array_agg(s.department_id ORDER BY s.position) FILTER (WHERE s.stage = 'receiving'))[1] AS "receivingDepartmentId"
    FROM workflow_templates t
    JOIN workflow_template_stages s ON s.lab_id = t.lab_id AND s.template_id = t.id
    WHERE t.is_active GROUP BY t.id ORDER BY t.name`);
}

/** The template of an item: the one of its material stands before the general one of its procedure type. */
export function templateFor<T extends Pick<Template, "procedureType" | "material">>(
  templates: readonly T[],
  item: { procedureType: ProcedureType; material: Material | null },
): T | undefined {
  const ofType = templates.filter((t) => t.procedureType === item.procedureType);
  return (
    ofType.find((t) => t.material !== null && t.material === item.material) ?? ofType.find((t) => t.material === null)
  );
}

/** Materials that the lab makes this of: all plausible ones, or those with a template when there is no general one. */
export function materialsMade(
  templates: readonly Pick<Template, "procedureType" | "material">[],
  procedureType: ProcedureType,
): Material[] {
  return RESTORATIONS[procedureType].materials.filter((material) =>
    templateFor(templates, { procedureType, material }),
  );
}
