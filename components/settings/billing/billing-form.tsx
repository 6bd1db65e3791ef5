"use client";

import { useRouter } from "next/navigation";
import { changeBilling } from "@/lib/billing/prices/actions";
import type { BillingSettings } from "@/lib/billing/prices/billing-settings";
import { billingSchema } from "@/lib/billing/prices/billing-settings-schema";
import { INVOICE_MODE_LABEL, INVOICE_MODES } from "@/lib/practices/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Panel } from "../../ui/card";
import { Input, Textarea } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

/** What the lab's papers say of it, and the terms that a new practice starts with. */
export function BillingForm({ settings }: { settings: BillingSettings }) {
  const router = useRouter();
  const form = useActionForm(changeBilling, {
    schema: billingSchema as never,
    defaultValues: {
      taxId: settings.taxId ?? "",
      registrationNumber: settings.registrationNumber ?? "",
      bankName: settings.bankName ?? "",
      bankAccount: settings.bankAccount ?? "",
      invoiceFooter: settings.invoiceFooter ?? "",
      defaultPaymentTermsDays: String(settings.defaultPaymentTermsDays),
      defaultInvoiceMode: settings.defaultInvoiceMode,
      seenAt: settings.seenAt,
    },
    onSuccess: () => {
      toast.success("Billing settings saved");
      router.refresh();
    },
  });
  return (
    <Form form={form} className="max-w-4xl">
      <Panel title="The lab on invoices" aside="What was sent keeps what it said">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="taxId" label="Tax id" hint="Such as the VAT number">
            <Input autoComplete="off" {...form.register("taxId")} />
          </Field>
          <Field name="registrationNumber" label="Registration" hint="Of the company or the craft">
            <Input autoComplete="off" {...form.register("registrationNumber")} />
          </Field>
          <Field name="bankName" label="Bank">
            <Input autoComplete="off" {...form.register("bankName")} />
          </Field>
          <Field
            name="bankAccount"
            label="Account"
            hint="An IBAN is checked; a sort code and number are taken as they are"
          >
            <Input autoComplete="off" {...form.register("bankAccount")} />
          </Field>
          <Field
            name="invoiceFooter"
            label="Words at the foot of invoices"
            hint="What the law or your terms want said, at most 400 characters"
            className="sm:col-span-2"
          >
            <Textarea rows={3} maxLength={400} {...form.register("invoiceFooter")} />
          </Field>
        </div>
      </Panel>
      <Panel title="A new practice" aside="Each practice may agree otherwise">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="defaultPaymentTermsDays" label="Payment terms" hint="Days from invoice to due" required>
            <Input inputMode="numeric" {...form.register("defaultPaymentTermsDays")} />
          </Field>
          <Field name="defaultInvoiceMode" label="Invoicing">
            <Select
              options={INVOICE_MODES.map((value) => ({ value, label: INVOICE_MODE_LABEL[value] }))}
              {...form.register("defaultInvoiceMode")}
            />
          </Field>
        </div>
      </Panel>
      <SubmitButton className="self-start">Save billing settings</SubmitButton>
    </Form>
  );
}
