"use client";

import { useState } from "react";
import { addDays } from "@/lib/cases/due-date";
import type { FetchableCase } from "@/lib/logistics/pickups/cases-to-fetch";
import type { ActionResult } from "../../forms/action-result";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Checkbox } from "../../ui/checkbox";
import { DateInput, Input, Textarea } from "../../ui/input";

export type PickupValues = { wantedOn: string; parcels: string; caseIds: string[]; note: string };
export type SentPickup = { id: string; number: string };

type PickupFieldsProps<Data extends SentPickup> = {
  start: PickupValues;
  cases: readonly FetchableCase[];
  /** The first day (of the lab) on which something can be fetched. */
  firstDay: string;
  send: (values: PickupValues & { idempotencyKey: string }) => Promise<ActionResult<Data>>;
  onSent: (data: Data) => void;
  submit: string;
};
const FARTHEST_DAYS = 90;

/** The day of a pick-up, how many parcels, which cases, and a note for the driver. */
export function PickupFields<Data extends SentPickup>(props: PickupFieldsProps<Data>) {
  const { start, cases, firstDay, send, onSent, submit } = props;
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const form = useActionForm<PickupValues, Data>((values) => send({ ...values, idempotencyKey }), {
    defaultValues: start,
    onSuccess: (data) => {
      setKey(crypto.randomUUID());
      onSent(data);
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="wantedOn" label="Day" required>
          <DateInput min={firstDay} max={addDays(firstDay, FARTHEST_DAYS)} {...form.register("wantedOn")} />
        </Field>
        <Field name="parcels" label="Parcels" required>
          <Input type="number" inputMode="numeric" min={1} max={99} {...form.register("parcels")} />
        </Field>
      </div>
      {cases.length > 0 && (
        <fieldset>
          <legend className="mb-1 text-sm font-medium">Cases to fetch</legend>
          <div className="flex max-h-72 flex-col overflow-y-auto">
            {cases.map((one) => (
              <Checkbox
                key={one.id}
                value={one.id}
                label={`${one.number} · ${one.patient}`}
                hint={one.isPhysical ? "Impression or model to send" : "Digital"}
                {...form.register("caseIds")}
              />
            ))}
          </div>
        </fieldset>
      )}
      <Field name="note" label="Note for the driver">
        <Textarea rows={2} maxLength={500} {...form.register("note")} />
      </Field>
      <SubmitButton>{submit}</SubmitButton>
    </Form>
  );
}
