import { type Sql, sql } from "@/lib/db/sql";
import {
  completionRows,
  deliveryRows,
  departmentRows,
  failureRows,
  personRows,
  remakeRows,
  revenueRows,
  stockRows,
} from "./from-view";
import * as live from "./live-aggregates";
import type { Period } from "./period";

/** A report's main figures twice: read from its view, and added up from the tables at the moment. Both answer the same rows in the same order. */
export type Measured = {
  report: string;
  view: string;
  /** For the acting lab over the period's months. */
  read: (period: Period) => Sql;
  /** The same from the base tables; months are those of the zone (IANA). */
  live: (period: Period, timeZone: string) => Sql;
};

/**
 * Every view with what a report reads of it and the live aggregate it stands for: the tests hold the two equal, the benchmark says how
 * much faster the first is.
 */
export const MEASURED: readonly Measured[] = [
  {
    report: "revenue",
    view: "monthly_revenue",
    read: (period) => sql`
      SELECT month, currency, invoices, credit_notes, net, tax, total, paid, outstanding, credited FROM ${revenueRows(period, {})} ORDER BY month, currency`,
    live: live.revenue,
  },
  {
    report: "completion",
    view: "case_completion_rates",
    read: (period) => sql`
      SELECT month, procedure_type, items, units, delivered, on_time, cancelled, remakes, days FROM ${completionRows(period, {}, "procedure")} ORDER BY 1, 2`,
    live: live.completion,
  },
  {
    report: "on-time",
    view: "on_time_deliveries",
    read: (period) => sql`
      SELECT month, procedure_type, items, units, on_time, early_3, early_1, on_the_day, late_1, late_2, late_4, late_8, days_late
      FROM ${deliveryRows(period, {}, "procedure")} ORDER BY 1, 2`,
    live: live.onTime,
  },
  {
    report: "departments",
    view: "department_efficiency",
    read: (period) => sql`
      SELECT month, department_id, stage, attempts, units, passed, first_passed, failed, working_seconds, machine_seconds, waiting_seconds
      FROM ${departmentRows(period, {})} ORDER BY 1, 2, 3`,
    live: live.departments,
  },
  {
    report: "people",
    view: "staff_performance",
    read: (period) => sql`
      SELECT month, user_id, attempts, units, passed, failed, working_seconds FROM ${personRows(period, {})} ORDER BY 1, 2`,
    live: live.people,
  },
  {
    report: "failures",
    view: "failure_causes",
    read: (period) => sql`
      SELECT month, cause_id, stage, department_id, user_id, failures, units FROM ${failureRows(period, {})} ORDER BY 1, 2, 3, 4, 5`,
    live: live.failures,
  },
  {
    report: "stock",
    view: "inventory_turnover",
    read: (period) => sql`
      SELECT month, received_value, used_value, lost_value, closing_value FROM ${stockRows(period, {})} ORDER BY 1`,
    live: live.stock,
  },
  {
    report: "remakes",
    view: "remake_rates",
    read: (period) =>
      sql`SELECT month, units, remade_units, cases, remade_cases FROM ${remakeRows(period, {}, "all")} ORDER BY 1`,
    live: live.remakes,
  },
];
