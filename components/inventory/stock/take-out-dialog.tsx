"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ItemLot } from "@/lib/inventory/items/read-item";
import { takeOut, undoMovements } from "@/lib/inventory/ledger/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Dialog } from "../../ui/dialog";
import { Input, Textarea } from "../../ui/input";
import { RadioGroup } from "../../ui/radio-group";
import { type Option, Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import { placeOptions } from "./places";

type Kind = "out" | "damage" | "write_off";
const KINDS = [
  { value: "out", label: "Used", hint: "Without a case: a consumable, a tool handed out" },
  { value: "damage", label: "Damaged", hint: "Broken or spoilt" },
  { value: "write_off", label: "Written off", hint: "Expired, lost, recalled" },
];
const DONE: Record<Kind, string> = { out: "Taken out", damage: "Booked as damaged", write_off: "Written off" };

type Values = { type: Kind; quantity: string; reason: string; departmentId: string; locationId: string };
type TakeOutProps = {
  item: { id: string; unit: string };
  lot: ItemLot;
  departments: Option[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Takes something out of a lot by hand. */
export function TakeOutDialog({ open, onOpenChange, ...rest }: TakeOutProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Take out of lot ${rest.lot.number}`}
      description={`${rest.lot.onHand} ${rest.item.unit} there.`}
    >
      <TakeOutForm {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function TakeOutForm({
  item,
  lot,
  departments,
  onDone,
}: Omit<TakeOutProps, "open" | "onOpenChange"> & { onDone: () => void }) {
  const router = useRouter();
  const [key] = useState(() => crypto.randomUUID());
  const undo = useAction(undoMovements, { onSuccess: () => router.refresh() });
  const form = useActionForm(takeOut, {
    defaultValues: { type: "out" as Kind, quantity: "", reason: "", departmentId: "", locationId: "" },
    toInput: (values: Values) => ({
      ...values,
      itemId: item.id,
      lotId: lot.id,
      idempotencyKey: key,
    }),
    onSuccess: ({ transactionId }) => {
      onDone();
      toast.undo(DONE[form.getValues("type")], () =>
        undo.run({ transactionIds: [transactionId], idempotencyKey: crypto.randomUUID() }),
      );
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="type" label="What happened" required>
        <RadioGroup choices={KINDS} {...form.register("type")} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="quantity" label={`How much, ${item.unit}`} required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("quantity")} />
        </Field>
        <Field name="departmentId" label="Department" hint="Who bears the cost">
          <Select options={departments} placeholder="None" {...form.register("departmentId")} />
        </Field>
      </div>
      {lot.places.length > 1 && (
        <Field name="locationId" label="From" hint="Otherwise first from where a part of it was carried">
          <Select
            options={placeOptions(lot.places, item.unit).filter(({ value }) => value)}
            placeholder="Wherever it lies"
            {...form.register("locationId")}
          />
        </Field>
      )}
      <Field name="reason" label="Why" required={form.watch("type") !== "out"}>
        <Textarea rows={2} maxLength={300} {...form.register("reason")} />
      </Field>
      <SubmitButton className="self-end">Book</SubmitButton>
    </Form>
  );
}
