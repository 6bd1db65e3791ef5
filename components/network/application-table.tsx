"use client";

import type { ReactNode } from "react";
import type { ApplicationRow } from "@/lib/network/queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { RelativeTime } from "../ui/time";
import { ApplicationStatusBadge } from "./application-status";

type Row = Omit<ApplicationRow, "confirmedAt"> & { confirmedAt: string };

const columns: Column<Row>[] = [
  { id: "applicant", header: "Applicant", card: "title", cell: (row) => row.applicantName },
  {
    id: "practice",
    header: "Practice",
    card: "line",
    cell: (row) => [row.practiceName, row.city].filter(Boolean).join(", "),
  },
  {
    id: "licence",
    header: "Licence",
    card: "line",
    from: "md",
    cell: (row) => `${row.licenceNumber}${row.licenceChecked ? " · checked" : ""}`,
  },
  { id: "documents", header: "Documents", numeric: true, card: "line", from: "lg", cell: (row) => row.documents },
  { id: "arrived", header: "Arrived", card: "line", cell: (row) => <RelativeTime iso={row.confirmedAt} /> },
  { id: "status", header: "Status", card: "badge", cell: (row) => <ApplicationStatusBadge status={row.status} /> },
];

/** The applications of one tab of the queue. */
export function ApplicationTable({ rows, empty, pager }: { rows: Row[]; empty: ReactNode; pager: ReactNode }) {
  return (
    <DataTable
      label="Applications"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/applications/${row.id}`}
      empty={empty}
      pager={pager}
    />
  );
}
