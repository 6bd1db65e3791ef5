"use client";

import type { ReactNode } from "react";
import type { ListedItem } from "@/lib/inventory/items/list-items";
import { ITEM_CATEGORIES, ITEM_CATEGORY_LABEL } from "@/lib/inventory/vocabulary";
import { ClearFilters } from "../../data-table/clear-filters";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { FilterSelect } from "../../data-table/filter-select";
import { StatusBadge } from "../../ui/badge";
import { Money } from "../../ui/money";
import { SearchInput } from "../../ui/search-input";
import type { Option } from "../../ui/select";
import { Expiry } from "./expiry";

const CATEGORIES = ITEM_CATEGORIES.map((value) => ({ value, label: ITEM_CATEGORY_LABEL[value] }));
const SHOW = [
  { value: "low", label: "To order" },
  { value: "expiring", label: "Expiring or expired" },
  { value: "archived", label: "Archived" },
];

type ItemTableProps = { rows: ListedItem[]; locations: Option[]; today: string; empty: ReactNode; pager: ReactNode };

/** What the lab keeps, narrowed and ordered through the address. */
export function ItemTable({ rows, locations, today, empty, pager }: ItemTableProps) {
  const columns: Column<ListedItem>[] = [
    {
      id: "name",
      header: "Item",
      sort: "name",
      card: "title",
      cell: (row) => (
        <span>
          {row.name} <span className="text-xs whitespace-nowrap text-muted tabular-nums">{row.sku}</span>
        </span>
      ),
    },
    {
      id: "category",
      header: "Category",
      cell: (row) => ITEM_CATEGORY_LABEL[row.category],
      from: "lg",
      card: "hidden",
      width: "7.5rem",
    },
    { id: "location", header: "Location", cell: (row) => row.location ?? "–", from: "lg", width: "9rem" },
    {
      id: "onHand",
      header: "On hand",
      sort: "onHand",
      numeric: true,
      width: "8rem",
      cell: (row) => (
        <span className="whitespace-nowrap">
          {row.onHand} <span className="text-muted">{row.unit}</span>
        </span>
      ),
    },
    { id: "reorder", header: "Order at", numeric: true, from: "md", width: "6rem", cell: (row) => row.reorderPoint },
    {
      id: "value",
      header: "Value",
      sort: "value",
      numeric: true,
      width: "8rem",
      cell: (row) => <Money amount={row.value} />,
    },
    {
      id: "expires",
      header: "Next expiry",
      from: "md",
      width: "13rem",
      cell: (row) => <Expiry day={row.expiresOn} today={today} />,
    },
    {
      id: "low",
      header: "State",
      card: "badge",
      width: "7rem",
      cell: (row) => (row.isLow ? <StatusBadge tone="warning">to order</StatusBadge> : null),
    },
  ];
  return (
    <DataTable
      label="Stock"
      keys
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/inventory/items/${row.id}`}
      sortParam="sort"
      defaultSort="name"
      toolbar={
        <>
          <SearchInput label="Search stock" placeholder="Name, code, barcode or lot" className="sm:w-72" />
          <FilterSelect label="Category" param="category" options={CATEGORIES} />
          <FilterSelect label="Location" param="location" options={locations} />
          <FilterSelect label="Show" param="show" options={SHOW} all="All in use" />
          <ClearFilters params={["q", "category", "location", "supplier", "show"]} />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}
