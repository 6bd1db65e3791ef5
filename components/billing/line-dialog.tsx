"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { addLine, changeLine } from "@/lib/billing/actions";
import type { InvoiceLine } from "@/lib/billing/invoice-detail";
import { type LineFactors, lineAmounts } from "@/lib/billing/line-amounts";
import { INVOICE_EXCEPTION_LABEL } from "@/lib/billing/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Dialog } from "../ui/dialog";
import { Input, Textarea } from "../ui/input";
import { Money } from "../ui/money";
import { Notice } from "../ui/notice";
import { toast } from "../ui/toast";

type LineDialogProps = {
  invoice: { id: string; version: number; currency: string };
  /** The line to change; a new one is added without. */
  line?: InvoiceLine;
  /** What a new line starts with. */
  taxPercent: string;
  trigger: ReactNode;
};

/** Adds or changes a line of a draft, showing what it will come to. */
export function LineDialog({ trigger, ...rest }: LineDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog trigger={trigger} open={open} onOpenChange={setOpen} title={rest.line ? "Change line" : "Add a line"}>
      <LineForm {...rest} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function LineForm({ invoice, line, taxPercent, onDone }: Omit<LineDialogProps, "trigger"> & { onDone: () => void }) {
  const router = useRouter();
  const values = {
    description: line?.description ?? "",
    quantity: plain(line?.quantity ?? "1"),
    unitPrice: line && !line.exception ? line.unitPrice : "",
    discountPercent: plain(line?.discountPercent ?? "0"),
    taxPercent: plain(line?.taxPercent ?? taxPercent),
  };
  const save = async (input: typeof values) => {
    const draft = { ...input, invoiceId: invoice.id, version: invoice.version };
    return line ? changeLine({ ...draft, lineId: line.id }) : addLine(draft);
  };
  const form = useActionForm<typeof values, { lineId: string } | null>(save, {
    defaultValues: values,
    onSuccess: () => {
      onDone();
      toast.success(line ? "Line changed" : "Line added");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      {line?.exception && (
        <Notice tone="warning">{INVOICE_EXCEPTION_LABEL[line.exception]}. Write the price here.</Notice>
      )}
      <Field name="description" label="Description" required>
        <Textarea rows={2} maxLength={300} {...form.register("description")} />
      </Field>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Field name="quantity" label="Quantity" required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("quantity")} />
        </Field>
        <Field name="unitPrice" label={`Price (${invoice.currency})`} required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("unitPrice")} />
        </Field>
        <Field name="discountPercent" label="Discount %">
          <Input inputMode="decimal" autoComplete="off" {...form.register("discountPercent")} />
        </Field>
        <Field name="taxPercent" label="Tax %">
          <Input inputMode="decimal" autoComplete="off" {...form.register("taxPercent")} />
        </Field>
      </div>
      <Outcome factors={form.watch()} currency={invoice.currency} />
      <SubmitButton className="self-end">{line ? "Save line" : "Add line"}</SubmitButton>
    </Form>
  );
}

/** Net and tax of what is typed, or nothing while it is no number yet. */
function Outcome({ factors, currency }: { factors: LineFactors; currency: string }) {
  const amounts = amountsOf(factors);
  return (
    <p className="text-sm text-muted" aria-live="polite">
      {amounts ? (
        <>
          Net <Money amount={amounts.net} currency={currency} className="font-medium text-fg" />, tax{" "}
          <Money amount={amounts.tax} currency={currency} />
        </>
      ) : (
        "The amount shows here."
      )}
    </p>
  );
}

function amountsOf(factors: LineFactors) {
  const point = (value: string) => value.trim().replace(",", ".");
  const { quantity, unitPrice, discountPercent, taxPercent } = factors;
  try {
    return lineAmounts({
      quantity: point(quantity),
      unitPrice: point(unitPrice),
      discountPercent: point(discountPercent),
      taxPercent: point(taxPercent),
    });
  } catch {
    return null;
  }
}

/** "2" of "2.00". */
const plain = (value: string) => value.replace(/\.00$/, "");
