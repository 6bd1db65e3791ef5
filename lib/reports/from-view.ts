import { type Sql, sql } from "@/lib/db/sql";
import type { Period } from "./period";
import type { ReportFilter } from "./schema";

/** The id at which work without a department stands in the views. */
export const NO_DEPARTMENT = "ffffffff-ffff-ffff-ffff-ffffffffffff";

type Narrowing = Partial<ReportFilter>;
/** Which key the rows shall be told apart by, besides those they are narrowed to. */
type By = "practice" | "procedure" | "department" | "category" | "item";

const level = (...keys: (string | false | null | undefined)[]) => keys.filter(Boolean).join("_") || "all";

/** The rows of a view of cases or money over months: each at one level of practice and procedure type (migration 20261123105000). */
function ofCases(name: Sql) {
  return ({ from, to }: Period, { practice, procedure }: Narrowing, by?: By): Sql => {
    const at = level((practice || by === "practice") && "practice", (procedure || by === "procedure") && "procedure");
    return sql`${name}(${at}::text, ${from}::date, ${to}::date, ${practice ?? null}::uuid, ${procedure ?? null}::text)`;
  };
}

export const revenueRows = ofCases(sql`lab_monthly_revenue`);
export const completionRows = ofCases(sql`lab_case_completion_rates`);
export const deliveryRows = ofCases(sql`lab_on_time_deliveries`);

/** The rows of completed attempts by department and stage over months. */
export const departmentRows = ({ from, to }: Period, { department, procedure }: Narrowing, by?: By): Sql =>
  sql`lab_department_efficiency(${level((procedure || by === "procedure") && "procedure")}::text, ${from}::date, ${to}::date,
    ${department ?? null}::uuid, ${procedure ?? null}::text)`;

/** The rows of completed attempts by person over months. */
export function personRows({ from, to }: Period, { department, procedure }: Narrowing): Sql {
  const at = level(department && "department", procedure && "procedure");
  return sql`lab_staff_performance(${at}::text, ${from}::date, ${to}::date, ${department ?? null}::uuid, ${procedure ?? null}::text)`;
}

/** The rows of what failed over months: by cause, stage where it was found, and department and person whose work it was. */
export const failureRows = ({ from, to }: Period, { department, procedure }: Narrowing): Sql =>
  sql`lab_failure_causes(${level(procedure && "procedure")}::text, ${from}::date, ${to}::date, ${department ?? null}::uuid, ${procedure ?? null}::text)`;

/** The rows of the stock ledger over months: of all stock, of a category, or of each item. */
export function stockRows({ from, to }: Period, { category }: Narrowing, by?: By): Sql {
  const at = by === "item" ? "item" : level((category || by === "category") && "category");
  return sql`lab_inventory_turnover(${at}::text, ${from}::date, ${to}::date, ${category ?? null}::text)`;
}

/** What the rows of remakes can be told apart by. */
export type RemakeKind = "all" | "dentist" | "material" | "person" | "cause" | "responsible";

/** The rows of delivered and remade units over months, by a kind of key. */
export function remakeRows({ from, to }: Period, { practice, procedure }: Narrowing, kind: RemakeKind, by?: By): Sql {
  const at = level((practice || by === "practice") && "practice", (procedure || by === "procedure") && "procedure");
  return sql`lab_remake_rates(${at}::text, ${from}::date, ${to}::date, ${practice ?? null}::uuid, ${procedure ?? null}::text, ${kind}::text)`;
}
