"use client";

import { Check, PackageX, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { confirmCarrierDelivery, failCarrierDelivery, takeBackFromCarrier } from "@/lib/logistics/carriers/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input, Textarea } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type Shipment = { id: string; number: string; version: number };

/** Confirms by hand that a carrier delivered; `today` is the lab's day. */
export function CarrierDelivered({ shipment, today }: { shipment: Shipment; today: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`${shipment.number} was delivered`}
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Check />}>
          Delivered
        </Button>
      }
    >
      <DeliveredFields shipment={shipment} today={today} close={() => setOpen(false)} />
    </Dialog>
  );
}

function DeliveredFields({ shipment, today, close }: { shipment: Shipment; today: string; close: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(
    (values: { deliveredOn: string; receiver: string }) =>
      confirmCarrierDelivery({ id: shipment.id, version: shipment.version, ...values, idempotencyKey }),
    {
      defaultValues: { deliveredOn: today, receiver: "" },
      onSuccess: ({ number }: { number: string }) => {
        toast.success(`${number} is delivered`);
        close();
        router.refresh();
      },
    },
  );
  return (
    <Form form={form}>
      <Field name="deliveredOn" label="Day" required>
        <DateInput max={today} {...form.register("deliveredOn")} />
      </Field>
      <Field name="receiver" label="Received by" hint="Or who told you" required>
        <Input autoComplete="off" maxLength={120} {...form.register("receiver")} />
      </Field>
      <SubmitButton>Confirm delivery</SubmitButton>
    </Form>
  );
}

type FailProps = { shipment: Shipment; reasons: readonly { id: string; label: string }[] };

/** Records that a carrier could not deliver, whether it is back in the lab or not. */
export function CarrierFailed({ shipment, reasons }: FailProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`${shipment.number} was not delivered`}
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<PackageX />}>Not delivered</Button>}
    >
      <FailedFields shipment={shipment} reasons={reasons} close={() => setOpen(false)} />
    </Dialog>
  );
}

function FailedFields({ shipment, reasons, close }: FailProps & { close: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(
    (values: { reasonId: string; note: string; isBack: boolean }) =>
      failCarrierDelivery({ id: shipment.id, version: shipment.version, ...values, idempotencyKey }),
    {
      defaultValues: { reasonId: "", note: "", isBack: false },
      onSuccess: () => {
        close();
        router.refresh();
      },
    },
  );
  return (
    <Form form={form}>
      <Field name="reasonId" label="What went wrong" required>
        <Select
          placeholder="Choose…"
          options={reasons.map(({ id, label }) => ({ value: id, label }))}
          {...form.register("reasonId")}
        />
      </Field>
      <Field name="note" label="Note">
        <Textarea rows={2} maxLength={1000} {...form.register("note")} />
      </Field>
      <Checkbox label="It is back in the lab" hint="Then it is ready to go again" {...form.register("isBack")} />
      <SubmitButton>Record</SubmitButton>
    </Form>
  );
}

/** Takes what a carrier brought back into the lab, ready to go again. */
export function TakeBack({ shipment }: { shipment: Shipment }) {
  const router = useRouter();
  const { run, pending } = useAction(takeBackFromCarrier, {
    onSuccess: ({ number }) => {
      toast.success(`${number} is back and ready to go again`);
      router.refresh();
    },
  });
  return (
    <Button
      variant="primary"
      icon={<Undo2 />}
      loading={pending}
      onClick={() => run({ id: shipment.id, version: shipment.version })}
    >
      Back in the lab
    </Button>
  );
}
