import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type DayCapacity, departmentCapacity } from "@/lib/staff/capacity";
import { addDays } from "./due-date";
import type { DepartmentLoad, OtherDay } from "./load-queue";
import type { Urgency } from "./vocabulary";

type LoadRow = {
  id: string;
  name: string;
  capacity: number | null;
  urgency: Urgency;
  received: boolean;
  leadDays: number;
  units: number;
};

/** So far ahead the promise knows who is away; later days are as usual. */
const DAYS_AHEAD = 120;

/**
 * The open work before each department of the acting lab: what is there, and what stands upstream by the days in which it comes,
 * with what each can do in a day and the days on which it can do less. Sums only (the database's `department_load()` and
 * `department_capacity()`), so a practice may read it too. Held cases do not count until they are released.
 */
export async function departmentLoad(tx: Transaction): Promise<DepartmentLoad[]> {
  const rows = await tx.rows<LoadRow>(sql`
    SELECT department_id AS id, department AS name, capacity, urgency, received, lead_days AS "leadDays", units FROM department_load()`);
  const lab = await tx.row<{ today: string }>(sql`SELECT (now() AT TIME ZONE time_zone)::date AS today FROM labs`);
  if (!lab) return [];
  const days = await departmentCapacity(tx, lab.today, addDays(lab.today, DAYS_AHEAD));
  const departments = new Map<string, DepartmentLoad & { coming: LoadRow[] }>();
  for (const row of rows) {
    const { id, name, capacity } = row;
    const department = departments.get(id) ?? { id, name, capacity, otherDays: otherDaysOf(id, days), coming: [] };
    if (row.units > 0) department.coming.push(row);
    departments.set(row.id, department);
  }
  return [...departments.values()].map((department) => ({
    ...department,
    coming: department.coming.map(({ leadDays, units, urgency, received }) => ({ leadDays, units, urgency, received })),
  }));
}

function otherDaysOf(departmentId: string, days: readonly DayCapacity[]): Record<string, OtherDay> {
  const other: Record<string, OtherDay> = {};
  for (const { departmentId: of, day, capacity, shortOf } of days)
    if (of === departmentId && capacity !== null && shortOf) other[day] = { capacity, shortOf };
  return other;
}

/**
 * Lets promises of the acting lab be made one after the other until the transaction ends, each seeing the work of the one before.
 * Taken before the load is read, and before any row is locked.
 */
export async function queueForPromise(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('promise ' || app_lab_id()::text, 0))`);
}
