"use client";

import type { ReactNode } from "react";
import type { ListedInvoice } from "@/lib/billing/list-invoices";
import { INVOICE_STATUS_LABEL, INVOICE_STATUSES } from "@/lib/billing/vocabulary";
import { ClearFilters } from "../data-table/clear-filters";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { Badge } from "../ui/badge";
import { Money } from "../ui/money";
import { useRegion } from "../ui/region";
import { SearchInput } from "../ui/search-input";
import { DateTime } from "../ui/time";
import { InvoiceStatusBadge } from "./invoice-status";
import { monthName } from "./month-name";

const day = (iso: string | null) =>
  iso ? <DateTime iso={iso} format="date" /> : <span className="text-muted">–</span>;

const number: Column<ListedInvoice> = {
  id: "number",
  header: "Invoice",
  card: "title",
  cell: (row) => <span className="whitespace-nowrap tabular-nums">{row.number ?? "Draft"}</span>,
  width: "9.5rem",
};
const practice: Column<ListedInvoice> = { id: "practice", header: "Practice", cell: (row) => row.practice };
const rest: Column<ListedInvoice>[] = [
  { id: "for", header: "For", cell: (row) => <InvoicedWork row={row} />, from: "md" },
  { id: "issued", header: "Issued", cell: (row) => day(row.issuedOn), from: "lg", card: "hidden", width: "7.5rem" },
  { id: "due", header: "Due", cell: (row) => day(row.dueOn), width: "7.5rem" },
  {
    id: "total",
    header: "Total",
    cell: (row) => <Money amount={row.total} currency={row.currency} />,
    numeric: true,
    width: "7.5rem",
  },
  { id: "owed", header: "Owed", cell: (row) => <Owed row={row} />, numeric: true, width: "7.5rem" },
  {
    id: "status",
    header: "Status",
    cell: (row) => <InvoiceStatusBadge status={row.status} />,
    card: "badge",
    width: "8rem",
  },
];

/** The case, or the month of a collective invoice, and what is still missing. */
function InvoicedWork({ row }: { row: ListedInvoice }) {
  const { locale } = useRegion();
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <span className="whitespace-nowrap tabular-nums">
        {row.periodMonth ? monthName(row.periodMonth, locale) : (row.caseNumber ?? "–")}
      </span>
      {row.exceptions > 0 && (
        <Badge tone="warning">{row.exceptions === 1 ? "1 price missing" : `${row.exceptions} prices missing`}</Badge>
      )}
    </span>
  );
}

function Owed({ row }: { row: ListedInvoice }) {
  const open = row.status === "sent" || row.status === "partly_paid" || row.status === "overdue";
  if (!open) return <span className="text-muted">–</span>;
  return (
    <Money
      amount={row.balance}
      currency={row.currency}
      className={row.status === "overdue" ? "text-danger-text" : ""}
    />
  );
}

const STATUSES = [
  { value: "open", label: "Open (awaiting money)" },
  ...INVOICE_STATUSES.map((value) => ({ value, label: INVOICE_STATUS_LABEL[value] })),
];
const ORDERS = [{ value: "owed", label: "Overdue first" }];

type InvoiceTableProps = { rows: ListedInvoice[]; empty: ReactNode; pager: ReactNode };

/** The lab's invoices, filtered through the address. */
export function InvoiceTable({ rows, empty, pager }: InvoiceTableProps) {
  return (
    <DataTable
      label="Invoices"
      rows={rows}
      columns={[number, practice, ...rest]}
      rowId={(row) => row.id}
      rowHref={(row) => `/invoices/${row.id}`}
      toolbar={
        <>
          <SearchInput label="Search invoices" placeholder="Number, practice, case" className="sm:w-72" />
          <FilterSelect label="Status" param="status" options={STATUSES} />
          <FilterSelect label="Order" param="sort" options={ORDERS} all="Newest first" />
          <ClearFilters params={["q", "status", "practice"]} />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}

/** The practice's own invoices. */
export function PortalInvoiceTable({ rows, empty, pager }: InvoiceTableProps) {
  return (
    <DataTable
      label="Invoices"
      rows={rows}
      columns={[number, ...rest]}
      rowId={(row) => row.id}
      rowHref={(row) => `/portal/invoices/${row.id}`}
      toolbar={
        <>
          <SearchInput label="Search invoices" placeholder="Number or case" className="sm:w-72" />
          <FilterSelect label="Status" param="status" options={STATUSES.filter(({ value }) => value !== "draft")} />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}
