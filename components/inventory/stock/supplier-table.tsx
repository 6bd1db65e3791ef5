"use client";

import type { ReactNode } from "react";
import type { Supplier } from "@/lib/inventory/suppliers/queries";
import { ClearFilters } from "../../data-table/clear-filters";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { FilterSelect } from "../../data-table/filter-select";
import { SearchInput } from "../../ui/search-input";
import { Rating } from "./rating";

const columns: Column<Supplier>[] = [
  { id: "name", header: "Supplier", card: "title", cell: (row) => row.name },
  { id: "rating", header: "Rating", card: "badge", width: "9rem", cell: (row) => <Rating value={row.rating} /> },
  {
    id: "lead",
    header: "Takes",
    numeric: true,
    width: "7rem",
    cell: (row) => (row.leadTimeDays === null ? "–" : row.leadTimeDays === 1 ? "1 day" : `${row.leadTimeDays} days`),
  },
  { id: "items", header: "Items priced", numeric: true, width: "8rem", cell: (row) => row.items },
  { id: "contact", header: "Contact", from: "md", cell: (row) => row.contactName ?? "–" },
  { id: "email", header: "E-mail", from: "md", cell: (row) => row.email ?? "–" },
  { id: "phone", header: "Phone", from: "lg", cell: (row) => row.phone ?? "–" },
];

/** Whom the lab buys from, narrowed through the address. */
export function SupplierTable({ rows, empty, pager }: { rows: Supplier[]; empty: ReactNode; pager: ReactNode }) {
  return (
    <DataTable
      label="Suppliers"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/inventory/suppliers/${row.id}`}
      toolbar={
        <>
          <SearchInput label="Search suppliers" placeholder="Name" className="sm:w-72" />
          <FilterSelect label="Show" param="show" options={[{ value: "archived", label: "Archived" }]} all="In use" />
          <ClearFilters params={["q", "show"]} />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}
