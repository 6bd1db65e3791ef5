"use client";

import { Ban } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { bouncePayment } from "@/lib/billing/ledger/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DateInput, Input } from "../ui/input";
import { moneyText } from "../ui/money-text";
import { useRegion } from "../ui/region";
import { toast } from "../ui/toast";

type BounceProps = {
  payment: { id: string; receivedOn: string; refunded: string; currency: string };
  today: string;
  idempotencyKey: string;
};

/** Books that the bank took a payment back. */
export function PaymentBounceDialog(props: BounceProps) {
  const [open, setOpen] = useState(false);
  const { refunded, currency } = props.payment;
  const { locale } = useRegion();
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Ban />}>Bounced</Button>}
      title="The bank took this payment back"
      description={`What it settled is owed again, and the practice is told.${
        refunded === "0.00"
          ? ""
          : ` ${moneyText(refunded, currency, locale)} was refunded before; only the rest is booked as taken back.`
      }`}
    >
      <BounceForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function BounceForm({ payment, today, idempotencyKey, onDone }: BounceProps & { onDone: () => void }) {
  const router = useRouter();
  const { locale } = useRegion();
  const [key] = useState(idempotencyKey);
  const form = useActionForm(bouncePayment, {
    defaultValues: { bouncedOn: today, reference: "", reason: "" },
    toInput: (values) => ({ ...values, paymentId: payment.id, idempotencyKey: key }),
    onSuccess: ({ amount, currency }) => {
      onDone();
      toast.success(`${moneyText(amount, currency, locale)} booked as taken back`);
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="bouncedOn" label="Taken back on" required>
          <DateInput min={payment.receivedOn} max={today} {...form.register("bouncedOn")} />
        </Field>
        <Field name="reference" label="Reference" hint="As on the bank statement">
          <Input maxLength={120} autoComplete="off" {...form.register("reference")} />
        </Field>
      </div>
      <Field name="reason" label="Reason" hint="Such as: returned unpaid, no cover" required>
        <Input maxLength={300} autoComplete="off" {...form.register("reason")} />
      </Field>
      <SubmitButton variant="danger" className="self-end">
        Book as bounced
      </SubmitButton>
    </Form>
  );
}
