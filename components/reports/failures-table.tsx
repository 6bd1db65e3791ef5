"use client";

import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/ui/states";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import type { FailuresBy } from "@/lib/reports/failures";

type Row = { id: string; cause: string; stage: Stage; whose: string; failures: number; units: number; href: string };

const columnsOf = (by: FailuresBy): Column<Row>[] => [
  { id: "cause", header: "Cause", card: "title", cell: (row) => row.cause },
  { id: "stage", header: "Found at", card: "line", cell: (row) => STAGE_LABEL[row.stage] },
  { id: "whose", header: by === "department" ? "Department" : "Person", card: "line", cell: (row) => row.whose },
  { id: "failures", header: "Failures", card: "badge", numeric: true, cell: (row) => row.failures },
  { id: "units", header: "Units", card: "line", numeric: true, cell: (row) => row.units },
];

/** Failures per cause, stage and whose work it was; a row opens its cases. */
export function FailuresTable({ rows, by }: { rows: Row[]; by: FailuresBy }) {
  return (
    <DataTable
      label="Failures by cause"
      rows={rows}
      columns={columnsOf(by)}
      rowId={(row) => row.id}
      rowHref={(row) => row.href}
      scroll="page"
      empty={<EmptyState title="Nothing failed in this period" />}
    />
  );
}
