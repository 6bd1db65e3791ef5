"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { ListedTaxRate } from "@/lib/billing/price-lists";
import { addTaxRate } from "@/lib/billing/prices/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { DateInput, Input, Textarea } from "../ui/input";
import { toast } from "../ui/toast";

type RateProps = { rates: ListedTaxRate[]; today: string };

/** Adds a tax, or a tax's rate from a day on. */
export function TaxRateDialog({ trigger, ...rest }: RateProps & { trigger: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title="Add a tax rate"
      description="Under the name of a tax there is, it replaces that tax's rate for what is delivered from its day on. Drafts and sent invoices keep theirs."
    >
      <RateForm {...rest} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RateForm({ rates, today, onDone }: RateProps & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(addTaxRate, {
    defaultValues: {
      name: rates.find(({ isDefault }) => isDefault)?.name ?? "",
      percent: "",
      validFrom: today,
      isDefault: rates.length === 0,
      isExempt: false,
      legalNote: "",
    },
    onSuccess: () => {
      onDone();
      toast.success("Tax rate added");
      router.refresh();
    },
  });
  const isExempt = form.watch("isExempt");
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field name="name" label="Tax" required>
          <Input maxLength={40} autoComplete="off" {...form.register("name")} />
        </Field>
        <Field name="percent" label="Percent" required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("percent")} />
        </Field>
        <Field name="validFrom" label="From" required>
          <DateInput {...form.register("validFrom")} />
        </Field>
      </div>
      <Checkbox
        label="Exempt"
        hint="Bears 0 %, and invoices say why"
        {...form.register("isExempt", {
          onChange: (event) => form.setValue("percent", event.target.checked ? "0" : ""),
        })}
      />
      {isExempt && (
        <Field name="legalNote" label="Reason on the invoice" hint="In the words that your law asks for" required>
          <Textarea rows={2} maxLength={300} {...form.register("legalNote")} />
        </Field>
      )}
      <Checkbox label="The default for prices that name no tax" {...form.register("isDefault")} />
      <SubmitButton className="self-end">Add rate</SubmitButton>
    </Form>
  );
}
