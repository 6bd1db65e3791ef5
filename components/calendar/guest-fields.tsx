"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { Button, IconButton } from "../ui/button";
import { Input } from "../ui/input";
import type { AppointmentValues } from "./form-values";

/** Guests from outside, by name and e-mail: a dentist, an engineer. They answer by the link of their letter. */
export function GuestFields({ form }: { form: ActionForm<AppointmentValues> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "guests" });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Guests by e-mail</legend>
      {fields.map((field, position) => (
        <div
          key={field.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
        >
          <Field name={`guests.${position}.name`} label="Guest's name" required>
            <Input maxLength={120} autoComplete="off" {...form.register(`guests.${position}.name`)} />
          </Field>
          <Field name={`guests.${position}.email`} label="Guest's e-mail" required className="max-sm:row-start-2">
            <Input type="email" maxLength={200} autoComplete="off" {...form.register(`guests.${position}.email`)} />
          </Field>
          <IconButton label="Remove the guest" icon={<X />} onClick={() => remove(position)} className="self-end" />
        </div>
      ))}
      <div>
        <Button size="sm" icon={<Plus />} onClick={() => append({ name: "", email: "" })}>
          Add a guest
        </Button>
      </div>
    </fieldset>
  );
}
