"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { takeBack } from "@/lib/billing/ledger/actions";
import type { PaymentDetail, SettledInvoice } from "@/lib/billing/ledger/read-payment";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { useAction } from "../forms/use-action";
import { AlertDialog } from "../ui/alert-dialog";
import { Button } from "../ui/button";
import { Money } from "../ui/money";
import { EmptyState } from "../ui/states";
import { toast } from "../ui/toast";
import { InvoiceStatusBadge } from "./invoice-status";

type PaymentInvoicesProps = { payment: Pick<PaymentDetail, "id" | "currency" | "invoices">; mayTakeBack: boolean };

/** The invoices that a payment settles, each of which can be taken back. */
export function PaymentInvoices({ payment, mayTakeBack }: PaymentInvoicesProps) {
  const money = (amount: string) => <Money amount={amount} currency={payment.currency} />;
  const columns: Column<SettledInvoice>[] = [
    {
      id: "number",
      header: "Invoice",
      card: "title",
      cell: (row) => (
        <Link href={`/invoices/${row.invoiceId}`} className="text-accent-text tabular-nums hover:underline">
          {row.number}
        </Link>
      ),
    },
    { id: "status", header: "Status", card: "badge", cell: (row) => <InvoiceStatusBadge status={row.status} /> },
    { id: "total", header: "Total", numeric: true, from: "md", cell: (row) => money(row.total) },
    { id: "amount", header: "Settled", numeric: true, cell: (row) => money(row.amount) },
  ];
  if (mayTakeBack) {
    columns.push({
      id: "take-back",
      header: "Change",
      numeric: true,
      width: "8rem",
      cell: (row) => <TakeBack paymentId={payment.id} invoice={row} currency={payment.currency} />,
    });
  }
  return (
    <DataTable
      label="Settled invoices"
      rows={payment.invoices}
      columns={columns}
      rowId={(row) => row.invoiceId}
      scroll="page"
      empty={<EmptyState title="It settles no invoice" hint="What is left of it is the practice's credit." />}
    />
  );
}

function TakeBack({ paymentId, invoice, currency }: { paymentId: string; invoice: SettledInvoice; currency: string }) {
  const router = useRouter();
  const { run, pending } = useAction(takeBack, {
    onSuccess: () => {
      toast.success(`Taken back from ${invoice.number}`);
      router.refresh();
    },
  });
  return (
    <span className="flex justify-end">
      <AlertDialog
        trigger={
          <Button size="sm" variant="ghost" loading={pending} aria-label={`Take back from ${invoice.number}`}>
            Take back
          </Button>
        }
        title={`Take this back from ${invoice.number}?`}
        description={
          <>
            <Money amount={invoice.amount} currency={currency} /> is owed on it again, and is the practice's credit.
          </>
        }
        confirm="Take back"
        onConfirm={() => run({ source: { kind: "payment", id: paymentId }, invoiceId: invoice.invoiceId })}
      />
    </span>
  );
}
