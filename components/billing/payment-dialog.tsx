"use client";

import { HandCoins } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { recordPayment } from "@/lib/billing/actions";
import { PAYMENT_METHOD_LABEL, PAYMENT_METHODS, type PaymentMethod } from "@/lib/billing/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DateInput, Input } from "../ui/input";
import { Money } from "../ui/money";
import { moneyText } from "../ui/money-text";
import { useRegion } from "../ui/region";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

type PaymentProps = {
  invoice: { id: string; balance: string; currency: string };
  /** The lab's day. */
  today: string;
  /** Makes the first press and its repetitions one payment. */
  idempotencyKey: string;
};

const METHODS = PAYMENT_METHODS.map((value) => ({ value, label: PAYMENT_METHOD_LABEL[value] }));

/** Records money received, in full or part. */
export function PaymentDialog(props: PaymentProps) {
  const [open, setOpen] = useState(false);
  const { balance, currency } = props.invoice;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<HandCoins />}>
          Record payment
        </Button>
      }
      title="Record a payment"
      description={
        <>
          <Money amount={balance} currency={currency} /> is owed.
        </>
      }
    >
      <PaymentForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function PaymentForm({ invoice, today, idempotencyKey, onDone }: PaymentProps & { onDone: () => void }) {
  const router = useRouter();
  const { locale } = useRegion();
  const [key] = useState(idempotencyKey);
  const form = useActionForm(recordPayment, {
    defaultValues: {
      amount: invoice.balance,
      method: "bank_transfer" as PaymentMethod,
      receivedOn: today,
      reference: "",
    },
    toInput: (values) => ({ ...values, invoiceId: invoice.id, idempotencyKey: key }),
    onSuccess: ({ balance }) => {
      onDone();
      toast.success(
        "Payment recorded",
        balance === "0.00"
          ? "The invoice is paid in full."
          : `${moneyText(balance, invoice.currency, locale)} is still owed.`,
      );
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="amount" label={`Amount (${invoice.currency})`} hint="Part payments are fine" required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("amount")} />
        </Field>
        <Field name="method" label="Paid by" required>
          <Select options={METHODS} {...form.register("method")} />
        </Field>
        <Field name="receivedOn" label="Received on" required>
          <DateInput max={today} {...form.register("receivedOn")} />
        </Field>
        <Field name="reference" label="Reference" hint="As on the bank statement">
          <Input maxLength={120} autoComplete="off" {...form.register("reference")} />
        </Field>
      </div>
      <SubmitButton className="self-end">Record payment</SubmitButton>
    </Form>
  );
}
