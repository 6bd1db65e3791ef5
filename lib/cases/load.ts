import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { DepartmentLoad } from "./load-queue";
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

/**
 * The open work before each department of the acting lab: what is there, and what stands upstream by the days in which it comes. Sums
 * only (the database's `department_load()`), so a practice may read it too. Held cases do not count until they are released.
 */
export async function departmentLoad(tx: Transaction): Promise<DepartmentLoad[]> {
  const rows = await tx.rows<LoadRow>(sql`
    SELECT department_id AS id, department AS name, capacity, urgency, received, lead_days AS "leadDays", units FROM department_load()`);
  const departments = new Map<string, DepartmentLoad & { coming: LoadRow[] }>();
  for (const row of rows) {
    const department = departments.get(row.id) ?? { id: row.id, name: row.name, capacity: row.capacity, coming: [] };
    if (row.units > 0) department.coming.push(row);
    departments.set(row.id, department);
  }
  return [...departments.values()].map((department) => ({
    ...department,
    coming: department.coming.map(({ leadDays, units, urgency, received }) => ({ leadDays, units, urgency, received })),
  }));
}

/**
 * Lets promises of the acting lab be made one after the other until the transaction ends, each seeing the work of the one before.
 * Taken before the load is read, and before any row is locked.
 */
export async function queueForPromise(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('promise ' || app_lab_id()::text, 0))`);
}
