"use client";

import type { ReactNode } from "react";
import type { CaseBehindFigure } from "@/lib/network/dentist-cases";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/states";
import { DateTime } from "../ui/time";

type Row = Omit<CaseBehindFigure, "deliveredAt"> & { deliveredAt: string };

const columns: Column<Row>[] = [
  { id: "number", header: "Case", card: "title", cell: (row) => row.number },
  { id: "practice", header: "Practice", card: "line", cell: (row) => row.practice },
  { id: "units", header: "Units", numeric: true, card: "line", cell: (row) => row.units },
  { id: "due", header: "Due", card: "line", from: "md", cell: (row) => <DateTime iso={row.dueOn} format="date" /> },
  {
    id: "delivered",
    header: "Delivered",
    card: "line",
    cell: (row) => (
      <>
        <DateTime iso={row.deliveredAt} format="date" /> {row.late && <Badge tone="danger">Late</Badge>}
      </>
    ),
  },
  { id: "remakes", header: "Made again as", card: "line", from: "lg", cell: (row) => row.remakes.join(", ") || "–" },
  { id: "holds", header: "Holds", numeric: true, card: "line", from: "lg", cell: (row) => row.holds },
  { id: "rating", header: "Rating", numeric: true, card: "badge", cell: (row) => row.overall ?? "–" },
];

/** The cases behind a figure of a dentist; a row opens its case. */
export function FigureCases({ rows, pager }: { rows: Row[]; pager: ReactNode }) {
  return (
    <DataTable
      label="Cases behind this figure"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/cases/${row.id}`}
      empty={
        <EmptyState
          title="No cases behind this figure"
          hint="A figure can be older than the cases: look at its “as of”."
        />
      }
      pager={pager}
    />
  );
}
