"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refundCredit } from "@/lib/billing/ledger/actions";
import type { CreditSource } from "@/lib/billing/ledger/schema";
import { PAYMENT_METHOD_LABEL, PAYMENT_METHODS, type PaymentMethod } from "@/lib/billing/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DateInput, Input } from "../ui/input";
import { Money } from "../ui/money";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

type RefundProps = {
  source: CreditSource;
  /** What is left of it, a decimal string. */
  credit: string;
  currency: string;
  method?: PaymentMethod;
  today: string;
  idempotencyKey: string;
  size?: "sm" | "md";
};

const METHODS = PAYMENT_METHODS.map((value) => ({ value, label: PAYMENT_METHOD_LABEL[value] }));

/** Books that credit was paid out to the practice. */
export function RefundDialog({ size = "md", ...props }: RefundProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size={size} icon={<Undo2 />}>
          Refund
        </Button>
      }
      title="Refund credit"
      description={
        <>
          <Money amount={props.credit} currency={props.currency} /> is left. Pay it out first, then book it here.
        </>
      }
    >
      <RefundForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RefundForm({
  source,
  credit,
  currency,
  method,
  today,
  idempotencyKey,
  onDone,
}: RefundProps & { onDone: () => void }) {
  const router = useRouter();
  const [key] = useState(idempotencyKey);
  const form = useActionForm(refundCredit, {
    defaultValues: {
      amount: credit,
      method: method ?? ("bank_transfer" as PaymentMethod),
      refundedOn: today,
      reference: "",
      reason: "",
    },
    toInput: (values) => ({ ...values, source, idempotencyKey: key }),
    onSuccess: () => {
      onDone();
      toast.success("Refund booked");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="amount" label={`Amount (${currency})`} required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("amount")} />
        </Field>
        <Field name="method" label="Paid out by" required>
          <Select options={METHODS} {...form.register("method")} />
        </Field>
        <Field name="refundedOn" label="Paid out on" required>
          <DateInput max={today} {...form.register("refundedOn")} />
        </Field>
        <Field name="reference" label="Reference" hint="As on the bank statement">
          <Input maxLength={120} autoComplete="off" {...form.register("reference")} />
        </Field>
      </div>
      <Field name="reason" label="Reason" hint="The practice reads it too" required>
        <Input maxLength={300} autoComplete="off" {...form.register("reason")} />
      </Field>
      <SubmitButton className="self-end">Book refund</SubmitButton>
    </Form>
  );
}
