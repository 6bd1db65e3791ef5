"use client";

import { FilePlus2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { draftInvoices } from "@/lib/billing/actions";
import type { UninvoicedCase } from "@/lib/billing/uninvoiced";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/states";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";

const columns: Column<UninvoicedCase>[] = [
  {
    id: "number",
    header: "Case",
    card: "title",
    cell: (row) => <span className="tabular-nums">{row.number}</span>,
    width: "9.5rem",
  },
  { id: "practice", header: "Practice", cell: (row) => row.practice },
  {
    id: "delivered",
    header: "Delivered",
    cell: (row) => <DateTime iso={row.deliveredOn} format="date" />,
    width: "8rem",
  },
  { id: "items", header: "Items", cell: (row) => row.items, numeric: true, width: "5rem" },
];

/** Delivered cases on no invoice, to draft one by one or all that are chosen. */
export function UninvoicedTable({ rows, mayDraft }: { rows: UninvoicedCase[]; mayDraft: boolean }) {
  const router = useRouter();
  const { run, pending } = useAction(draftInvoices, {
    onSuccess: ({ invoiceIds }) => {
      toast.success(invoiceIds.length === 1 ? "1 draft is ready" : `${invoiceIds.length} drafts are ready`);
      router.refresh();
    },
  });
  const draft = (cases: UninvoicedCase[]) => run({ caseIds: cases.map(({ id }) => id) });
  return (
    <DataTable
      label="Delivered cases on no invoice"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/cases/${row.id}`}
      bulk={
        mayDraft
          ? (selected, clear) => (
              <Button
                size="sm"
                variant="primary"
                icon={<FilePlus2 />}
                loading={pending}
                onClick={() => {
                  draft(selected);
                  clear();
                }}
              >
                Draft invoices
              </Button>
            )
          : undefined
      }
      toolbar={
        mayDraft &&
        rows.length > 0 && (
          <Button variant="primary" icon={<FilePlus2 />} loading={pending} onClick={() => draft(rows)}>
            Draft all {rows.length}
          </Button>
        )
      }
      empty={
        <EmptyState title="Everything delivered is invoiced" hint="A case comes here when its invoice is cancelled." />
      }
    />
  );
}
