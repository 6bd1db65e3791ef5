"use client";

import { INVOICE_MODE_LABEL, INVOICE_MODES } from "@/lib/practices/vocabulary";
import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { DateInput, Input } from "../ui/input";
import { Select } from "../ui/select";
import type { ApproveValues } from "./approve-dialog";

type Props = { form: ActionForm<ApproveValues>; known: boolean; priceLists: { id: string; name: string }[] };

/** The terms agreed: of a new practice as a whole, or of the dentist alone at one that has terms already. */
export function TermsFields({ form, known, priceLists }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="priceListId" label="Prices">
        <Select
          options={[
            { value: "", label: known ? "The practice's own" : "The lab's usual" },
            ...priceLists.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.register("priceListId")}
        />
      </Field>
      <Field name="discountPercent" label="Discount in %" hint={known ? "Empty: the practice's own" : "Empty: none"}>
        <Input inputMode="decimal" {...form.register("discountPercent")} />
      </Field>
      {!known && (
        <>
          <Field name="paymentTermsDays" label="Payment within days" required>
            <Input inputMode="numeric" {...form.register("paymentTermsDays")} />
          </Field>
          <Field name="transitDays" label="Transit days" required>
            <Input inputMode="numeric" {...form.register("transitDays")} />
          </Field>
          <Field name="invoiceMode" label="Invoicing">
            <Select
              options={INVOICE_MODES.map((mode) => ({ value: mode, label: INVOICE_MODE_LABEL[mode] }))}
              {...form.register("invoiceMode")}
            />
          </Field>
        </>
      )}
      <Field name="startedOn" label="From">
        <DateInput {...form.register("startedOn")} />
      </Field>
    </div>
  );
}
