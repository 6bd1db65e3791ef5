"use client";

import { ArrowRightLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toHundredths } from "@/lib/billing/hundredths";
import { allocateCredit } from "@/lib/billing/ledger/actions";
import type { OpenInvoice } from "@/lib/billing/ledger/open-invoices";
import type { CreditSource } from "@/lib/billing/ledger/schema";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Money } from "../ui/money";
import { toast } from "../ui/toast";
import { oldestFirst, PaymentSplit } from "./payment-split";

type CreditUseProps = {
  source: CreditSource;
  /** What is left of it, a decimal string. */
  credit: string;
  currency: string;
  invoices: OpenInvoice[];
  idempotencyKey: string;
  size?: "sm" | "md";
};

/** Settles open invoices with what is left of a payment or credit note, the oldest first proposed. */
export function CreditUseDialog({ size = "md", ...props }: CreditUseProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="lg"
      trigger={
        <Button size={size} icon={<ArrowRightLeft />}>
          Use credit
        </Button>
      }
      title="Use credit for open invoices"
      description={
        <>
          <Money amount={props.credit} currency={props.currency} /> is left.
        </>
      }
    >
      <CreditUseForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CreditUseForm({
  source,
  credit,
  currency,
  invoices,
  idempotencyKey,
  onDone,
}: CreditUseProps & { onDone: () => void }) {
  const router = useRouter();
  const [key] = useState(idempotencyKey);
  const proposed = oldestFirst(credit, invoices);
  const form = useActionForm(allocateCredit, {
    defaultValues: { invoices: invoices.map(({ id }, i) => ({ invoiceId: id, amount: proposed[i] ?? "" })) },
    toInput: (values) => ({ ...values, source, idempotencyKey: key }),
    onSuccess: (settled) => {
      onDone();
      toast.success(settled.length === 1 ? "1 invoice settled" : `${settled.length} invoices settled`);
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <PaymentSplit invoices={invoices} currency={currency} available={toHundredths(credit)} availableLabel="Credit" />
      <SubmitButton className="self-end">Use credit</SubmitButton>
    </Form>
  );
}
