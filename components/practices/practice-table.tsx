"use client";

import type { ReactNode } from "react";
import type { PracticeRow } from "@/lib/practices/queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { SearchInput } from "../ui/search-input";
import { PracticeStatusBadge } from "./practice-status";

const columns: Column<PracticeRow>[] = [
  { id: "name", header: "Practice", cell: (row) => row.name, card: "title" },
  { id: "code", header: "Code", cell: (row) => <span className="tabular-nums">{row.code}</span>, width: "7rem" },
  { id: "town", header: "Town", cell: (row) => row.city ?? "–" },
  { id: "postcode", header: "Postcode", cell: (row) => row.postcode, width: "7rem" },
  { id: "phone", header: "Phone", cell: (row) => row.phone ?? "–", from: "lg", hideable: true },
  {
    id: "dentists",
    header: "Dentists",
    cell: (row) => row.dentists,
    numeric: true,
    from: "md",
    card: "hidden",
    width: "6rem",
  },
  { id: "open", header: "Open cases", cell: (row) => row.openCases, numeric: true, width: "7rem" },
  {
    id: "status",
    header: "Status",
    cell: (row) => <PracticeStatusBadge status={row.status} />,
    card: "badge",
    width: "8rem",
  },
];

const SHOWN = [
  { value: "active", label: "Active" },
  { value: "suspended", label: "Suspended" },
  { value: "closed", label: "Closed" },
  { value: "archived", label: "Archived" },
];

/** The lab's practices, searched and filtered through the address. */
export function PracticeTable({ rows, empty, pager }: { rows: PracticeRow[]; empty: ReactNode; pager: ReactNode }) {
  return (
    <DataTable
      label="Practices"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/practices/${row.id}`}
      toolbar={
        <>
          <SearchInput label="Search practices" placeholder="Name, code, town, postcode, dentist" className="sm:w-80" />
          <FilterSelect label="Status" param="status" options={SHOWN} />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}
