import { z } from "zod";
import { wordsParam } from "@/lib/access/address-params";
import { PROCEDURE_TYPES } from "@/lib/cases/vocabulary";
import { ITEM_CATEGORIES } from "@/lib/inventory/vocabulary";

/** What a report can be narrowed by, besides its period. */
export type FilterName = "practice" | "department" | "procedure" | "category";

type Head = {
  title: string;
  /** What question it answers. */
  hint: string;
  group: "Cases" | "Production" | "Money" | "Stock";
  /** The materialized view it reads; null for one that is counted as it is opened. */
  view: string | null;
  finance: boolean;
  period: boolean;
  filters: readonly FilterName[];
};

/** The reports by the name their address has, in the order of their list. */
export const REPORTS = {
  completion: {
    title: "Completion",
    hint: "What was submitted, and what became of it",
    group: "Cases",
    view: "case_completion_rates",
    finance: false,
    period: true,
    filters: ["practice", "procedure"],
  },
  "on-time": {
    title: "On time",
    hint: "Deliveries against the day promised",
    group: "Cases",
    view: "on_time_deliveries",
    finance: false,
    period: true,
    filters: ["practice", "procedure"],
  },
  remakes: {
    title: "Remakes",
    hint: "What was made again, by cause, dentist, technician and material",
    group: "Cases",
    view: "remake_rates",
    finance: false,
    period: true,
    filters: ["practice", "procedure"],
  },
  "in-progress": {
    title: "Work in progress",
    hint: "What is open now, and how old it is",
    group: "Production",
    view: null,
    finance: false,
    period: false,
    filters: ["practice", "department", "procedure"],
  },
  bottleneck: {
    title: "Bottleneck",
    hint: "Touch and waiting time by stage",
    group: "Production",
    view: "department_efficiency",
    finance: false,
    period: true,
    filters: ["department", "procedure"],
  },
  departments: {
    title: "Departments",
    hint: "What each department completed, in how much time",
    group: "Production",
    view: "department_efficiency",
    finance: false,
    period: true,
    filters: ["department", "procedure"],
  },
  people: {
    title: "People",
    hint: "What each person completed, in how much time",
    group: "Production",
    view: "staff_performance",
    finance: false,
    period: true,
    filters: ["department", "procedure"],
  },
  failures: {
    title: "Failures",
    hint: "What failed inside the lab, where and whose work it was",
    group: "Production",
    view: "failure_causes",
    finance: false,
    period: true,
    filters: ["department", "procedure"],
  },
  revenue: {
    title: "Revenue",
    hint: "What was invoiced, credited and settled",
    group: "Money",
    view: "monthly_revenue",
    finance: true,
    period: true,
    filters: ["practice", "procedure"],
  },
  receivables: {
    title: "Receivables",
    hint: "What is owed, and for how long",
    group: "Money",
    view: null,
    finance: true,
    period: false,
    filters: ["practice"],
  },
  stock: {
    title: "Stock",
    hint: "What was used and lost, and how fast stock turns over",
    group: "Stock",
    view: "inventory_turnover",
    finance: false,
    period: true,
    filters: ["category"],
  },
} as const satisfies Record<string, Head>;

export type ReportName = keyof typeof REPORTS;
export const REPORT_NAMES = Object.keys(REPORTS) as ReportName[];
export const reportName = z.enum(REPORT_NAMES as [ReportName, ...ReportName[]]);

/** What a report is of, in the form that all of them share. */
export const headOf = (name: ReportName): Head => REPORTS[name];

const month = z
  .string()
  .regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/)
  .nullable()
  .catch(null);
const id = z.uuid().nullable().catch(null);

export const PERIODS = ["3m", "6m", "12m", "this_year", "last_year", "own"] as const;
export const COMPARISONS = ["before", "year"] as const;

/** What the address of a report may say; anything unreadable counts as not said. `from` and `to` are months of an own range. */
export const reportAddress = z.object({
  period: z.enum(PERIODS).catch("6m"),
  from: month,
  to: month,
  compare: z.enum(COMPARISONS).catch("before"),
  practice: id,
  department: id,
  procedure: z.enum(PROCEDURE_TYPES).nullable().catch(null),
  category: z.enum(ITEM_CATEGORIES).nullable().catch(null),
});
export type ReportParams = z.output<typeof reportAddress>;

/** What a report is narrowed to; null is not narrowed. */
export type ReportFilter = Pick<ReportParams, FilterName>;

/**
 * What the address of the things behind a figure says besides: a month, what its row stands for, which of them, and of which figure (`figure~key`) or chart (`chart~0`, in their order) they are.
 */
export const behindAddress = reportAddress.extend({
  month,
  key: wordsParam(160).optional().catch(undefined),
  only: z
    .string()
    .regex(/^[a-z0-9_]{1,24}$/)
    .optional()
    .catch(undefined),
  of: z
    .string()
    .regex(/^(figure|chart)~[A-Za-z0-9]{1,20}$/)
    .optional()
    .catch(undefined),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}$/)
    .nullable()
    .catch(null),
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}$/)
    .nullable()
    .catch(null),
});
export type Behind = Pick<z.output<typeof behindAddress>, "month" | "key" | "only">;

const months = z.coerce
  .number()
  .pipe(z.union([z.literal(3), z.literal(6), z.literal(12)]))
  .catch(6);

/** What the address of a dentist's figures may say: how many months back they look, this one counted. */
export const reportParams = z.object({ months });

/** What the address of the cases behind a dentist's figure may say: a month of it, and which cases. */
export const behindParams = z.object({
  months,
  month: month.transform((given) => given ?? undefined),
  key: wordsParam(160).optional().catch(undefined),
  only: z.enum(["delivered", "on_time", "late", "failed", "remakes"]).optional().catch(undefined),
});

export const refreshSchema = z.strictObject({});
