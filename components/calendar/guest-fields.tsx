"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { findDentistsToInvite } from "@/lib/calendar/actions";
import type { DentistChoice } from "@/lib/calendar/choices";
import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { Button, IconButton } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { Input } from "../ui/input";
import type { AppointmentValues } from "./form-values";
import { useFound } from "./use-found";

type GuestFieldsProps = { form: ActionForm<AppointmentValues>; dentists: readonly DentistChoice[] };

/**
 * Guests from outside, by name and e-mail: a dentist, found among those of the practices, or anybody else. They answer by the link of
 * their letter.
 */
export function GuestFields({ form, dentists }: GuestFieldsProps) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "guests" });
  const { options, searching, search } = useFound(dentists, async (words) => {
    const found = await findDentistsToInvite({ words, practiceId: form.getValues("practiceId") });
    return found.ok ? { ok: true, data: found.data.dentists } : found;
  });
  const invited = new Set(form.watch("guests").map(({ email }) => email.trim().toLowerCase()));
  const invite = (id: string) => {
    const dentist = options.find(({ value }) => value === id);
    if (dentist) append({ name: dentist.name, email: dentist.email }, { shouldFocus: false });
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Guests from outside, by e-mail</legend>
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
      <div className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Field label="A dentist of a practice">
          <Combobox
            options={options.filter(({ email }) => !invited.has(email.toLowerCase()))}
            value=""
            onValueChange={invite}
            onSearch={search}
            searching={searching}
            placeholder="Add a dentist…"
            searchPlaceholder="Name or practice"
            emptyText="No dentist with an e-mail address is called so."
          />
        </Field>
        <Button icon={<Plus />} onClick={() => append({ name: "", email: "" })} className="justify-self-start">
          Add somebody else
        </Button>
      </div>
    </fieldset>
  );
}
