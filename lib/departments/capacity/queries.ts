import { addDays, addWorkingDays, isWorkingDay, type LabCalendar, localNow } from "@/lib/cases/due-date";
import { labCalendar } from "@/lib/cases/lab-days";
import { departmentLoad } from "@/lib/cases/load";
import type { DepartmentLoad } from "@/lib/cases/load-queue";
import type { Stage, Urgency } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ShortOf } from "@/lib/staff/capacity";
import { type LoadedDay, placeLoad } from "./place-load";

/** Four weeks of a lab that works five days. */
export const DAYS_AHEAD = 20;

export type PlannedDay = LoadedDay & { day: string; shortOf: ShortOf | null };
export type DepartmentPlan = { id: string; name: string; usual: number | null; days: PlannedDay[] };
export type CapacityPlan = { today: string; days: string[]; startsIn: number; departments: DepartmentPlan[] };

/**
 * The departments' load against their capacity on the next 20 working days of the lab, by the rules of the promise. `now` is for tests;
 * the days are the lab's (`YYYY-MM-DD`).
 */
export async function capacityPlan(tx: Transaction, now = new Date()): Promise<CapacityPlan> {
  return planOf(await departmentLoad(tx), await labCalendar(tx), now);
}

/** A load placed on the next 20 working days of the lab. */
export function planOf(load: readonly DepartmentLoad[], calendar: LabCalendar, now: Date): CapacityPlan {
  const { day: today, time } = localNow(now, calendar.timeZone);
  const startsIn = isWorkingDay(today, calendar) && time < calendar.closesAt ? 0 : 1;
  const days: string[] = [];
  for (let n = 1; n <= DAYS_AHEAD; n++) days.push(addWorkingDays(addDays(days.at(-1) ?? today, 1), 0, calendar));
  const departments = load.map(({ id, name, capacity: usual, otherDays, coming }) => {
    const can = days.map((day) => (usual === null ? null : (otherDays[day]?.capacity ?? usual)));
    const placed = placeLoad(coming, can, startsIn);
    return {
      id,
      name,
      usual,
      days: placed.map((each, i) => {
        const day = days[i] as string;
        return { ...each, day, shortOf: otherDays[day]?.shortOf ?? null };
      }),
    };
  });
  return { today, days, startsIn, departments };
}

/** One item in a department's load of a day; `waits` when it was left over from days before. */
export type LoadItem = {
  itemId: string;
  caseId: string;
  number: string;
  practice: string;
  procedureType: string;
  units: number;
  urgency: Urgency;
  dueOn: string;
  /** Where it stands today. */
  standsAt: Stage;
  waits: boolean;
};

/**
 * The items that make a department's load on day `n` of the plan (1 is the first working day after today): those that arrive on it, and of
 * those that arrived before the last `waiting` units in the order of their arrival, the less urgent later. The earliest due first.
 * @returns at most 50, and how many there are with their units.
 */
export async function loadBehind(
  tx: Transaction,
  departmentId: string,
  { n, waiting, startsIn }: { n: number; waiting: number; startsIn: number },
): Promise<{ items: LoadItem[]; total: number; units: number }> {
  const rows = await tx.rows<LoadItem & { total: number; sum: number }>(sql`
    WITH route AS MATERIALIZED (
      SELECT s.template_id, s.stage, s.department_id, s.days, s.position,
        sum(s.days) OVER (PARTITION BY s.template_id ORDER BY s.position, s.id) - s.days AS before
      FROM workflow_template_stages s
    ), open AS MATERIALIZED (
      SELECT w.lab_id, w.case_id, w.item_id, w.stage, w.department_id FROM workflow_stages w WHERE w.status <> 'completed' AND w.deleted_at IS NULL
    ), coming AS (
      SELECT i.id AS item_id, c.id AS case_id, i.units, c.urgency, c.due_on, o.stage,
        greatest(0, (o.stage = 'receiving' AND c.impression = 'physical')::int + floor(ahead.before - here.before)::int) + 1
          + CASE WHEN o.stage = 'receiving' THEN ${startsIn}::int ELSE 0 END AS arrives
      FROM open o
      JOIN LATERAL (SELECT x.id, x.template_id, x.units, x.status FROM case_items x WHERE x.lab_id = o.lab_id AND x.id = o.item_id LIMIT 1) i
        ON i.status = 'in_production'
      JOIN LATERAL (SELECT x.id, x.urgency, x.due_on, x.impression, x.status FROM cases x WHERE x.lab_id = o.lab_id AND x.id = o.case_id LIMIT 1) c
        ON c.status NOT IN ('on_hold', 'delivered', 'cancelled')
      JOIN route here ON here.template_id = i.template_id AND here.stage = o.stage
      JOIN route ahead ON ahead.template_id = i.template_id AND ahead.position >= here.position AND ahead.days > 0
      WHERE CASE WHEN ahead.stage = o.stage THEN coalesce(o.department_id, ahead.department_id) ELSE ahead.department_id END = ${departmentId}
    ), placed AS (
      SELECT k.*, k.arrives < ${n}::int AS waits, sum(k.units) OVER (PARTITION BY k.arrives < ${n}::int
        ORDER BY k.arrives DESC, (k.urgency <> 'standard')::int, k.due_on DESC, k.item_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - k.units AS behind
      FROM coming k WHERE k.arrives <= ${n}::int
    ), load AS (
      SELECT * FROM placed WHERE NOT waits OR behind < ${waiting}::int
    )
    SELECT l.item_id AS "itemId", l.case_id AS "caseId", c.number, (SELECT name FROM practices WHERE id = c.practice_id) AS practice,
      i.procedure_type AS "procedureType", l.units, l.urgency, l.due_on AS "dueOn", l.stage AS "standsAt", l.waits, l.total, l.sum
    FROM (SELECT *, (count(*) OVER ())::int AS total, (sum(units) OVER ())::int AS sum FROM load ORDER BY due_on, case_id, item_id LIMIT 50) l
    JOIN cases c ON c.id = l.case_id JOIN case_items i ON i.id = l.item_id
    ORDER BY l.due_on, c.number, l.item_id`);
  const items = rows.map(({ total: _, sum: __, ...item }) => item);
  return { items, total: rows[0]?.total ?? 0, units: rows[0]?.sum ?? 0 };
}
