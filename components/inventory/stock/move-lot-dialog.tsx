"use client";

import { useRouter } from "next/navigation";
import type { ItemLot } from "@/lib/inventory/items/read-item";
import { moveLot } from "@/lib/inventory/lots/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Dialog } from "../../ui/dialog";
import { type Option, Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type MoveLotProps = { lot: ItemLot; locations: Option[]; open: boolean; onOpenChange: (open: boolean) => void };

/** Carries a lot to another place. */
export function MoveLotDialog({ open, onOpenChange, ...rest }: MoveLotProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Carry lot ${rest.lot.number} to another place`}
      description={rest.lot.location ? `It lies at ${rest.lot.location}.` : "No place is noted for it yet."}
    >
      <MoveLotForm {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function MoveLotForm({ lot, locations, onDone }: Omit<MoveLotProps, "open" | "onOpenChange"> & { onDone: () => void }) {
  const router = useRouter();
  const back = useAction(moveLot, { onSuccess: () => router.refresh() });
  const form = useActionForm(moveLot, {
    defaultValues: { locationId: "" },
    toInput: ({ locationId }: { locationId: string }) => ({ lotId: lot.id, locationId }),
    onSuccess: ({ from }) => {
      onDone();
      if (from) toast.undo(`Lot ${lot.number} carried`, () => back.run({ lotId: lot.id, locationId: from }));
      else toast.success(`Lot ${lot.number} has its place`);
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="locationId" label="To" required>
        <Select
          options={locations.filter(({ value }) => value !== lot.locationId)}
          placeholder="Choose a location"
          {...form.register("locationId")}
        />
      </Field>
      <SubmitButton className="self-end">Carry</SubmitButton>
    </Form>
  );
}
