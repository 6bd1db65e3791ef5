import type { Figures } from "@/components/charts/figures";
import { monthWords } from "@/lib/departments/costs/months";
import type { MonthCost } from "@/lib/departments/costs/queries";

type Place = { currency: string; locale: string };

/** A department's months: what each was made of; a month leads to what is behind it. */
export function madeOf(costs: readonly MonthCost[], { currency, locale }: Place): Figures {
  return {
    xLabel: "Month",
    series: [
      { key: "work", label: "Work" },
      { key: "materials", label: "Materials" },
      { key: "maintenance", label: "Maintenance" },
    ],
    rows: costs.map((c) => ({
      label: monthWords(c.month, locale),
      values: { work: c.work, materials: c.materials, maintenance: c.maintenance },
      href: `/departments/${c.departmentId}/costs?month=${c.month.slice(0, 7)}`,
    })),
    format: { style: "money", currency },
  };
}

/** Cost against budget, by month or by department as `label` says. */
export function againstBudget(
  costs: readonly MonthCost[],
  { currency, xLabel }: { currency: string; xLabel: string },
  label: (cost: MonthCost) => string,
): Figures {
  return {
    xLabel,
    series: [
      { key: "total", label: "Cost" },
      { key: "budget", label: "Budget" },
    ],
    rows: costs.map((c) => ({
      label: label(c),
      values: { total: c.total, budget: c.budget },
      href: `/departments/${c.departmentId}/costs?month=${c.month.slice(0, 7)}`,
    })),
    format: { style: "money", currency },
  };
}

/** What the figures of cost count, in a sentence for the screen. */
export const COST_DEFINITION =
  "Hours of people at what an hour of theirs cost on that day (a clock counts on the day it was stopped, divided among items worked on at once), materials used, damaged or written off at their lot's cost, and maintenance by its day.";
