"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { fromHundredths } from "@/lib/billing/hundredths";
import { receivePayment } from "@/lib/billing/ledger/actions";
import type { OpenInvoice } from "@/lib/billing/ledger/open-invoices";
import { PAYMENT_METHOD_LABEL, PAYMENT_METHODS, type PaymentMethod } from "@/lib/billing/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { DateInput, Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";
import { oldestFirst, PaymentSplit, typedAmount } from "./payment-split";

type PaymentFormProps = {
  practiceId: string;
  currency: string;
  invoices: OpenInvoice[];
  /** The lab's day. */
  today: string;
  /** Makes the first press and its repetitions one payment. */
  idempotencyKey: string;
};

const METHODS = PAYMENT_METHODS.map((value) => ({ value, label: PAYMENT_METHOD_LABEL[value] }));

/** Records money received, shared out over open invoices; what is over stays credit. */
export function PaymentForm({ practiceId, currency, invoices, today, idempotencyKey }: PaymentFormProps) {
  const router = useRouter();
  const [key] = useState(idempotencyKey);
  const byHand = useRef(false);
  const form = useActionForm(receivePayment, {
    defaultValues: {
      amount: "",
      method: "bank_transfer" as PaymentMethod,
      receivedOn: today,
      reference: "",
      note: "",
      invoices: invoices.map(({ id }) => ({ invoiceId: id, amount: "" })),
    },
    toInput: (values) => ({ ...values, practiceId, currency, idempotencyKey: key }),
    onSuccess: ({ paymentId }) => {
      toast.success("Payment recorded");
      router.push(`/invoices/payments/${paymentId}`);
    },
  });
  const available = typedAmount(useWatch({ control: form.control, name: "amount" }) ?? "");
  const propose = (text: string) => {
    const amount = typedAmount(text);
    if (byHand.current || amount === null) return;
    for (const [i, part] of oldestFirst(fromHundredths(amount), invoices).entries()) {
      form.setValue(`invoices.${i}.amount`, part);
    }
  };
  return (
    <Form form={form} className="max-w-3xl">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Field name="amount" label={`Amount (${currency})`} required>
          <Input
            inputMode="decimal"
            autoComplete="off"
            {...form.register("amount", { onChange: (event) => propose(event.target.value) })}
          />
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
      <Field name="note" label="Note" hint="For the lab alone">
        <Input maxLength={300} autoComplete="off" {...form.register("note")} />
      </Field>
      {invoices.length > 0 ? (
        <PaymentSplit
          invoices={invoices}
          currency={currency}
          available={available}
          availableLabel="Received"
          onTouched={() => {
            byHand.current = true;
          }}
        />
      ) : (
        <Notice tone="info" title="Nothing is open">
          The practice owes nothing, so all of this is kept as its credit.
        </Notice>
      )}
      <SubmitButton className="self-end">Record payment</SubmitButton>
    </Form>
  );
}
