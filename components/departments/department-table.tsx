"use client";

import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { MonthCost } from "@/lib/departments/costs/queries";
import type { Department } from "@/lib/departments/queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { Money } from "../ui/money";
import { EmptyState } from "../ui/states";
import { BudgetState } from "./budget-state";

export type DepartmentRow = Department & { cost: MonthCost | null };

const facts: Column<DepartmentRow>[] = [
  { id: "name", header: "Department", cell: (row) => row.name, card: "title" },
  { id: "head", header: "Head", cell: (row) => row.head ?? "–" },
  {
    id: "stages",
    header: "Stages",
    cell: (row) => row.stages.map((stage) => STAGE_LABEL[stage]).join(", ") || "–",
    from: "lg",
  },
  { id: "people", header: "People", cell: (row) => row.people, numeric: true, width: "5rem" },
  { id: "machines", header: "Machines", cell: (row) => row.machines, numeric: true, width: "6rem" },
  { id: "units", header: "Units a day", cell: (row) => row.units ?? "No limit", numeric: true, width: "7rem" },
  { id: "open", header: "Open stages", cell: (row) => row.open, numeric: true, width: "7rem", from: "md" },
];
const money: Column<DepartmentRow>[] = [
  { id: "cost", header: "Cost", cell: (row) => (row.cost ? <Money amount={row.cost.total} /> : "–"), numeric: true },
  {
    id: "budget",
    header: "Budget",
    cell: (row) => (row.cost?.budget ? <Money amount={row.cost.budget} /> : "–"),
    numeric: true,
  },
  { id: "state", header: "Budget state", cell: (row) => <BudgetState left={row.cost?.left ?? null} />, card: "badge" },
];

/** The lab's departments; what they cost for those who may see money. */
export function DepartmentTable({ rows, showMoney }: { rows: DepartmentRow[]; showMoney: boolean }) {
  return (
    <DataTable
      label="Departments"
      rows={rows}
      columns={showMoney ? [...facts, ...money] : facts}
      rowId={(row) => row.id}
      rowHref={(row) => `/departments/${row.id}`}
      scroll="page"
      empty={<EmptyState title="No departments yet" hint="Add the places of the lab in which work is done." />}
    />
  );
}
