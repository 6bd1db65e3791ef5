"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { addCarrier, changeCarrier } from "@/lib/logistics/carriers/actions";
import type { Carrier } from "@/lib/logistics/carriers/carrier-queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button, IconButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";

/** Adds a parcel service, or changes one. */
export function CarrierForm({ carrier }: { carrier?: Carrier }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={carrier ? `Change ${carrier.name}` : "New parcel service"}
      open={open}
      onOpenChange={setOpen}
      trigger={
        carrier ? (
          <IconButton label={`Change ${carrier.name}`} icon={<Pencil />} size="sm" />
        ) : (
          <Button variant="primary" icon={<Plus aria-hidden />}>
            New parcel service
          </Button>
        )
      }
    >
      <Fields carrier={carrier} close={() => setOpen(false)} />
    </Dialog>
  );
}

type Values = { name: string; phone: string; trackingUrl: string };

function Fields({ carrier, close }: { carrier?: Carrier; close: () => void }) {
  const router = useRouter();
  const form = useActionForm<Values, { id: string }>(
    (values) => (carrier ? changeCarrier({ id: carrier.id, ...values }) : addCarrier(values)),
    {
      defaultValues: {
        name: carrier?.name ?? "",
        phone: carrier?.phone ?? "",
        trackingUrl: carrier?.trackingUrl ?? "",
      },
      onSuccess: () => {
        close();
        router.refresh();
      },
    },
  );
  return (
    <Form form={form}>
      <Field name="name" label="Name" required>
        <Input autoComplete="off" maxLength={80} {...form.register("name")} />
      </Field>
      <Field name="phone" label="Phone">
        <Input type="tel" maxLength={40} {...form.register("phone")} />
      </Field>
      <Field
        name="trackingUrl"
        label="Tracking address"
        hint="With {tracking} where the parcel's number goes, such as https://track.example.com/{tracking}"
      >
        <Input type="url" autoComplete="off" spellCheck={false} maxLength={500} {...form.register("trackingUrl")} />
      </Field>
      <SubmitButton>{carrier ? "Save" : "Add"}</SubmitButton>
    </Form>
  );
}
