"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { ListedPriceList } from "@/lib/billing/price-lists";
import { setPriceList } from "@/lib/billing/prices/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { DateInput, Input } from "../ui/input";
import { toast } from "../ui/toast";

type PriceListDialogProps = {
  /** The list to change; a new one is added without. */
  list?: ListedPriceList;
  currency: string;
  today: string;
  /** What opens it; without, `open` and `onOpenChange` do. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Adds a price list or changes one's name and days. */
export function PriceListDialog({ trigger, open: given, onOpenChange, ...rest }: PriceListDialogProps) {
  const [own, setOwn] = useState(false);
  const [open, setOpen] = [given ?? own, onOpenChange ?? setOwn];
  return (
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      title={rest.list ? "Change price list" : "New price list"}
    >
      <PriceListForm {...rest} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function PriceListForm({
  list,
  currency,
  today,
  onDone,
}: Pick<PriceListDialogProps, "list" | "currency" | "today"> & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(setPriceList, {
    defaultValues: {
      name: list?.name ?? "",
      currency: list?.currency ?? currency,
      validFrom: list?.validFrom ?? today,
      validTo: list?.validTo ?? "",
      isDefault: list?.isDefault ?? false,
    },
    toInput: (values) => ({ ...values, priceListId: list?.id ?? null, version: list?.version ?? null }),
    onSuccess: ({ priceListId }) => {
      onDone();
      toast.success(list ? "Price list changed" : "Price list added");
      router.push(`/prices?list=${priceListId}`);
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="name" label="Name" required>
          <Input maxLength={80} autoComplete="off" {...form.register("name")} />
        </Field>
        <Field name="currency" label="Currency" hint="Three letters, such as GBP" required>
          <Input maxLength={3} autoComplete="off" autoCapitalize="characters" {...form.register("currency")} />
        </Field>
        <Field name="validFrom" label="Holds from" required>
          <DateInput {...form.register("validFrom")} />
        </Field>
        <Field name="validTo" label="Until" hint="Empty: until further notice">
          <DateInput {...form.register("validTo")} />
        </Field>
      </div>
      <Checkbox
        label="The lab's default"
        hint="For every practice without a list of its own, and for what such a list leaves out. Of several, the one that began last holds."
        {...form.register("isDefault")}
      />
      <SubmitButton className="self-end">{list ? "Save list" : "Add list"}</SubmitButton>
    </Form>
  );
}
