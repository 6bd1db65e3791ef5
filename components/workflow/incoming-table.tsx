"use client";

import { PackageOpen } from "lucide-react";
import type { ToothNotation } from "@/lib/access/actor";
import { itemsSummary } from "@/lib/cases/item-name";
import type { IncomingCase } from "@/lib/workflow/incoming";
import { UrgencyMark } from "../cases/case-badges";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { Pager } from "../ui/pager";
import { EmptyState } from "../ui/states";
import { DateTime, RelativeTime } from "../ui/time";

type IncomingTableProps = { cases: readonly IncomingCase[]; notation: ToothNotation; first?: string; next?: string };

/** The cases that wait at the front desk, urgent ones first, then the oldest. */
export function IncomingTable({ cases, notation, first, next }: IncomingTableProps) {
  const columns: Column<IncomingCase>[] = [
    {
      id: "number",
      header: "Case",
      card: "title",
      cell: (c) => <span className="font-medium whitespace-nowrap tabular-nums">{c.number}</span>,
    },
    { id: "items", header: "Items", card: "line", cell: (c) => itemsSummary(c.items, notation) },
    { id: "practice", header: "Practice", card: "line", cell: (c) => c.practice },
    { id: "patient", header: "Patient", card: "line", from: "lg", cell: (c) => c.patient },
    { id: "urgency", header: "Urgency", card: "badge", cell: (c) => <UrgencyMark urgency={c.urgency} /> },
    {
      id: "came",
      header: "Comes as",
      card: "line",
      cell: (c) => <span className="whitespace-nowrap">{comesAs(c)}</span>,
    },
    {
      id: "submitted",
      header: "Submitted",
      card: "line",
      from: "lg",
      cell: (c) => <RelativeTime iso={new Date(c.submittedAt).toISOString()} />,
    },
    {
      id: "ship",
      header: "Ships",
      card: "line",
      cell: (c) => <DateTime iso={c.shipBy} format="day" className="whitespace-nowrap" />,
    },
  ];
  return (
    <DataTable
      label="Cases to receive"
      rows={cases}
      columns={columns}
      rowId={(c) => c.id}
      rowHref={(c) => `/receiving/${c.id}`}
      scroll="page"
      empty={
        <EmptyState
          icon={<PackageOpen strokeWidth={1.5} />}
          title="Everything is received"
          hint="New cases appear here as they are submitted."
        />
      }
      pager={<Pager newerHref={first} newerLabel="To the start" olderHref={next} olderLabel="Next" />}
    />
  );
}

function comesAs({ impression, files }: IncomingCase): string {
  if (impression === "physical") return "Impression";
  if (files === 0) return "No files yet";
  return files === 1 ? "1 file" : `${files} files`;
}
