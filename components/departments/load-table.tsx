"use client";

import { PROCEDURE_LABEL, type ProcedureType, STAGE_LABEL, URGENCY_LABEL } from "@/lib/cases/vocabulary";
import type { LoadItem } from "@/lib/departments/capacity/queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/states";
import { DateTime } from "../ui/time";

const columns: Column<LoadItem>[] = [
  { id: "number", header: "Case", cell: (row) => row.number, card: "title", width: "9rem" },
  { id: "practice", header: "Practice", cell: (row) => row.practice },
  {
    id: "what",
    header: "Item",
    cell: (row) => PROCEDURE_LABEL[row.procedureType as ProcedureType] ?? row.procedureType,
  },
  { id: "units", header: "Units", cell: (row) => row.units, numeric: true, width: "4rem" },
  { id: "stands", header: "Stands at", cell: (row) => STAGE_LABEL[row.standsAt] },
  { id: "due", header: "Due", cell: (row) => <DateTime iso={row.dueOn} format="date" /> },
  { id: "urgency", header: "Urgency", cell: (row) => URGENCY_LABEL[row.urgency], from: "md" },
  {
    id: "comes",
    header: "Comes",
    cell: (row) => (row.waits ? <Badge tone="warning">Waiting</Badge> : <Badge>Arriving</Badge>),
    card: "badge",
  },
];

/** The items that make a department's load on a day; each leads to its case. */
export function LoadTable({ rows }: { rows: LoadItem[] }) {
  return (
    <DataTable
      label="Items in the load"
      rows={rows}
      columns={columns}
      rowId={(row) => row.itemId}
      rowHref={(row) => `/cases/${row.caseId}`}
      scroll="page"
      empty={<EmptyState title="Nothing comes on this day" />}
    />
  );
}
