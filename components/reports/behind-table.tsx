"use client";

import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import type { ThingBehind } from "@/lib/reports/behind";

const columnsOf = (amountLabel: string | undefined): Column<ThingBehind>[] => [
  { id: "name", header: "Case, invoice or lot", card: "title", cell: (row) => row.name },
  {
    id: "what",
    header: "Counted for",
    card: "line",
    cell: (row) => <span className="inline-block first-letter:uppercase">{row.what}</span>,
  },
  {
    id: "at",
    header: "On",
    card: "line",
    cell: (row) => <DateTime iso={`${row.at}T12:00:00Z`} format="date" zone="UTC" />,
  },
  { id: "practice", header: "Practice", card: "line", cell: (row) => row.practice ?? "–" },
  { id: "dentist", header: "Dentist", card: "line", from: "lg", cell: (row) => row.dentist ?? "–" },
  ...(amountLabel
    ? [
        {
          id: "amount",
          header: amountLabel,
          card: "badge" as const,
          numeric: true,
          cell: (row: ThingBehind) => row.amount,
        },
      ]
    : []),
];

type BehindTableProps = { rows: ThingBehind[]; amountLabel?: string; pager: ReactNode };

/** The cases, invoices or movements of stock behind a figure; a row opens what it names. */
export function BehindTable({ rows, amountLabel, pager }: BehindTableProps) {
  return (
    <DataTable
      label="Behind this figure"
      rows={rows}
      columns={columnsOf(amountLabel)}
      rowId={(row) => row.id}
      rowHref={(row) => row.href ?? "#"}
      scroll="page"
      pager={pager}
      empty={
        <EmptyState
          title="Nothing is behind this figure"
          hint="A figure can be older than what it counts: look at its “as of”."
        />
      }
    />
  );
}
