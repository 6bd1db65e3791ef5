import { addDays, isWorkingDay, type LabCalendar, localNow } from "@/lib/cases/due-date";
import { heldWorkingDays } from "@/lib/cases/held-days";
import type { Stage, Urgency } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { OpenItem } from "./forecast";

type Row = {
  itemId: string;
  caseId: string;
  templateId: string;
  stage: Stage;
  departmentId: string | null;
  units: number;
  urgency: Urgency;
  dueOn: string;
  shipBy: string;
  physical: boolean;
  /** When it got to the stage where it stands; what is not received, when it was submitted: the lab's day and time (`HH:MM`). */
  since: string;
  sinceTime: string;
};
type Route = { templateId: string; stage: Stage; departmentId: string | null; days: number; rushDays: number };

/** The lab's open items, and the day by which their cases must leave; of those past it nothing, for they are late whatever comes. */
export type OpenWork = { items: OpenItem[]; shipBy: Map<string, string> };

/**
 * The open work of the acting lab at a moment; held cases do not count. The days of the stage where an item stands run from the day it
 * got there, rushed work has its template's rushed days, and what the lab has not received begins when its promise counted on it, at the
 * earliest now.
 */
export async function openWork(tx: Transaction, calendar: LabCalendar, now: Date): Promise<OpenWork> {
  const { day: today, time } = localNow(now, calendar.timeZone);
  const open = isWorkingDay(today, calendar) && time < calendar.closesAt;
  const routes = await tx.rows<Route>(sql`
    SELECT s.template_id AS "templateId", s.stage, s.department_id AS "departmentId", s.days::float AS days, t.rush_days AS "rushDays"
    FROM workflow_template_stages s JOIN workflow_templates t ON t.id = s.template_id ORDER BY s.template_id, s.position, s.id`);
  // From the few open stages to their items and cases by index, however many are over.
  const rows = await tx.rows<Row>(sql`
    WITH open AS MATERIALIZED (
      SELECT w.lab_id, w.case_id, w.item_id, w.stage, w.department_id, w.queued_at FROM workflow_stages w
      WHERE w.status <> 'completed' AND w.deleted_at IS NULL
    )
    SELECT i.id AS "itemId", c.id AS "caseId", i.template_id AS "templateId", o.stage, o.department_id AS "departmentId", i.units, c.urgency,
      c.due_on AS "dueOn", c.ship_by AS "shipBy", c.impression = 'physical' AS physical, t.since::date AS since, to_char(t.since, 'HH24:MI') AS "sinceTime"
    FROM open o
    JOIN LATERAL (SELECT x.id, x.template_id, x.units, x.status FROM case_items x WHERE x.lab_id = o.lab_id AND x.id = o.item_id LIMIT 1) i
      ON i.status = 'in_production'
    JOIN LATERAL (SELECT x.id, x.urgency, x.due_on, x.ship_by, x.impression, x.submitted_at, x.created_at, x.status
        FROM cases x WHERE x.lab_id = o.lab_id AND x.id = o.case_id LIMIT 1) c
      ON c.status NOT IN ('on_hold', 'delivered', 'cancelled')
    CROSS JOIN LATERAL (SELECT CASE WHEN o.stage = 'receiving' THEN coalesce(c.submitted_at, c.created_at) ELSE o.queued_at END
      AT TIME ZONE ${calendar.timeZone} AS since) t`);
  const routeOf = new Map<string, Route[]>();
  for (const each of routes) routeOf.set(each.templateId, [...(routeOf.get(each.templateId) ?? []), each]);
  const agesOn = (last: string) => {
    const known = new Map<string, number>();
    return (day: string) => {
      const age = known.get(day) ?? heldWorkingDays(day, last, calendar);
      known.set(day, age);
      return age;
    };
  };
  const agedBefore = agesOn(today);
  const agedWith = agesOn(open ? today : addDays(today, 1));
  const earliest = open ? -1 : 0;

  const items = rows.map((row): OpenItem => {
    const { itemId, caseId, units, urgency, dueOn } = row;
    const begun = row.stage !== "receiving";
    const route = routeOf.get(row.templateId) ?? [];
    const usual = route.reduce((sum, { days }) => sum + days, 0);
    const rushed = Math.min(route[0]?.rushDays ?? usual, usual);
    const pace = urgency === "standard" || usual === 0 ? 1 : rushed / usual;
    const here = route.findIndex(({ stage }) => stage === row.stage);
    const ahead = route
      .slice(Math.max(0, here))
      .map(({ stage, days, departmentId }, i) => ({
        stage,
        departmentId: i === 0 && begun ? (row.departmentId ?? departmentId) : departmentId,
        days: days * pace - (i === 0 && begun && days > 0 ? Math.min(days * pace, agedWith(row.since)) : 0),
        counts: days > 0,
      }))
      .filter(({ counts }) => counts);
    const startsLater = !isWorkingDay(row.since, calendar) || row.sinceTime >= calendar.closesAt ? 1 : 0;
    const begins = begun ? earliest : Math.max(earliest, Number(row.physical) + startsLater - agedBefore(row.since));
    return { itemId, caseId, units, urgency, dueOn, begins, ahead };
  });
  const shipBy = new Map(rows.flatMap((row) => (row.shipBy < today ? [] : [[row.caseId, row.shipBy]])));
  return { items, shipBy };
}
