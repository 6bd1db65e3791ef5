"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ListedPriceList } from "@/lib/billing/price-lists";
import { copyPriceList } from "@/lib/billing/prices/actions";
import { raisedPrice } from "@/lib/billing/prices/raise";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { DateInput, Input } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

type CopyProps = { list: ListedPriceList; today: string };
const STEPS = [
  { value: "0.01", label: "the cent" },
  { value: "0.05", label: "5 cents" },
  { value: "0.10", label: "10 cents" },
  { value: "0.50", label: "50 cents" },
  { value: "1.00", label: "1" },
  { value: "5.00", label: "5" },
  { value: "10.00", label: "10" },
] as const;

/** Copies a list to new days, its prices raised or lowered and rounded. */
export function PriceCopyDialog(props: CopyProps & { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { open, onOpenChange, ...rest } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Copy ${rest.list.name}`}
      description="With all its prices, such as for next year."
    >
      <CopyForm {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function CopyForm({ list, today, onDone }: CopyProps & { onDone: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const nextYear = String(Number(today.slice(0, 4)) + 1);
  const form = useActionForm(copyPriceList, {
    defaultValues: {
      name: `${list.name.replace(/ \d{4}$/, "")} ${nextYear}`,
      validFrom: `${nextYear}-01-01`,
      validTo: "",
      percent: "3",
      rounding: "0.50" as (typeof STEPS)[number]["value"],
      continues: true,
    },
    toInput: (values) => ({ ...values, priceListId: list.id, version: list.version, idempotencyKey }),
    onSuccess: ({ priceListId }) => {
      onDone();
      toast.success("Price list copied");
      router.push(`/prices?list=${priceListId}`);
      router.refresh();
    },
  });
  const [percent, rounding] = form.watch(["percent", "rounding"]);
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="name" label="Name" required className="sm:col-span-2">
          <Input maxLength={80} autoComplete="off" {...form.register("name")} />
        </Field>
        <Field name="validFrom" label="Holds from" required>
          <DateInput {...form.register("validFrom")} />
        </Field>
        <Field name="validTo" label="Until" hint="Empty: until further notice">
          <DateInput {...form.register("validTo")} />
        </Field>
        <Field name="percent" label="Change prices by %" hint={sample(percent, rounding)} required>
          <Input inputMode="text" autoComplete="off" {...form.register("percent")} />
        </Field>
        <Field name="rounding" label="Round to" required>
          <Select options={STEPS} {...form.register("rounding")} />
        </Field>
      </div>
      <Checkbox
        label={`It goes on from ${list.name}`}
        hint={`${list.name} ends the day before. Whoever pays by it pays by the new list from its first day${list.isDefault ? ", and it is the lab's default" : ""}.`}
        {...form.register("continues")}
      />
      <SubmitButton className="self-end">Copy list</SubmitButton>
    </Form>
  );
}

/** "95.00 becomes 98.00"; a plain hint while the percentage is no number yet. */
function sample(percent: string, rounding: string): string {
  const change = percent.trim().replace(",", ".").replace(/^\+/, "");
  if (!/^-?\d{1,3}(\.\d{1,2})?$/.test(change)) return "Such as 3 or -2.5";
  return `95.00 becomes ${raisedPrice("95.00", change, rounding)}`;
}
