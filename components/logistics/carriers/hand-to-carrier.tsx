"use client";

import { PackageCheck, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { changeTracking, handToCarrier } from "@/lib/logistics/carriers/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast";

type HandToCarrierProps = {
  shipment: { id: string; number: string; version: number };
  carrier: string;
  parcels: { id: string; code: string; trackingNumber: string | null }[];
  /** The carrier has it already: only the numbers are put right. */
  isGone?: boolean;
};

/** Hands a shipment to its carrier, with a field per parcel into which the carrier's label is scanned. */
export function HandToCarrier(props: HandToCarrierProps) {
  const { carrier, isGone } = props;
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={isGone ? "Tracking numbers" : `Hand over to ${carrier}`}
      description={isGone ? undefined : "Scan the carrier's label of each parcel; leave it empty where there is none."}
      open={open}
      onOpenChange={setOpen}
      trigger={
        isGone ? (
          <Button icon={<Pencil />}>Tracking numbers</Button>
        ) : (
          <Button variant="primary" icon={<PackageCheck />}>
            Hand over to {carrier}
          </Button>
        )
      }
    >
      <Fields {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

type Values = { parcels: { id: string; trackingNumber: string }[] };

function Fields({ shipment, carrier, parcels, isGone, close }: HandToCarrierProps & { close: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const send = (values: Values) => {
    const input = { id: shipment.id, version: shipment.version, ...values, idempotencyKey };
    return isGone ? changeTracking(input) : handToCarrier(input);
  };
  const form = useActionForm<Values, { number: string }, Values>(send, {
    defaultValues: { parcels: parcels.map(({ id, trackingNumber }) => ({ id, trackingNumber: trackingNumber ?? "" })) },
    onSuccess: ({ number }) => {
      toast.success(isGone ? "Tracking numbers kept" : `${number} handed over to ${carrier}`);
      close();
      router.refresh();
    },
  });
  // A scanner ends each code with Enter, which leads to the next parcel and sends only at the last.
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter") return;
    const fields = [...(event.currentTarget.form?.querySelectorAll<HTMLInputElement>("input") ?? [])];
    const next = fields[fields.indexOf(event.currentTarget) + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <Form form={form}>
      {parcels.map((parcel, i) => (
        <Field key={parcel.id} name={`parcels.${i}.trackingNumber`} label={`Tracking number of ${parcel.code}`}>
          <Input
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...form.register(`parcels.${i}.trackingNumber`)}
            onKeyDown={onKeyDown}
          />
        </Field>
      ))}
      <SubmitButton>{isGone ? "Save" : "Hand over"}</SubmitButton>
    </Form>
  );
}
