import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { closedWeekdays, type OpeningHours } from "@/lib/practices/opening-hours";
import type { LabCalendar } from "./due-date";
import { labCalendar } from "./lab-days";
import { departmentLoad } from "./load";
import type { DepartmentLoad } from "./load-queue";
import type { PromisedItem } from "./promise-date";
import type { PracticeDays } from "./promise-days";

/** Everything a promise is made of but the case itself; plain data, so that a form can reckon with it too. */
export type PromiseTerms = {
  calendar: LabCalendar;
  practice: PracticeDays;
  transitDays: number;
  rushPassesQueue: boolean;
  load: DepartmentLoad[];
  /** The stages of each active template, by its id. */
  stages: Record<string, PromisedItem["stages"]>;
};

/** When a practice the actor sees is shut, from a week ago on: its weekly days by its opening hours, and its closing days. */
export async function practiceDays(tx: Transaction, practiceId: string): Promise<PracticeDays> {
  const found = await tx.row<{ hours: OpeningHours | null }>(
    sql`SELECT opening_hours AS hours FROM practices WHERE id = ${practiceId}`,
  );
  const closings = await tx.rows<PracticeDays["closings"][number]>(sql`
    SELECT closed_from AS "from", closed_to AS "to", name FROM practice_closing_days
    WHERE practice_id = ${practiceId} AND closed_to BETWEEN current_date - 7 AND current_date + 730 AND deleted_at IS NULL
    ORDER BY closed_from LIMIT 500`);
  return { closedWeekdays: closedWeekdays(found?.hours ?? null), closings };
}

/** What a promise to a practice is made of, as things stand now. */
export async function promiseTerms(tx: Transaction, practiceId: string): Promise<PromiseTerms> {
  const terms = await tx.row<{ transitDays: number; rushPassesQueue: boolean }>(sql`
    SELECT p.transit_days AS "transitDays", l.rush_passes_queue AS "rushPassesQueue"
    FROM practices p JOIN labs l ON l.id = p.lab_id WHERE p.id = ${practiceId}`);
  const rows = await tx.rows<{ id: string; stages: PromisedItem["stages"] }>(sql`
    SELECT t.id, jsonb_agg(jsonb_build_object('stage', s.stage, 'days', s.days, 'departmentId', s.department_id) ORDER BY s.position) AS stages
    FROM workflow_templates t JOIN workflow_template_stages s ON s.lab_id = t.lab_id AND s.template_id = t.id
    WHERE t.is_active GROUP BY t.id`);
  return {
    calendar: await labCalendar(tx),
    practice: await practiceDays(tx, practiceId),
    transitDays: terms?.transitDays ?? 0,
    rushPassesQueue: terms?.rushPassesQueue ?? true,
    load: await departmentLoad(tx),
    stages: Object.fromEntries(rows.map(({ id, stages }) => [id, stages])),
  };
}
