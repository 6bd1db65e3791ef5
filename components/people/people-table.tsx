"use client";

import type { ReactNode } from "react";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { PersonRow } from "@/lib/staff/profiles/queries";
import { EMPLOYMENT_LABEL, EMPLOYMENT_TYPES, SKILL_STAGES } from "@/lib/staff/vocabulary";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { StatusBadge } from "../ui/badge";
import { SearchInput } from "../ui/search-input";

const columns: Column<PersonRow>[] = [
  { id: "name", header: "Person", cell: (row) => row.name, card: "title" },
  { id: "job", header: "Job", cell: (row) => row.jobTitle ?? row.role },
  { id: "department", header: "Department", cell: (row) => row.department ?? "–" },
  {
    id: "employment",
    header: "Employment",
    cell: (row) => EMPLOYMENT_LABEL[row.employmentType],
    from: "lg",
    hideable: true,
  },
  { id: "phone", header: "Phone", cell: (row) => row.phone ?? "–", from: "lg", hideable: true },
  {
    id: "certificates",
    header: "Certificates",
    cell: (row) => (row.expiring > 0 ? <StatusBadge tone="warning">{row.expiring} running out</StatusBadge> : "–"),
    from: "md",
  },
  { id: "state", header: "State", cell: (row) => <PersonState row={row} />, card: "badge", width: "8rem" },
];

function PersonState({ row }: { row: PersonRow }) {
  if (row.left) return <StatusBadge tone="neutral">Left</StatusBadge>;
  return row.away ? <StatusBadge tone="info">Away today</StatusBadge> : <StatusBadge tone="success">Here</StatusBadge>;
}

type PeopleTableProps = {
  rows: PersonRow[];
  departments: { id: string; name: string }[];
  empty: ReactNode;
  pager: ReactNode;
};

/** The lab's own people, searched and filtered through the address. */
export function PeopleTable({ rows, departments, empty, pager }: PeopleTableProps) {
  return (
    <DataTable
      label="People"
      rows={rows}
      columns={columns}
      rowId={(row) => row.userId}
      rowHref={(row) => `/people/${row.userId}`}
      toolbar={
        <>
          <SearchInput label="Search people" placeholder="Name, job, department, e-mail" className="sm:w-72" />
          <FilterSelect
            label="Department"
            param="department"
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FilterSelect
            label="Employment"
            param="employment"
            options={EMPLOYMENT_TYPES.map((value) => ({ value, label: EMPLOYMENT_LABEL[value] }))}
          />
          <FilterSelect
            label="Skill"
            param="skill"
            options={SKILL_STAGES.map((value) => ({ value, label: STAGE_LABEL[value] }))}
          />
          <FilterSelect
            label="Shown"
            param="show"
            all="Who works here"
            options={[
              { value: "left", label: "Who left" },
              { value: "all", label: "Everybody" },
            ]}
          />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}
