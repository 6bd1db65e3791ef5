"use client";

import type { ReactNode } from "react";
import type { ListedPayment } from "@/lib/billing/ledger/list-payments";
import { PAYMENT_METHOD_LABEL, PAYMENT_METHODS } from "@/lib/billing/vocabulary";
import { ClearFilters } from "../data-table/clear-filters";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { Badge } from "../ui/badge";
import { Money } from "../ui/money";
import { SearchInput } from "../ui/search-input";
import { DateTime } from "../ui/time";

const columns: Column<ListedPayment>[] = [
  {
    id: "received",
    header: "Received",
    width: "8rem",
    cell: (row) => <DateTime iso={row.receivedOn} format="date" />,
  },
  {
    id: "practice",
    header: "Practice",
    card: "title",
    cell: (row) => row.practice ?? <span className="text-muted">Archived practice</span>,
  },
  { id: "method", header: "Paid by", width: "8rem", cell: (row) => PAYMENT_METHOD_LABEL[row.method] },
  {
    id: "reference",
    header: "Reference",
    from: "lg",
    cell: (row) => row.reference ?? <span className="text-muted">–</span>,
  },
  { id: "invoices", header: "Settles", from: "md", cell: (row) => <Settles row={row} /> },
  {
    id: "amount",
    header: "Amount",
    numeric: true,
    width: "8rem",
    cell: (row) => <Money amount={row.amount} currency={row.currency} />,
  },
  { id: "credit", header: "Left", numeric: true, card: "badge", width: "9rem", cell: (row) => <Left row={row} /> },
];

function Settles({ row }: { row: ListedPayment }) {
  if (row.invoiceCount === 0) return <span className="text-muted">No invoice</span>;
  const more = row.invoiceCount - row.invoices.length;
  return (
    <span className="tabular-nums">
      {row.invoices.join(", ")}
      {more > 0 && <span className="text-muted"> and {more} more</span>}
    </span>
  );
}

function Left({ row }: { row: ListedPayment }) {
  if (row.bounced) return <Badge tone="danger">Bounced</Badge>;
  if (row.credit === "0.00")
    return row.refunded === "0.00" ? (
      <span className="text-muted max-sm:hidden">–</span>
    ) : (
      <Badge tone="neutral">Refunded in part</Badge>
    );
  return (
    <Badge tone="info">
      <Money amount={row.credit} currency={row.currency} />
      <span className="sm:sr-only">&nbsp;left</span>
    </Badge>
  );
}

const METHODS = PAYMENT_METHODS.map((value) => ({ value, label: PAYMENT_METHOD_LABEL[value] }));
const CREDIT = [{ value: "left", label: "With credit left" }];

type PaymentTableProps = {
  rows: ListedPayment[];
  /** The months to choose from: first day and name. */
  months: { value: string; label: string }[];
  empty: ReactNode;
  pager: ReactNode;
};

/** The money that came in, filtered through the address. */
export function PaymentTable({ rows, months, empty, pager }: PaymentTableProps) {
  return (
    <DataTable
      label="Payments"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/invoices/payments/${row.id}`}
      toolbar={
        <>
          <SearchInput label="Search payments" placeholder="Practice, reference, invoice, amount" className="sm:w-80" />
          <FilterSelect label="Method" param="method" options={METHODS} />
          <FilterSelect label="Month" param="month" options={months} />
          <FilterSelect label="Credit" param="credit" options={CREDIT} all="With and without credit" />
          <ClearFilters params={["q", "method", "month", "credit", "practice"]} />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}
