"use client";

import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { StatusBadge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { LateCase } from "@/lib/reports/late";

const columns: Column<LateCase>[] = [
  { id: "number", header: "Case", card: "title", cell: (row) => row.number },
  {
    id: "late",
    header: "Late",
    card: "badge",
    cell: (row) => <StatusBadge tone="danger">{row.daysLate === 1 ? "1 day" : `${row.daysLate} days`}</StatusBadge>,
  },
  { id: "why", header: "Why", card: "line", cell: (row) => row.why },
  { id: "stage", header: "Stage", card: "line", from: "md", cell: (row) => STAGE_LABEL[row.stage] },
  { id: "practice", header: "Practice", card: "line", cell: (row) => row.practice },
  { id: "dentist", header: "Dentist", card: "line", from: "lg", cell: (row) => row.dentist },
  {
    id: "shipBy",
    header: "Ship by",
    card: "line",
    from: "md",
    cell: (row) => <DateTime iso={`${row.shipBy}T12:00:00Z`} format="date" zone="UTC" />,
  },
  {
    id: "dueOn",
    header: "Due",
    card: "line",
    from: "lg",
    cell: (row) => <DateTime iso={`${row.dueOn}T12:00:00Z`} format="date" zone="UTC" />,
  },
];

/** The late cases with why each is late; a row opens its case. */
export function LateTable({ cases }: { cases: LateCase[] }) {
  return (
    <DataTable
      label="Late cases"
      rows={cases}
      columns={columns}
      rowId={(row) => row.caseId}
      rowHref={(row) => `/cases/${row.caseId}`}
      scroll="page"
      empty={<EmptyState title="Nothing is late" hint="Every open case can still leave by its ship-by day." />}
    />
  );
}
