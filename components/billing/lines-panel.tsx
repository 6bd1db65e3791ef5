"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { removeLine } from "@/lib/billing/actions";
import type { InvoiceDetail, InvoiceLine } from "@/lib/billing/invoice-detail";
import { INVOICE_EXCEPTION_LABEL } from "@/lib/billing/vocabulary";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { useAction } from "../forms/use-action";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Money } from "../ui/money";
import { EmptyState } from "../ui/states";
import { toast } from "../ui/toast";
import { LineDialog } from "./line-dialog";

type LinesPanelProps = {
  invoice: Pick<InvoiceDetail, "id" | "version" | "currency" | "lines">;
  editable: boolean;
  /** Where a case is looked at: `/cases` or `/portal/cases`. */
  casesPath: string;
};

const figure = (value: string) => value.replace(/\.?0+$/, "");

function columnsFor({ invoice, casesPath }: LinesPanelProps): Column<InvoiceLine>[] {
  const money = (amount: string) => <Money amount={amount} currency={invoice.currency} />;
  return [
    {
      id: "case",
      header: "Case · patient",
      card: "hidden",
      width: "9.5rem",
      cell: (line) => <CaseOfLine line={line} casesPath={casesPath} />,
    },
    {
      id: "description",
      header: "Description",
      card: "title",
      width: "40%",
      cell: (line) => (
        <>
          <span className="block text-xs font-normal text-muted sm:hidden">
            <CaseOfLine line={line} casesPath={casesPath} />
          </span>
          {line.description} {line.exception && <Badge tone="warning">{INVOICE_EXCEPTION_LABEL[line.exception]}</Badge>}
        </>
      ),
    },
    { id: "quantity", header: "Qty", numeric: true, width: "4rem", cell: (line) => figure(line.quantity) },
    { id: "price", header: "Price", numeric: true, width: "6.5rem", cell: (line) => money(line.unitPrice) },
    {
      id: "discount",
      header: "Discount",
      numeric: true,
      width: "5.5rem",
      from: "md",
      cell: (line) => (line.discountPercent === "0.00" ? "–" : `${figure(line.discountPercent)}\u00a0%`),
    },
    { id: "tax", header: "Tax", numeric: true, width: "4.5rem", cell: (line) => `${figure(line.taxPercent)}\u00a0%` },
    { id: "net", header: "Net", numeric: true, width: "7rem", cell: (line) => money(line.net) },
  ];
}

function CaseOfLine({ line, casesPath }: { line: InvoiceLine; casesPath: string }) {
  if (!line.caseId) return <span className="text-muted">–</span>;
  return (
    <>
      <Link
        href={`${casesPath}/${line.caseId}`}
        className="whitespace-nowrap text-accent-text tabular-nums hover:underline"
      >
        {line.caseNumber}
      </Link>
      <span className="text-xs whitespace-nowrap text-muted sm:block"> {line.patient}</span>
    </>
  );
}

/** The lines of an invoice; of a draft to be changed. */
export function LinesPanel(props: LinesPanelProps) {
  const { invoice, editable } = props;
  const router = useRouter();
  const { run, pending } = useAction(removeLine, {
    onSuccess: () => {
      toast.success("Line removed");
      router.refresh();
    },
  });
  const taxPercent = invoice.lines[0]?.taxPercent ?? "0";
  const columns = columnsFor(props);
  if (editable) {
    columns.push({
      id: "change",
      header: "Change",
      width: "6rem",
      cell: (line) => (
        <span className="flex justify-end gap-1">
          <LineDialog
            invoice={invoice}
            line={line}
            taxPercent={taxPercent}
            trigger={<IconButton label={`Change ${line.description}`} icon={<Pencil />} variant="ghost" size="sm" />}
          />
          <IconButton
            label={`Remove ${line.description}`}
            icon={<Trash2 />}
            variant="ghost"
            size="sm"
            disabled={pending}
            onClick={() => run({ invoiceId: invoice.id, version: invoice.version, lineId: line.id })}
          />
        </span>
      ),
    });
  }
  return (
    <DataTable
      label="Lines"
      rows={invoice.lines}
      columns={columns}
      rowId={(line) => line.id}
      scroll="page"
      toolbar={
        editable && (
          <LineDialog invoice={invoice} taxPercent={taxPercent} trigger={<Button icon={<Plus />}>Add line</Button>} />
        )
      }
      empty={<EmptyState title="No lines" hint="Add one, or cancel the invoice." />}
    />
  );
}
