"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ItemLot } from "@/lib/inventory/items/read-item";
import { moveLot } from "@/lib/inventory/lots/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";
import { type Option, Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import { placeOptions } from "./places";

type MoveLotProps = {
  item: { unit: string };
  lot: ItemLot;
  locations: Option[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Carries a lot, or a part of it, to another place. */
export function MoveLotDialog({ open, onOpenChange, ...rest }: MoveLotProps) {
  const { places, number } = rest.lot;
  const [only] = places;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Carry lot ${number} to another place`}
      description={
        places.length > 1
          ? "It lies in several places."
          : only?.location
            ? `${only.quantity} ${rest.item.unit} at ${only.location}.`
            : "No place is noted for it yet."
      }
    >
      <MoveLotForm {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type Values = { from: string; to: string; quantity: string };

function MoveLotForm({
  item,
  lot,
  locations,
  onDone,
}: Omit<MoveLotProps, "open" | "onOpenChange"> & { onDone: () => void }) {
  const router = useRouter();
  const [key] = useState(() => crypto.randomUUID());
  const back = useAction(moveLot, { onSuccess: () => router.refresh() });
  const own = lot.places.length > 0 ? (lot.places[0]?.locationId ?? "") : (lot.locationId ?? "");
  const form = useActionForm(moveLot, {
    defaultValues: { from: own, to: "", quantity: "" } satisfies Values,
    toInput: (values: Values) => ({ ...values, lotId: lot.id, idempotencyKey: key }),
    onSuccess: ({ quantity }) => {
      const { from, to } = form.getValues();
      onDone();
      if (from)
        toast.undo(
          quantity ? `${quantity} ${item.unit} of lot ${lot.number} carried` : `Lot ${lot.number} carried`,
          () =>
            back.run({
              ...{ lotId: lot.id, from: to, to: from, quantity: quantity ?? "" },
              idempotencyKey: crypto.randomUUID(),
            }),
        );
      else toast.success(`Lot ${lot.number} has its place`);
      router.refresh();
    },
  });
  const from = form.watch("from");
  const there = lot.places.find(({ locationId }) => (locationId ?? "") === from);
  return (
    <Form form={form}>
      {lot.places.length > 1 && (
        <Field name="from" label="From" required>
          <Select options={placeOptions(lot.places, item.unit)} {...form.register("from")} />
        </Field>
      )}
      <Field name="to" label="To" required>
        <Select
          options={locations.filter(({ value }) => value !== from)}
          placeholder="Choose a location"
          {...form.register("to")}
        />
      </Field>
      {there && (
        <Field
          name="quantity"
          label={`How much, ${item.unit}`}
          hint={`Empty carries all that is there: ${there.quantity}`}
        >
          <Input inputMode="decimal" autoComplete="off" {...form.register("quantity")} />
        </Field>
      )}
      <SubmitButton className="self-end">Carry</SubmitButton>
    </Form>
  );
}
