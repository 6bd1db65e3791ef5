"use client";

import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { CASE_STATUS_LABEL, type CaseStatus } from "@/lib/cases/vocabulary";
import type { CaseBehind } from "@/lib/reports/behind";

const columns: Column<CaseBehind>[] = [
  { id: "number", header: "Case", card: "title", cell: (row) => row.number },
  {
    id: "what",
    header: "Counted for",
    card: "line",
    cell: (row) => <span className="first-letter:uppercase">{row.what}</span>,
  },
  {
    id: "on",
    header: "On",
    card: "line",
    cell: (row) => <DateTime iso={`${row.on}T12:00:00Z`} format="date" zone="UTC" />,
  },
  { id: "practice", header: "Practice", card: "line", cell: (row) => row.practice },
  { id: "dentist", header: "Dentist", card: "line", from: "lg", cell: (row) => row.dentist },
  { id: "status", header: "Status now", card: "badge", cell: (row) => CASE_STATUS_LABEL[row.status as CaseStatus] },
];

/** The cases behind a figure; a row opens its case. */
export function BehindTable({ rows }: { rows: (CaseBehind & { line: number })[] }) {
  return (
    <DataTable
      label="Cases behind this figure"
      rows={rows}
      columns={columns}
      rowId={(row) => String(row.line)}
      rowHref={(row) => `/cases/${row.caseId}`}
      scroll="page"
      empty={
        <EmptyState
          title="No cases behind this figure"
          hint="A figure can be older than the cases: look at its “as of”."
        />
      }
    />
  );
}
