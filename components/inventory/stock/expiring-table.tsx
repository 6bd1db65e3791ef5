"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { ExpiringLot } from "@/lib/inventory/lots/expiring";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { FilterSelect } from "../../data-table/filter-select";
import { Money } from "../../ui/money";
import { Expiry } from "./expiry";

const WITHIN = [
  { value: "0", label: "Expired" },
  { value: "30", label: "30 days" },
  { value: "180", label: "6 months" },
  { value: "365", label: "A year" },
];

/** Lots that expire or have, the first to expire first. */
export function ExpiringTable({
  rows,
  today,
  empty,
  pager,
}: {
  rows: ExpiringLot[];
  today: string;
  empty: ReactNode;
  pager: ReactNode;
}) {
  const columns: Column<ExpiringLot>[] = [
    { id: "lot", header: "Lot", card: "title", width: "9rem", cell: (row) => row.number },
    {
      id: "item",
      header: "Item",
      cell: (row) => (
        <Link href={`/inventory/items/${row.itemId}`} className="hover:underline">
          {row.item}
        </Link>
      ),
    },
    { id: "expires", header: "Expires", width: "14rem", cell: (row) => <Expiry day={row.expiresOn} today={today} /> },
    { id: "left", header: "On hand", numeric: true, width: "8rem", cell: (row) => `${row.onHand} ${row.unit}` },
    { id: "value", header: "Value", numeric: true, width: "8rem", cell: (row) => <Money amount={row.value} /> },
    { id: "location", header: "Location", from: "md", cell: (row) => row.location ?? "–" },
  ];
  return (
    <DataTable
      label="Expiring lots"
      rememberColumns={false}
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/inventory/lots/${row.id}`}
      toolbar={<FilterSelect label="Within" param="within" options={WITHIN} all="60 days" />}
      empty={empty}
      pager={pager}
    />
  );
}
