"use client";

import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import type { Lateness } from "@/lib/cases/lateness";
import type { CaseStatus, Urgency } from "@/lib/cases/vocabulary";
import { CaseStatusBadge, LatenessMark, UrgencyMark } from "./case-badges";

export type CaseLine = {
  id: string;
  number: string;
  status: CaseStatus;
  urgency: Urgency;
  dueOn: string;
  shipBy: string;
  createdAt: string;
  patient: string;
  practice: string;
  dentist: string;
  items: string;
  lateness: Lateness | null;
};

const columns: Column<CaseLine>[] = [
  {
    id: "number",
    header: "Case",
    card: "title",
    sort: "number",
    width: "9rem",
    cell: (row) => <span className="whitespace-nowrap tabular-nums">{row.number}</span>,
  },
  {
    id: "status",
    header: "Status",
    card: "badge",
    width: "8rem",
    cell: (row) => <CaseStatusBadge status={row.status} />,
  },
  { id: "patient", header: "Patient", cell: (row) => <span className="whitespace-nowrap">{row.patient}</span> },
  {
    id: "items",
    header: "Items",
    cell: (row) => (
      <span className="line-clamp-2 max-sm:text-right" title={row.items}>
        {row.items || "–"}
      </span>
    ),
  },
  { id: "practice", header: "Practice", from: "lg", cell: (row) => row.practice },
  {
    id: "dentist",
    header: "Dentist",
    from: "xl",
    card: "hidden",
    hideable: true,
    hidden: true,
    cell: (row) => row.dentist,
  },
  { id: "urgency", header: "Urgency", from: "lg", width: "7rem", cell: (row) => <UrgencyMark urgency={row.urgency} /> },
  {
    id: "ship",
    header: "Ship by",
    sort: "ship",
    width: "10rem",
    cell: (row) => (
      <span className="flex flex-wrap items-baseline gap-x-2 whitespace-nowrap">
        <DateTime iso={row.shipBy} format="day" />
        {row.lateness && <LatenessMark lateness={row.lateness} />}
      </span>
    ),
  },
  {
    id: "due",
    header: "Due",
    sort: "due",
    from: "xl",
    card: "hidden",
    hideable: true,
    cell: (row) => <DateTime iso={row.dueOn} format="day" className="whitespace-nowrap" />,
  },
  {
    id: "created",
    header: "Submitted",
    sort: "created",
    from: "xl",
    card: "hidden",
    hideable: true,
    hidden: true,
    cell: (row) => <DateTime iso={row.createdAt} format="date" className="whitespace-nowrap" />,
  },
];

type CaseTableProps = {
  cases: readonly CaseLine[];
  filtered: boolean;
  toolbar: ReactNode;
  pager: ReactNode;
  action?: ReactNode;
};

/** The lab's cases; a row opens its case. */
export function CaseTable({ cases, filtered, toolbar, pager, action }: CaseTableProps) {
  return (
    <DataTable
      label="Cases"
      rows={cases}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/cases/${row.id}`}
      defaultSort="-created"
      toolbar={toolbar}
      pager={pager}
      empty={
        filtered ? (
          <EmptyState
            title="No case fits"
            hint="Try fewer filters, or other words: a number, patient, practice or dentist."
          />
        ) : (
          <EmptyState
            title="No cases yet"
            hint="Cases appear here as practices send them in, or when you enter one."
            action={action}
          />
        )
      }
    />
  );
}
