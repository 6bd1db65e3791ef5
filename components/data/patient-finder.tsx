"use client";

import type { ReactNode } from "react";
import type { FoundPatient } from "@/lib/data/erasure/queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { StatusBadge } from "../ui/badge";
import { SearchInput } from "../ui/search-input";

const columns: Column<FoundPatient>[] = [
  {
    id: "reference",
    header: "Reference",
    cell: (row) => <span className="tabular-nums">{row.reference}</span>,
    card: "title",
  },
  { id: "name", header: "Name", cell: (row) => row.fullName ?? <span className="text-muted">not held</span> },
  { id: "practice", header: "Practice", cell: (row) => row.practice },
  { id: "cases", header: "Cases", cell: (row) => row.cases, numeric: true, width: "6rem" },
  {
    id: "state",
    header: "State",
    cell: (row) => (row.erased ? <StatusBadge tone="neutral">Erased before</StatusBadge> : null),
    card: "badge",
    width: "10rem",
  },
];

type PatientFinderProps = { patients: FoundPatient[]; practices: { id: string; name: string }[]; empty: ReactNode };

/** Finds a patient by reference or name, each opening what is held of them. */
export function PatientFinder({ patients, practices, empty }: PatientFinderProps) {
  return (
    <DataTable
      label="Patients"
      rows={patients}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/data/erasure/${row.id}`}
      toolbar={
        <>
          <SearchInput label="Reference or name of the patient" placeholder="Reference or name" />
          <FilterSelect
            label="Practice"
            param="practice"
            options={practices.map(({ id, name }) => ({ value: id, label: name }))}
            className="max-w-72"
          />
        </>
      }
      empty={empty}
    />
  );
}
