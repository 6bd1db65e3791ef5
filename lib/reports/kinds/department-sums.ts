import type { Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { departmentRows } from "../from-view";
import type { Ask } from "../result";
import { total } from "../sums";

export type StageSums = {
  month: string;
  departmentId: string;
  department: string;
  stage: Stage;
  attempts: number;
  units: number;
  passed: number;
  firstPassed: number;
  failed: number;
  working: number;
  machine: number;
  waiting: number;
};

/** Completed attempts per month, department and stage, with the seconds of people, of machines, and waiting. */
export const stageSums = (tx: Transaction, { period, filter }: Ask): Promise<StageSums[]> =>
  tx.rows<StageSums>(sql`
    SELECT v.month, v.department_id AS "departmentId", coalesce(d.name, 'No department') AS department, v.stage, sum(v.attempts)::int AS attempts,
      sum(v.units)::int AS units, sum(v.passed)::int AS passed, sum(v.first_passed)::int AS "firstPassed", sum(v.failed)::int AS failed,
      sum(v.working_seconds)::float8 AS working, sum(v.machine_seconds)::float8 AS machine, sum(v.waiting_seconds)::float8 AS waiting
    FROM ${departmentRows(period, filter)} v LEFT JOIN departments d ON d.id = v.department_id GROUP BY 1, 2, 3, 4 ORDER BY 1, 3, 4`);

/** One number over rows of attempts. */
export const sumOf = (
  rows: readonly StageSums[],
  of: "attempts" | "units" | "passed" | "firstPassed" | "failed" | "working" | "machine" | "waiting",
) => total(rows, (row) => row[of]);
