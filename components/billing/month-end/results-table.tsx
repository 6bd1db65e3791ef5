"use client";

import { MailPlus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { mailResultAgain } from "@/lib/billing/month-end/actions";
import type { MonthEndResult } from "@/lib/billing/month-end/run-queries";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { useAction } from "../../forms/use-action";
import { StatusBadge } from "../../ui/badge";
import { IconButton } from "../../ui/button";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import { toast } from "../../ui/toast";
import { resultStatus } from "./run-status";

function Sent({ row }: { row: MonthEndResult }) {
  const more = row.count - row.invoices.length;
  if (row.count === 0) return <span className="text-muted">–</span>;
  return (
    <span className="flex flex-wrap gap-x-2 tabular-nums">
      {row.invoices.map(({ id, number }) => (
        <Link key={id} href={`/invoices/${id}`} className="whitespace-nowrap text-accent-text hover:underline">
          {number}
        </Link>
      ))}
      {more > 0 && (
        <Link href={`/invoices?practice=${row.practiceId}`} className="text-accent-text hover:underline">
          and {more} more
        </Link>
      )}
    </span>
  );
}

function MailAgain({ row }: { row: MonthEndResult }) {
  const { run, pending } = useAction(mailResultAgain, {
    onSuccess: ({ letters }) =>
      toast.success(letters === 1 ? "The letter is on its way" : `${letters} letters are on their way`),
  });
  if (row.count === 0) return null;
  return (
    <IconButton
      size="sm"
      label={`Mail the invoices of ${row.practice} again`}
      icon={<MailPlus />}
      disabled={pending}
      onClick={() => run({ resultId: row.id })}
    />
  );
}

const columns: Column<MonthEndResult>[] = [
  { id: "practice", header: "Practice", card: "title", cell: (row) => row.practice },
  { id: "invoices", header: "Invoices", cell: (row) => <Sent row={row} /> },
  {
    id: "total",
    header: "Total",
    cell: (row) => (
      <span className="flex flex-col sm:items-end">
        {row.totals.map(({ currency, total }) => (
          <Money key={currency} amount={total} currency={currency} />
        ))}
      </span>
    ),
    numeric: true,
    width: "8rem",
  },
  {
    id: "words",
    header: "What was left",
    cell: (row) => row.words ?? <span className="text-muted">–</span>,
    from: "md",
  },
  {
    id: "outcome",
    header: "Result",
    cell: (row) => {
      const { label, tone } = resultStatus(row);
      return <StatusBadge tone={tone}>{label}</StatusBadge>;
    },
    card: "badge",
    width: "8.5rem",
  },
];
const mail: Column<MonthEndResult> = {
  id: "mail",
  header: "Letters",
  cell: (row) => <MailAgain row={row} />,
  width: "5rem",
};

/** What became of each practice in a run, with its invoices. */
export function ResultsTable({ rows, mayMail, pager }: { rows: MonthEndResult[]; mayMail: boolean; pager: ReactNode }) {
  return (
    <DataTable
      label="Results by practice"
      rows={rows}
      columns={mayMail ? [...columns, mail] : columns}
      rowId={(row) => row.id}
      columnsParam="resultCols"
      rememberColumns={false}
      keys={false}
      empty={<EmptyState title="No practices in this run" hint="Choose another run." />}
      pager={pager}
    />
  );
}
