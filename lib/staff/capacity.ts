import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What a department is short of on a day. */
export type ShortOf = "people" | "machines" | "people_and_machines";

/** A department's capacity on one day of the lab (`YYYY-MM-DD`), in units; null without bound. */
export type DayCapacity = { departmentId: string; day: string; capacity: number | null; shortOf: ShortOf | null };

/**
 * What each department of the acting lab can do on each day from `from` to `to` (days of the lab, both included, at most 401): its daily
 * capacity × the share of its rostered time that is there × the share of its machines that run, rounded down; null stays null, a day
 * on which the lab does not work is 0. The rule is the database's `department_capacity()`: sums only, so a practice may read it too.
 */
export async function departmentCapacity(tx: Transaction, from: string, to: string): Promise<DayCapacity[]> {
  return tx.rows<DayCapacity>(sql`
    SELECT department_id AS "departmentId", day, capacity, short_of AS "shortOf" FROM department_capacity(${from}::date, ${to}::date)`);
}
