import { addDays, localNow } from "@/lib/cases/due-date";
import { departmentLoad } from "@/lib/cases/load";
import type { DepartmentLoad } from "@/lib/cases/load-queue";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { DayCapacity } from "@/lib/staff/capacity";
import { type CaseInDanger, describeDanger, inDanger, labOf } from "../promises/in-danger";
import { openWork } from "../promises/open-work";
import { type CapacityPlan, planOf } from "./queries";

/** Something that could be missing: a machine of the lab, or a person (by profile), with the department that would feel it. */
export type Missing = {
  kind: "machine" | "person";
  id: string;
  name: string;
  departmentId: string | null;
  department: string | null;
  /** Of a person. */
  userId: string | null;
};
/** What is supposed: that it is missing from one day of the lab to another, both included. */
export type Supposition = { missing: Missing; from: string; to: string };

/** Days beyond this are as usual in every promise. */
const DAYS_AHEAD = 120;

/** What may be supposed missing: machines in use and people with a department, each by department and name; at most 300 of each. */
export async function whatMayBeMissing(tx: Transaction): Promise<Missing[]> {
  return tx.rows<Missing>(sql`
    (SELECT 'machine' AS kind, e.id, e.code || ', ' || e.name AS name, d.id AS "departmentId", d.name AS department, NULL::uuid AS "userId"
      FROM department_equipment e JOIN departments d ON d.id = e.department_id
      WHERE e.status NOT IN ('inactive', 'decommissioned') ORDER BY d.name, e.code LIMIT 300)
    UNION ALL
    (SELECT 'person', p.id, u.name, d.id, d.name, u.id
      FROM staff_profiles p JOIN users u ON u.id = p.user_id JOIN memberships m ON m.user_id = u.id AND m.status = 'active'
      JOIN departments d ON d.id = p.department_id ORDER BY d.name, u.name LIMIT 300)`);
}

/** How the next four weeks change: the plan and the cases in danger as they are and as they would be. */
export type WhatIf = {
  before: CapacityPlan;
  after: CapacityPlan;
  /** How many cases are in danger as things stand, and would be. */
  inDanger: { before: number; after: number };
  /** Those that would be and are not now; at most 50, the earliest ship-by day first. */
  added: CaseInDanger[];
};

/**
 * What it would do to the load against the capacity of the next 20 working days, and to the promises, if something were missing on some
 * days. Nothing is written. `now` is for tests.
 */
export async function whatIf(tx: Transaction, supposed: Supposition, now = new Date()): Promise<WhatIf> {
  const lab = await labOf(tx, now);
  const load = await departmentLoad(tx);
  const supposedLoad = await loadWith(tx, load, supposed, localNow(now, lab.calendar.timeZone).day);
  const work = await openWork(tx, lab.calendar, now);
  const before = inDanger(work, load, lab);
  const after = inDanger(work, supposedLoad, lab);
  const already = new Set(before.map(({ caseId }) => caseId));
  const added = after.filter(({ caseId }) => !already.has(caseId));
  return {
    before: planOf(load, lab.calendar, now),
    after: planOf(supposedLoad, lab.calendar, now),
    inDanger: { before: before.length, after: after.length },
    added: await describeDanger(tx, added, lab),
  };
}

/** The same work before departments that can do less: the database's `department_capacity()` with something missing. */
async function loadWith(
  tx: Transaction,
  load: readonly DepartmentLoad[],
  { missing, from, to }: Supposition,
  today: string,
): Promise<DepartmentLoad[]> {
  const of = (kind: Missing["kind"]) => (missing.kind === kind ? missing.id : null);
  const days = await tx.rows<DayCapacity>(sql`
    SELECT c.department_id AS "departmentId", c.day, c.capacity, c.short_of AS "shortOf"
    FROM labs l, department_capacity(${today}::date, ${addDays(today, DAYS_AHEAD)}::date, NULL,
      ${of("machine")}::uuid, ${from}::date::timestamp AT TIME ZONE l.time_zone, (${to}::date + 1)::timestamp AT TIME ZONE l.time_zone,
      ${of("person")}::uuid, ${from}::date, ${to}::date) c
    WHERE c.capacity IS NOT NULL AND c.short_of IS NOT NULL`);
  const other = new Map<string, DepartmentLoad["otherDays"]>();
  for (const { departmentId, day, capacity, shortOf } of days)
    if (capacity !== null && shortOf)
      other.set(departmentId, { ...other.get(departmentId), [day]: { capacity, shortOf } });
  return load.map((each) => ({ ...each, otherDays: other.get(each.id) ?? {} }));
}

/** When the acting lab opens and closes, `HH:MM` in its zone. */
export const openingHours = (tx: Transaction): Promise<{ opensAt: string; closesAt: string } | undefined> =>
  tx.row(sql`SELECT opens_at AS "opensAt", closes_at AS "closesAt" FROM labs`);

/** The days that are supposed when nothing was said: the lab's next working day alone. A last day before the first is the first. */
export function supposedDays(
  wanted: { from: string | null; to: string | null },
  { today, next }: { today: string; next: string },
): { from: string; to: string } {
  const from = wanted.from && wanted.from >= today ? wanted.from : next;
  const to = wanted.to && wanted.to >= from ? wanted.to : from;
  return { from, to: [to, addDays(from, 365)].toSorted()[0] as string };
}
