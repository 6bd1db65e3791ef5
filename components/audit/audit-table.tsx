"use client";

import type { ReactNode } from "react";
import { AUDIT_ACTION_LABEL, AUDIT_ACTIONS } from "@/lib/audit/filter";
import type { AuditEntry } from "@/lib/audit/queries";
import { columnName, recordName } from "@/lib/audit/words";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { useFilter } from "../data-table/use-filter";
import { Combobox } from "../ui/combobox";
import { DateInput } from "../ui/input";
import { SearchInput } from "../ui/search-input";
import { DateTime } from "../ui/time";
import { AuditActionBadge } from "./audit-action";

const columns: Column<AuditEntry>[] = [
  {
    id: "record",
    header: "Record",
    cell: (row) => [recordName(row.table), row.subject].filter(Boolean).join(" "),
    card: "title",
    width: "17rem",
  },
  {
    id: "action",
    header: "Action",
    cell: (row) => <AuditActionBadge action={row.action} />,
    card: "badge",
    width: "8rem",
  },
  {
    id: "changed",
    header: "What changed",
    cell: (row) => row.changed.map(columnName).join(", ") || <span className="text-muted">–</span>,
    card: "hidden",
    from: "md",
  },
  {
    id: "person",
    header: "Person",
    cell: (row) => row.person ?? <span className="text-muted">Casepan</span>,
    width: "12rem",
  },
  {
    id: "occurredAt",
    header: "When",
    cell: (row) => <DateTime iso={row.occurredAt} format="datetime" />,
    width: "12rem",
  },
];

type AuditTableProps = {
  entries: AuditEntry[];
  people: { id: string; name: string }[];
  tables: string[];
  empty: ReactNode;
  pager: ReactNode;
};

/** The audit log, each entry opening what the row was before and after. */
export function AuditTable({ entries, people, tables, empty, pager }: AuditTableProps) {
  return (
    <DataTable
      label="Audit log"
      rows={entries}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/audit/${row.id}`}
      toolbar={
        <>
          <SearchInput
            label="Number or name of a record"
            placeholder="C-2026-000123, a lot, a practice"
            className="w-64"
          />
          <FilterCombobox
            label="Person"
            param="person"
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FilterCombobox
            label="Record"
            param="table"
            options={tables.map((table) => ({ value: table, label: recordName(table), keywords: [table] }))}
          />
          <FilterSelect
            label="Action"
            param="action"
            options={AUDIT_ACTIONS.map((value) => ({ value, label: AUDIT_ACTION_LABEL[value] }))}
          />
          <FilterDay label="From" param="from" />
          <FilterDay label="To" param="to" />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}

type FilterComboboxProps = {
  label: string;
  param: string;
  options: { value: string; label: string; keywords?: string[] }[];
};

function FilterCombobox({ label, param, options }: FilterComboboxProps) {
  const { value, set } = useFilter(param);
  return (
    <Combobox
      aria-label={label}
      options={options}
      value={value}
      onValueChange={set}
      placeholder={`Any ${label.toLowerCase()}`}
      clearable
      className="w-44 max-sm:flex-1"
    />
  );
}

function FilterDay({ label, param }: { label: string; param: string }) {
  const { value, set } = useFilter(param);
  return (
    <span className="flex items-center gap-1.5 text-sm text-muted">
      <span aria-hidden>{label}</span>
      <DateInput
        key={value}
        aria-label={`${label} day`}
        defaultValue={value}
        onChange={(event) => set(event.target.value)}
        className="w-36"
      />
    </span>
  );
}
