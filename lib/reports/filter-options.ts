import { DateTime } from "luxon";
import { PROCEDURE_LABEL, PROCEDURE_TYPES } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { ITEM_CATEGORIES, ITEM_CATEGORY_LABEL } from "@/lib/inventory/vocabulary";
import { monthName } from "./months";
import { type FilterName, headOf, type ReportName, type ReportParams } from "./schema";

export type Option = { value: string; label: string };
export type FilterOptions = Partial<Record<FilterName, Option[]>>;

export const FILTER_LABEL: Record<FilterName, string> = {
  practice: "Practice",
  department: "Department",
  procedure: "Procedure type",
  category: "Category",
};

const procedures = PROCEDURE_TYPES.map((value) => ({ value, label: PROCEDURE_LABEL[value] }));
const categories = ITEM_CATEGORIES.map((value) => ({ value, label: ITEM_CATEGORY_LABEL[value] }));

/** What a report can be narrowed to: the lab's practices and departments, in the order of their names. */
export async function filterOptions(tx: Transaction, name: ReportName): Promise<FilterOptions> {
  const { filters } = headOf(name);
  const has = (filter: FilterName) => filters.includes(filter);
  return {
    ...(has("practice") && {
      practice: await tx.rows<Option>(
        sql`SELECT id AS value, name || CASE WHEN deleted_at IS NULL THEN '' ELSE ' (archived)' END AS label FROM practices ORDER BY name, id`,
      ),
    }),
    ...(has("department") && {
      department: await tx.rows<Option>(
        sql`SELECT id AS value, name AS label FROM departments WHERE deleted_at IS NULL ORDER BY name, id`,
      ),
    }),
    ...(has("procedure") && { procedure: procedures }),
    ...(has("category") && { category: categories }),
  };
}

/** What a report is narrowed to in words: `["Practice", "Park Dental"]` and so on. */
export const filterWords = (options: FilterOptions, params: ReportParams): [name: string, value: string][] =>
  (Object.keys(options) as FilterName[]).flatMap((filter) => {
    const label = options[filter]?.find(({ value }) => value === params[filter])?.label;
    return params[filter] ? [[FILTER_LABEL[filter], label ?? "Unknown"]] : [];
  });

/** The last five years' months to choose from, the latest first. `today` is the lab's day. */
export const monthOptions = (today: string, locale: string): Option[] =>
  Array.from({ length: 60 }, (_, back) => {
    const month = DateTime.fromISO(today, { zone: "utc" })
      .startOf("month")
      .minus({ months: back })
      .toISODate() as string;
    return { value: month.slice(0, 7), label: monthName(month, locale) };
  });
