"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ItemLot } from "@/lib/inventory/items/read-item";
import { correctStock, undoMovements } from "@/lib/inventory/ledger/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Dialog } from "../../ui/dialog";
import { Input, Textarea } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import { placeOptions } from "./places";

type CorrectProps = {
  item: { id: string; unit: string };
  lot: ItemLot;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Corrects what the books say of a lot to what is there. */
export function CorrectDialog({ open, onOpenChange, ...rest }: CorrectProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Correct lot ${rest.lot.number}`}
      description={`The books say ${rest.lot.onHand} ${rest.item.unit}. The difference is booked as an adjustment.`}
    >
      <CorrectForm {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function CorrectForm({ item, lot, onDone }: Omit<CorrectProps, "open" | "onOpenChange"> & { onDone: () => void }) {
  const router = useRouter();
  const [key] = useState(() => crypto.randomUUID());
  const undo = useAction(undoMovements, { onSuccess: () => router.refresh() });
  const form = useActionForm(correctStock, {
    defaultValues: { there: "", reason: "", locationId: "" },
    toInput: (values: { there: string; reason: string; locationId: string }) => ({
      ...values,
      itemId: item.id,
      lotId: lot.id,
      seen: lot.places.find(({ locationId }) => locationId === values.locationId)?.quantity ?? lot.onHand,
      idempotencyKey: key,
    }),
    onSuccess: ({ transactionId }) => {
      onDone();
      toast.undo("Stock corrected", () =>
        undo.run({ transactionIds: [transactionId], idempotencyKey: crypto.randomUUID() }),
      );
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      {lot.places.length > 1 && (
        <Field name="locationId" label="Counted at">
          <Select
            options={placeOptions(lot.places, item.unit).filter(({ value }) => value)}
            placeholder={`All its places, ${lot.onHand} ${item.unit}`}
            {...form.register("locationId")}
          />
        </Field>
      )}
      <Field name="there" label={`There is, ${item.unit}`} required>
        <Input inputMode="decimal" autoComplete="off" {...form.register("there")} />
      </Field>
      <Field name="reason" label="Why it differs" required>
        <Textarea rows={2} maxLength={300} {...form.register("reason")} />
      </Field>
      <SubmitButton className="self-end">Correct</SubmitButton>
    </Form>
  );
}
