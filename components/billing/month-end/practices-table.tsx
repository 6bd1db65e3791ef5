"use client";

import { FilePlus2, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { draftPractices, startMonthEnd } from "@/lib/billing/month-end/actions";
import type { Amounts, MonthEndPractice } from "@/lib/billing/month-end/assemble";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { useAction } from "../../forms/use-action";
import { AlertDialog } from "../../ui/alert-dialog";
import { StatusBadge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import { toast } from "../../ui/toast";

const amounts = (row: MonthEndPractice, of: (each: Amounts) => string) => (
  <span className="flex flex-col items-end">
    {row.amounts.length === 0 && <span className="text-muted">–</span>}
    {row.amounts.map((each) => (
      <Money key={each.currency} amount={of(each)} currency={each.currency} />
    ))}
  </span>
);

const columns: Column<MonthEndPractice>[] = [
  { id: "practice", header: "Practice", card: "title", cell: (row) => row.name },
  {
    id: "mode",
    header: "Invoiced",
    cell: (row) => (row.mode === "monthly" ? "Monthly" : "Per case"),
    width: "6rem",
    from: "md",
  },
  { id: "cases", header: "Cases", cell: (row) => row.cases, numeric: true, width: "4.5rem" },
  {
    id: "items",
    header: "Items",
    cell: (row) => row.items,
    numeric: true,
    width: "4.5rem",
    from: "lg",
    card: "hidden",
  },
  {
    id: "drafts",
    header: "Drafts",
    cell: (row) => row.drafts,
    numeric: true,
    width: "4.5rem",
    from: "lg",
    card: "hidden",
  },
  {
    id: "net",
    header: "Net",
    cell: (row) => amounts(row, ({ net }) => net),
    numeric: true,
    width: "7.5rem",
    from: "lg",
    card: "hidden",
  },
  {
    id: "tax",
    header: "Tax",
    cell: (row) => amounts(row, ({ tax }) => tax),
    numeric: true,
    width: "7rem",
    from: "lg",
    card: "hidden",
  },
  { id: "total", header: "Total", cell: (row) => amounts(row, ({ total }) => total), numeric: true, width: "7.5rem" },
  { id: "state", header: "State", cell: (row) => <State row={row} />, card: "badge", width: "11rem" },
];

function State({ row }: { row: MonthEndPractice }) {
  if (row.left === 0)
    return <StatusBadge tone="success">{row.ready === 1 ? "1 invoice" : `${row.ready} invoices`}</StatusBadge>;
  const words = row.ready === 0 ? `${row.left} to mend` : `${row.ready} ready, ${row.left} to mend`;
  return <StatusBadge tone="warning">{words}</StatusBadge>;
}

const SENT_FOR_GOOD =
  "Every invoice without an exception gets its number and today's date, can no longer be changed, and goes out by e-mail.";

type PracticesTableProps = {
  rows: MonthEndPractice[];
  /** `YYYY-MM`, and as a person reads it. */
  month: string;
  monthWords: string;
  /** Of all practices, not only those on this page. */
  ready: number;
  maySend: boolean;
  pager: ReactNode;
};

/** The practices with what each will be invoiced; all of them, or those chosen, go out in one run. */
export function PracticesTable({ rows, month, monthWords, ready, maySend, pager }: PracticesTableProps) {
  const router = useRouter();
  const start = useAction(startMonthEnd, {
    onSuccess: ({ joined }) => {
      if (joined) toast.success("Joined the run that is under way");
      router.refresh();
    },
  });
  const draft = useAction(draftPractices, {
    onSuccess: ({ drafts }) => {
      toast.success(drafts === 1 ? "1 draft is ready" : `${drafts} drafts are ready`);
      router.refresh();
    },
  });
  const ids = (chosen: MonthEndPractice[]) => chosen.map(({ id }) => id);
  return (
    <DataTable
      label="Practices to invoice"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/practices/${row.id}`}
      bulk={(selected, clear) => (
        <>
          <Button
            size="sm"
            icon={<FilePlus2 />}
            loading={draft.pending}
            onClick={() => {
              draft.run({ month, practiceIds: ids(selected) });
              clear();
            }}
          >
            Only draft
          </Button>
          {maySend && (
            <AlertDialog
              title={selected.length === 1 ? "Invoice 1 practice?" : `Invoice ${selected.length} practices?`}
              description={SENT_FOR_GOOD}
              confirm="Send the invoices"
              tone="primary"
              onConfirm={() => {
                start.run({ month, practiceIds: ids(selected) });
                clear();
              }}
              trigger={
                <Button size="sm" variant="primary" icon={<Send />} loading={start.pending}>
                  Invoice {selected.length}
                </Button>
              }
            />
          )}
        </>
      )}
      toolbar={
        maySend && (
          <AlertDialog
            title={`Invoice all of ${monthWords}?`}
            description={SENT_FOR_GOOD}
            confirm={ready === 1 ? "Send 1 invoice" : `Send ${ready} invoices`}
            tone="primary"
            onConfirm={() => start.run({ month, practiceIds: null })}
            trigger={
              <Button variant="primary" icon={<Send />} loading={start.pending} disabled={ready === 0}>
                Invoice all
              </Button>
            }
          />
        )
      }
      empty={
        <EmptyState
          title="Everything is invoiced"
          hint={`Nothing that was delivered up to the end of ${monthWords} is left.`}
        />
      }
      pager={pager}
    />
  );
}
