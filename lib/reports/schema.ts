import { z } from "zod";
import { wordsParam } from "@/lib/access/address-params";

/** The reports, by the name their address has, with the materialized view each reads; null for one that is counted as it is opened. */
export const REPORTS = {
  revenue: { title: "Revenue", view: "monthly_revenue", finance: true },
  completion: { title: "Completion", view: "case_completion_rates", finance: false },
  departments: { title: "Departments", view: "department_efficiency", finance: false },
  people: { title: "People", view: "staff_performance", finance: false },
  failures: { title: "Failures", view: null, finance: false },
  stock: { title: "Stock", view: "inventory_turnover", finance: false },
} as const;

export type ReportName = keyof typeof REPORTS;

export const reportName = z.enum(Object.keys(REPORTS) as [ReportName, ...ReportName[]]);

const month = z
  .string()
  .regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);

const months = z.coerce
  .number()
  .pipe(z.union([z.literal(3), z.literal(6), z.literal(12)]))
  .catch(6);

/** What the address of a report may say: how many months back it looks, this one counted, and for failures whose they are. */
export const reportParams = z.object({ months, by: z.enum(["department", "person"]).catch("department") });

/** What the address of the cases behind a figure may say; `key` is what the figure's row stands for, `months` the period of
 * the report it stands in. */
export const behindParams = z.object({
  months,
  month,
  key: wordsParam(160).optional().catch(undefined),
  only: z.enum(["delivered", "on_time", "late", "failed", "remakes"]).optional().catch(undefined),
});
export type Behind = z.output<typeof behindParams>;

/** Makes the address of the cases behind a figure of a report. */
export type BehindHref = (figure?: { month?: string; key?: string; only?: NonNullable<Behind["only"]> }) => string;

export const refreshSchema = z.strictObject({});
