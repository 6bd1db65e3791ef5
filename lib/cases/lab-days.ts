import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { LabCalendar } from "./due-date";
import type { Template } from "./templates";

/** When the acting lab works, with its closing days from `since` (`YYYY-MM-DD`), at the latest a week ago, to two years ahead. */
export async function labCalendar(tx: Transaction, since: string | null = null): Promise<LabCalendar> {
  const lab = await tx.row<Omit<LabCalendar, "closingDays">>(sql`
    SELECT time_zone AS "timeZone", working_weekdays AS "workingWeekdays", closes_at AS "closesAt" FROM labs`);
  if (!lab) throw new Error("Nobody's lab.");
  const closingDays = await tx.rows<{ closedOn: string; name: string }>(sql`
    SELECT closed_on AS "closedOn", name FROM lab_closing_days
    WHERE closed_on BETWEEN least(${since}::date, current_date - 7) AND current_date + 730 ORDER BY closed_on`);
  return { ...lab, closingDays };
}

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
