"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { setSupplierPrice } from "@/lib/inventory/suppliers/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input } from "../../ui/input";
import { type Option, Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import { ItemSearch } from "./item-search";

type PriceProps = {
  /** The item and the supplier that are known where the dialog stands; the other is chosen in it. */
  itemId?: string;
  supplierId?: string;
  suppliers: Option[];
  currency: string;
  today: string;
};

/** Adds a supplier's price of an item from a day on. */
export function SupplierPriceDialog({ trigger, ...rest }: PriceProps & { trigger: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title="Add a price"
      description="A price that this supplier has for the item already ends the day before."
    >
      <PriceForm {...rest} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function PriceForm({
  itemId = "",
  supplierId = "",
  suppliers,
  currency,
  today,
  onDone,
}: PriceProps & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(setSupplierPrice, {
    defaultValues: {
      itemId,
      supplierId,
      orderCode: "",
      unitPrice: "",
      packSize: "1",
      validFrom: today,
      validUntil: "",
    },
    onSuccess: () => {
      onDone();
      toast.success("Price added");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      {supplierId === "" && (
        <Field name="supplierId" label="Supplier" required>
          <Select options={suppliers} placeholder="Choose a supplier" {...form.register("supplierId")} />
        </Field>
      )}
      {itemId === "" && (
        <Field name="itemId" label="Item" required>
          <ItemSearch value={form.watch("itemId")} onChoose={({ id }) => form.setValue("itemId", id)} />
        </Field>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="unitPrice" label={`Price of one unit, ${currency}`} required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("unitPrice")} />
        </Field>
        <Field name="packSize" label="Units in a pack" hint="Orders come in whole packs" required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("packSize")} />
        </Field>
        <Field name="validFrom" label="From" required>
          <DateInput {...form.register("validFrom")} />
        </Field>
        <Field name="validUntil" label="Until" hint="Empty: until further notice">
          <DateInput {...form.register("validUntil")} />
        </Field>
        <Field name="orderCode" label="Their order number" className="sm:col-span-2">
          <Input autoComplete="off" maxLength={60} {...form.register("orderCode")} />
        </Field>
      </div>
      <SubmitButton className="self-end">Add price</SubmitButton>
    </Form>
  );
}
