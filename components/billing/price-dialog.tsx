"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { ListedPrice, ListedTaxRate } from "@/lib/billing/price-lists";
import { setPrice } from "@/lib/billing/prices/actions";
import { PRICE_UNIT_LABEL, PRICE_UNITS, type PriceUnit } from "@/lib/billing/vocabulary";
import {
  MATERIAL_LABEL,
  MATERIALS,
  type Material,
  PROCEDURE_LABEL,
  PROCEDURE_TYPES,
  type ProcedureType,
} from "@/lib/cases/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

type PriceDialogProps = {
  list: { id: string; currency: string };
  /** The price to change; a new one is added without. */
  price?: ListedPrice;
  taxRates: ListedTaxRate[];
  trigger: ReactNode;
};

const PROCEDURES = PROCEDURE_TYPES.map((value) => ({ value, label: PROCEDURE_LABEL[value] }));
const MATERIAL_CHOICES = MATERIALS.map((value) => ({ value, label: MATERIAL_LABEL[value] }));
const UNITS = PRICE_UNITS.map((value) => ({ value, label: PRICE_UNIT_LABEL[value] }));

/** Adds or changes a price of a list. */
export function PriceDialog({ trigger, ...rest }: PriceDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      title={rest.price ? "Change price" : "Add a price"}
      description="It counts for invoices drafted from now on."
    >
      <PriceForm {...rest} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function PriceForm({ list, price, taxRates, onDone }: Omit<PriceDialogProps, "trigger"> & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(setPrice, {
    defaultValues: {
      procedureType: (price?.procedureType ?? "") as ProcedureType,
      material: (price?.material ?? "") as Material | "",
      per: (price?.per ?? "unit") as PriceUnit,
      price: price?.price ?? "",
      rushSurchargePercent: price?.rushSurchargePercent.replace(/\.00$/, "") ?? "35",
      taxRateId: price?.taxRateId ?? "",
    },
    toInput: (values) => ({
      ...values,
      priceListId: list.id,
      priceId: price?.id ?? null,
      version: price?.version ?? null,
    }),
    onSuccess: () => {
      onDone();
      toast.success(price ? "Price changed" : "Price added");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="procedureType" label="For" required>
          <Select options={PROCEDURES} placeholder="Choose what it is for" {...form.register("procedureType")} />
        </Field>
        <Field name="material" label="Material" hint="A price of one material stands before that of any">
          <Select options={MATERIAL_CHOICES} placeholder="Any material" {...form.register("material")} />
        </Field>
        <Field name="price" label={`Price (${list.currency}, without tax)`} required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("price")} />
        </Field>
        <Field name="per" label="Charged" required>
          <Select options={UNITS} {...form.register("per")} />
        </Field>
        <Field name="rushSurchargePercent" label="Rush surcharge %">
          <Input inputMode="decimal" autoComplete="off" {...form.register("rushSurchargePercent")} />
        </Field>
        <Field name="taxRateId" label="Tax" hint="A later rate of the same tax replaces it by itself">
          <Select options={taxesOf(taxRates)} placeholder="The lab's default" {...form.register("taxRateId")} />
        </Field>
      </div>
      <SubmitButton className="self-end">{price ? "Save price" : "Add price"}</SubmitButton>
    </Form>
  );
}

/** Each tax once, by its newest rate. */
function taxesOf(rates: ListedTaxRate[]) {
  const newest = rates.filter((rate, i) => rates.findIndex(({ name }) => name === rate.name) === i);
  return newest.map(({ id, name, percent }) => ({
    value: id,
    label: `${name} ${percent.replace(/\.?0+$/, "") || "0"} %`,
  }));
}
