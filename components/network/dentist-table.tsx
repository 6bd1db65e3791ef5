"use client";

import type { ReactNode } from "react";
import type { DentistRow } from "@/lib/network/dentist-list";
import { ratesOf } from "@/lib/network/dentist-rates";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { Money } from "../ui/money";
import { SearchInput } from "../ui/search-input";
import { daysText, percentText, ratingText } from "./figure-text";

const columnsOf = (locale: string, money: boolean): Column<DentistRow>[] => [
  { id: "name", header: "Dentist", sort: "name", card: "title", cell: (row) => row.name },
  { id: "practices", header: "Practices", card: "line", from: "xl", cell: (row) => row.practices.join(", ") },
  { id: "cases", header: "Cases", sort: "cases", numeric: true, card: "line", cell: (row) => row.cases },
  { id: "units", header: "Units", sort: "units", numeric: true, card: "line", from: "md", cell: (row) => row.units },
  {
    id: "remakes",
    header: "Remade units",
    sort: "remakes",
    numeric: true,
    card: "line",
    cell: (row) => percentText(ratesOf(row).remadeUnits, locale),
  },
  {
    id: "onTime",
    header: "On time",
    sort: "onTime",
    numeric: true,
    card: "line",
    from: "md",
    cell: (row) => percentText(ratesOf(row).onTime, locale),
  },
  {
    id: "days",
    header: "Days in lab",
    sort: "days",
    numeric: true,
    card: "line",
    from: "lg",
    cell: (row) => daysText(ratesOf(row).days, locale),
  },
  {
    id: "held",
    header: "On hold",
    sort: "held",
    numeric: true,
    card: "line",
    from: "lg",
    cell: (row) => percentText(ratesOf(row).held, locale),
  },
  {
    id: "rating",
    header: "Rating",
    sort: "rating",
    numeric: true,
    card: "badge",
    cell: (row) => ratingText(ratesOf(row).rating, locale),
  },
  ...(money
    ? [
        {
          id: "revenue",
          header: "Invoiced",
          sort: "revenue",
          numeric: true,
          card: "line",
          cell: (row: DentistRow) => <Money amount={row.revenue} />,
        } as const,
      ]
    : []),
];

/** The lab's dentists with the figures of a period; a row opens the dentist. */
export function DentistTable({
  rows,
  locale,
  money,
  query,
  empty,
  pager,
}: {
  rows: DentistRow[];
  locale: string;
  money: boolean;
  /** The address's query that a dentist's page takes over. */
  query: string;
  empty: ReactNode;
  pager: ReactNode;
}) {
  return (
    <DataTable
      label="Dentists"
      rows={rows}
      columns={columnsOf(locale, money)}
      rowId={(row) => row.id}
      rowHref={(row) => `/dentists/${row.id}${query}`}
      defaultSort="-cases"
      toolbar={<SearchInput label="Search dentists" placeholder="Name or licence number" resets={["page"]} />}
      empty={empty}
      pager={pager}
    />
  );
}
