"use client";

import type { ReactNode } from "react";
import type { Count } from "@/lib/inventory/counts/queries";
import { COUNT_STATUS_LABEL } from "@/lib/inventory/vocabulary";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { StatusBadge } from "../../ui/badge";
import { Money } from "../../ui/money";
import { DateTime } from "../../ui/time";
import { countScope } from "./count-scope";

const TONE = { open: "progress", approved: "success", cancelled: "neutral" } as const;

/** The state of a count in colour, shape and word. */
export function CountStatusBadge({ status }: { status: Count["status"] }) {
  return <StatusBadge tone={TONE[status]}>{COUNT_STATUS_LABEL[status]}</StatusBadge>;
}

/** Counts now and before, the newest first. `money` shows what they came to. */
export function CountTable({
  rows,
  money,
  empty,
  pager,
}: {
  rows: Count[];
  money: boolean;
  empty: ReactNode;
  pager: ReactNode;
}) {
  const columns: Column<Count>[] = [
    { id: "name", header: "Count", card: "title", cell: (row) => row.name },
    { id: "of", header: "Of", cell: countScope },
    { id: "opened", header: "Begun", width: "11rem", cell: (row) => <DateTime iso={row.openedAt.toISOString()} /> },
    { id: "by", header: "By", from: "lg", cell: (row) => row.openedBy },
    { id: "lots", header: "Counted", numeric: true, width: "8rem", cell: (row) => `${row.counted} of ${row.lines}` },
    ...(money
      ? ([
          { id: "differing", header: "Differ", numeric: true, from: "md", width: "6rem", cell: (row) => row.differing },
          {
            id: "sum",
            header: "Difference",
            numeric: true,
            width: "9rem",
            cell: (row) => <Money amount={row.difference} />,
          },
        ] satisfies Column<Count>[])
      : []),
    {
      id: "status",
      header: "State",
      card: "badge",
      width: "9rem",
      cell: (row) => <CountStatusBadge status={row.status} />,
    },
  ];
  return (
    <DataTable
      label="Counts"
      rememberColumns={false}
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/inventory/counts/${row.id}`}
      empty={empty}
      pager={pager}
    />
  );
}
