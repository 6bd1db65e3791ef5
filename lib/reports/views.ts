import type { ProcedureType, Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** Each function reads one materialized view through the database's lab filter, since the given month (`YYYY-MM-01`). Money is a decimal string. */

export type RevenueRow = {
  month: string;
  practiceId: string;
  practice: string;
  currency: string;
  invoices: number;
  net: string;
  tax: string;
  total: string;
  paid: string;
  outstanding: string;
};

/** Invoiced and received, per month of issue, practice and currency; drafts and cancelled invoices left out. */
export function monthlyRevenue(tx: Transaction, since: string): Promise<RevenueRow[]> {
  return tx.rows(sql`
    SELECT v.month, v.practice_id AS "practiceId", p.name AS practice, v.currency, v.invoices, v.net, v.tax, v.total, v.paid, v.outstanding
    FROM lab_monthly_revenue() v JOIN practices p ON p.id = v.practice_id WHERE v.month >= ${since}::date ORDER BY v.month, p.name`);
}

export type CompletionRow = {
  month: string;
  procedureType: ProcedureType;
  items: number;
  units: number;
  delivered: number;
  onTime: number;
  cancelled: number;
  remakes: number;
  averageDays: string | null;
};

/** Items per month of submission and procedure type: delivered, by their due day, cancelled, remade. `averageDays` from submission to delivery. */
export function caseCompletionRates(tx: Transaction, since: string): Promise<CompletionRow[]> {
  return tx.rows(sql`
    SELECT month, procedure_type AS "procedureType", items, units, delivered, on_time AS "onTime", cancelled, remakes, average_days AS "averageDays"
    FROM lab_case_completion_rates() WHERE month >= ${since}::date ORDER BY month, procedure_type`);
}

export type DepartmentRow = {
  month: string;
  departmentId: string | null;
  department: string;
  stage: Stage;
  attempts: number;
  passed: number;
  failed: number;
  workingSeconds: number;
  machineSeconds: number;
  waitingSeconds: number;
};

/** Completed attempts per month, department and stage, with the time of people, of machines, and waiting, in seconds. */
export function departmentEfficiency(tx: Transaction, since: string): Promise<DepartmentRow[]> {
  return tx.rows(sql`
    SELECT v.month, v.department_id AS "departmentId", coalesce(d.name, 'No department') AS department, v.stage, v.attempts, v.passed, v.failed,
      v.working_seconds AS "workingSeconds", v.machine_seconds AS "machineSeconds", v.waiting_seconds AS "waitingSeconds"
    FROM lab_department_efficiency() v LEFT JOIN departments d ON d.id = v.department_id WHERE v.month >= ${since}::date ORDER BY v.month, d.name`);
}

export type PersonRow = {
  month: string;
  userId: string;
  name: string;
  attempts: number;
  units: number;
  passed: number;
  failed: number;
  workingSeconds: number;
  rating: string | null;
};

/** Completed attempts per month and person, with units and working time in seconds. */
export function staffPerformance(tx: Transaction, since: string): Promise<PersonRow[]> {
  return tx.rows(sql`
    SELECT v.month, v.user_id AS "userId", u.name, v.attempts, v.units, v.passed, v.failed, v.working_seconds AS "workingSeconds", v.rating
    FROM lab_staff_performance() v JOIN users u ON u.id = v.user_id WHERE v.month >= ${since}::date ORDER BY v.month, u.name`);
}

export type StockRow = {
  itemId: string;
  name: string;
  category: string;
  unit: string;
  onHand: string;
  value: string;
  reorderPoint: string;
  belowReorderPoint: boolean;
  used90Days: string;
  turnover90Days: string | null;
  lastMovementAt: Date | null;
};

/** Stock per item as it is, with what went out in the last 90 days. Quantities are decimal strings in the item's unit. */
export function inventoryTurnover(tx: Transaction): Promise<StockRow[]> {
  return tx.rows(sql`
    SELECT inventory_item_id AS "itemId", name, category, unit, on_hand AS "onHand", value, reorder_point AS "reorderPoint",
      below_reorder_point AS "belowReorderPoint", used_90_days AS "used90Days", turnover_90_days AS "turnover90Days", last_movement_at AS "lastMovementAt"
    FROM lab_inventory_turnover() ORDER BY name`);
}

/** When a view was last refreshed, or null when it never was. */
export async function refreshedAt(tx: Transaction, view: string): Promise<Date | null> {
  const found = await tx.row<{ at: Date }>(
    sql`SELECT refreshed_at AS at FROM report_refreshes WHERE view_name = ${view}`,
  );
  return found?.at ?? null;
}
