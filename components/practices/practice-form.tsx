"use client";

import { useRouter } from "next/navigation";
import { createPractice, editPractice } from "@/lib/practices/actions";
import type { OpeningHours } from "@/lib/practices/opening-hours";
import { createPracticeSchema } from "@/lib/practices/schema";
import {
  INVOICE_MODE_LABEL,
  INVOICE_MODES,
  type InvoiceMode,
  PRACTICE_STATUS_LABEL,
  PRACTICE_STATUSES,
  type PracticeStatus,
} from "@/lib/practices/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { LinkButton } from "../ui/button";
import { Panel } from "../ui/card";
import { Input, Textarea } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";
import { HoursFields } from "./hours-fields";

export type PracticeValues = {
  name: string;
  code: string;
  addressLine1: string;
  addressLine2: string;
  city: string;
  postcode: string;
  phone: string;
  email: string;
  latitude: string;
  longitude: string;
  openingHours: OpeningHours;
  transitDays: string;
  paymentTermsDays: string;
  discountPercent: string;
  priceListId: string;
  invoiceMode: InvoiceMode;
  taxId: string;
  taxExemptReason: string;
  taxExemptNumber: string;
  status: PracticeStatus;
  notes: string;
};

type PracticeFormProps = {
  values: PracticeValues;
  priceLists: { id: string; name: string; isDefault: boolean }[];
  /** The practice being edited, as it was read; none for a new one. */
  editing?: { id: string; version: number };
};

/** Particulars, opening hours and terms of a new or known practice. */
export function PracticeForm({ values, priceLists, editing }: PracticeFormProps) {
  const router = useRouter();
  const form = useActionForm(
    (input: PracticeValues) => (editing ? editPractice({ ...input, ...editing }) : createPractice(input)),
    {
      schema: createPracticeSchema as never,
      defaultValues: values,
      onSuccess: ({ id }: { id: string }) => {
        toast.success(editing ? "Practice saved" : "Practice added");
        router.push(`/practices/${id}`);
        router.refresh();
      },
    },
  );
  const usual = priceLists.find((list) => list.isDefault)?.name;
  return (
    <Form form={form} className="max-w-4xl">
      <Panel title="Practice">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="name" label="Name" required className="sm:col-span-2">
            <Input autoComplete="off" {...form.register("name")} />
          </Field>
          <Field
            name="code"
            label="Code"
            hint={editing ? "Used on labels and lists" : "Left empty, the next one is given"}
          >
            <Input autoComplete="off" {...form.register("code")} />
          </Field>
          <Field name="status" label="Status">
            <Select
              options={PRACTICE_STATUSES.map((value) => ({ value, label: PRACTICE_STATUS_LABEL[value] }))}
              {...form.register("status")}
            />
          </Field>
          <Field name="phone" label="Phone">
            <Input type="tel" {...form.register("phone")} />
          </Field>
          <Field name="email" label="E-mail">
            <Input type="email" {...form.register("email")} />
          </Field>
        </div>
      </Panel>
      <Panel title="Address">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="addressLine1" label="Address line 1" required>
            <Input {...form.register("addressLine1")} />
          </Field>
          <Field name="addressLine2" label="Address line 2">
            <Input {...form.register("addressLine2")} />
          </Field>
          <Field name="city" label="Town">
            <Input {...form.register("city")} />
          </Field>
          <Field name="postcode" label="Postcode" required>
            <Input {...form.register("postcode")} />
          </Field>
          <Field name="latitude" label="Latitude" hint="Decimal degrees, for the driver's navigation">
            <Input inputMode="decimal" {...form.register("latitude")} />
          </Field>
          <Field name="longitude" label="Longitude">
            <Input inputMode="text" {...form.register("longitude")} />
          </Field>
        </div>
      </Panel>
      <Panel title="Opening hours" aside="Delivery windows come from them">
        <HoursFields form={form} />
      </Panel>
      <Panel title="Terms">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Field name="transitDays" label="Transit days" hint="Working days on the way to the practice" required>
            <Input inputMode="numeric" {...form.register("transitDays")} />
          </Field>
          <Field name="paymentTermsDays" label="Payment terms" hint="Days from invoice to due" required>
            <Input inputMode="numeric" {...form.register("paymentTermsDays")} />
          </Field>
          <Field name="discountPercent" label="Discount in %">
            <Input inputMode="decimal" {...form.register("discountPercent")} />
          </Field>
          <Field name="priceListId" label="Price list">
            <Select
              placeholder={usual ? `The lab's usual (${usual})` : "The lab's usual"}
              options={priceLists.map((list) => ({ value: list.id, label: list.name }))}
              {...form.register("priceListId")}
            />
          </Field>
          <Field name="invoiceMode" label="Invoicing">
            <Select
              options={INVOICE_MODES.map((value) => ({ value, label: INVOICE_MODE_LABEL[value] }))}
              {...form.register("invoiceMode")}
            />
          </Field>
          <Field name="taxId" label="Tax number">
            <Input {...form.register("taxId")} />
          </Field>
          <Field
            name="taxExemptReason"
            label="Exempt from tax because"
            hint="Printed on its invoices, which then bear no tax. Empty: it bears tax"
            className="lg:col-span-2"
          >
            <Input autoComplete="off" {...form.register("taxExemptReason")} />
          </Field>
          <Field name="taxExemptNumber" label="Exemption number">
            <Input autoComplete="off" {...form.register("taxExemptNumber")} />
          </Field>
          <Field name="notes" label="Notes for the lab" className="sm:col-span-2 lg:col-span-3">
            <Textarea rows={3} {...form.register("notes")} />
          </Field>
        </div>
      </Panel>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{editing ? "Save practice" : "Add practice"}</SubmitButton>
        <LinkButton href={editing ? `/practices/${editing.id}` : "/practices"}>Cancel</LinkButton>
      </div>
    </Form>
  );
}
