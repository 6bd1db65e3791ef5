"use client";

import type { ReviewRow } from "@/lib/staff/reviews/queries";
import { REVIEW_STATUS_LABEL, REVIEW_STATUSES } from "@/lib/staff/reviews/vocabulary";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { FilterSelect } from "../../data-table/filter-select";
import { StatusBadge } from "../../ui/badge";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { REVIEW_TONE } from "./review-look";

const columns: Column<ReviewRow>[] = [
  { id: "person", header: "Person", cell: (row) => row.person, card: "title" },
  {
    id: "period",
    header: "Period",
    cell: (row) => (
      <>
        <DateTime iso={row.from} format="date" /> to <DateTime iso={row.to} format="date" />
      </>
    ),
  },
  { id: "cycle", header: "Cycle", cell: (row) => row.cycle ?? "–", from: "lg" },
  { id: "reviewer", header: "Reviewer", cell: (row) => row.reviewer },
  { id: "due", header: "Due", cell: (row) => (row.dueOn ? <DateTime iso={row.dueOn} format="date" /> : "–") },
  { id: "rating", header: "Rating", cell: (row) => row.rating ?? "–", numeric: true, width: "6rem" },
  {
    id: "status",
    header: "State",
    cell: (row) => <StatusBadge tone={REVIEW_TONE[row.status]}>{REVIEW_STATUS_LABEL[row.status]}</StatusBadge>,
    card: "badge",
  },
];

/** The reviews that the reader may see. */
export function ReviewTable({ rows, writes }: { rows: ReviewRow[]; writes: boolean }) {
  return (
    <DataTable
      label="Reviews"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/people/reviews/${row.id}`}
      scroll="page"
      toolbar={
        <FilterSelect
          label="State"
          param="status"
          all="Every state"
          options={REVIEW_STATUSES.map((status) => ({ value: status, label: REVIEW_STATUS_LABEL[status] }))}
        />
      }
      empty={
        <EmptyState
          title="No reviews here"
          hint={
            writes
              ? "Start one for a person, or a cycle for several."
              : "Yours appear here once they are shared with you."
          }
        />
      }
    />
  );
}
