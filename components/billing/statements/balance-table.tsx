"use client";

import type { ReactNode } from "react";
import { AGE_LABEL, AGES } from "@/lib/billing/statements/ageing";
import type { Balance } from "@/lib/billing/statements/list-balances";
import { ClearFilters } from "../../data-table/clear-filters";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { FilterSelect } from "../../data-table/filter-select";
import { useFilter } from "../../data-table/use-filter";
import { Badge } from "../../ui/badge";
import { DateInput } from "../../ui/input";
import { Money } from "../../ui/money";
import { SearchInput } from "../../ui/search-input";
import { DateTime } from "../../ui/time";
import { SendStatements } from "./send-statements";

const money = (amount: string, currency: string, className = "") =>
  amount === "0.00" ? (
    <span className="text-muted">–</span>
  ) : (
    <Money amount={amount} currency={currency} className={className} />
  );

const columns: Column<Balance>[] = [
  {
    id: "practice",
    header: "Practice",
    card: "title",
    width: "15rem",
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-x-2">
        {row.practice}
        {row.email === null && <Badge tone="warning">no address</Badge>}
      </span>
    ),
  },
  ...AGES.map(
    (age): Column<Balance> => ({
      id: age,
      header: AGE_LABEL[age],
      cell: (row) => money(row[age], row.currency, age === "older" ? "text-danger-text" : ""),
      numeric: true,
      from: "lg",
      width: "6.25rem",
    }),
  ),
  {
    id: "credit",
    header: "Credit",
    cell: (row) => money(row.credit, row.currency),
    numeric: true,
    from: "xl",
    width: "6.25rem",
  },
  {
    id: "balance",
    header: "Balance",
    cell: (row) => <Money amount={row.balance} currency={row.currency} className="font-medium" />,
    numeric: true,
    width: "6.75rem",
  },
  {
    id: "overdue",
    header: "Overdue",
    cell: (row) => money(row.overdue, row.currency, "text-danger-text"),
    numeric: true,
    width: "6.75rem",
  },
  {
    id: "statement",
    header: "Last statement",
    cell: (row) =>
      row.lastStatementAt ? (
        <DateTime iso={row.lastStatementAt.toISOString()} format="date" />
      ) : (
        <span className="text-muted">–</span>
      ),
    card: "hidden",
    from: "xl",
    width: "7.5rem",
  },
];

const SHOWN = [
  { value: "overdue", label: "Something overdue" },
  { value: "over60", label: "Over 60 days overdue" },
  { value: "owing", label: "Owing more than their credit" },
  { value: "credit", label: "With credit" },
];
const ORDERS = [
  { value: "balance", label: "Highest balance first" },
  { value: "oldest", label: "Longest due first" },
  { value: "name", label: "By name" },
];

type BalanceTableProps = {
  rows: Balance[];
  /** The lab's day, and the day the balances are of. */
  today: string;
  day: string;
  /** The first day of the statements offered. */
  from: string;
  totals: ReactNode;
  empty: ReactNode;
  pager: ReactNode;
};

/** Accounts with anything open, by age, filtered through the address; those selected get statements. */
export function BalanceTable({ rows, today, day, from, totals, empty, pager }: BalanceTableProps) {
  return (
    <DataTable
      label="Balances"
      rows={rows}
      columns={columns}
      rowId={(row) => `${row.practiceId} ${row.currency}`}
      rowHref={(row) => `/practices/${row.practiceId}/account?currency=${row.currency}`}
      bulk={(selected, clear) => (
        <SendStatements
          accounts={selected.map(({ practiceId, currency }) => ({ practiceId, currency }))}
          address={selected.length === 1 ? (selected[0]?.email ?? "") : null}
          period={{ from, to: day }}
          today={today}
          onDone={clear}
        />
      )}
      toolbar={
        <>
          <SearchInput label="Search practices" placeholder="Name, code or town" className="sm:w-64" />
          <FilterSelect label="Show" param="show" options={SHOWN} all="Every account" />
          <FilterSelect label="Order" param="sort" options={ORDERS} all="Most overdue first" />
          <AsOf today={today} />
          <ClearFilters params={["q", "show", "day"]} />
        </>
      }
      chips={totals}
      empty={empty}
      pager={pager}
    />
  );
}

/** The day the balances are of, in the address. */
function AsOf({ today }: { today: string }) {
  const { value, set } = useFilter("day");
  return (
    <span className="flex items-center gap-2 text-sm">
      <label htmlFor="balances-day" className="whitespace-nowrap text-muted">
        As of
      </label>
      <DateInput
        id="balances-day"
        key={value}
        max={today}
        defaultValue={value || today}
        onChange={(event) => set(event.target.value === today ? "" : event.target.value)}
      />
    </span>
  );
}
