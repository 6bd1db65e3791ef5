"use client";

import { X } from "lucide-react";
import type { Choice } from "@/lib/calendar/choices";
import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { Combobox } from "../ui/combobox";
import type { AppointmentValues } from "./form-values";

type PeoplePickerProps = { form: ActionForm<AppointmentValues>; people: readonly Choice[] };

/** Who of the lab is invited: found by typing, each with a cross. */
export function PeoplePicker({ form, people }: PeoplePickerProps) {
  const chosen = form.watch("people");
  const set = (next: string[]) => form.setValue("people", next, { shouldDirty: true });
  const nameOf = (id: string) => people.find(({ value }) => value === id)?.label ?? "Somebody who left";
  return (
    <div className="flex flex-col gap-2">
      <Field name="people" label="People of the lab">
        <Combobox
          options={people.filter(({ value }) => !chosen.includes(value))}
          value=""
          onValueChange={(id) => id && set([...chosen, id])}
          placeholder="Add somebody…"
        />
      </Field>
      {chosen.length > 0 && (
        <ul aria-label="Invited people of the lab" className="flex flex-wrap gap-1.5">
          {chosen.map((id) => (
            <li
              key={id}
              className="inline-flex h-control-sm items-center gap-1 rounded-full border border-line-strong/60 pr-1 pl-2.5 text-xs"
            >
              {nameOf(id)}
              <button
                type="button"
                aria-label={`Remove ${nameOf(id)}`}
                onClick={() => set(chosen.filter((other) => other !== id))}
                className="flex size-6 items-center justify-center rounded-full text-muted hover:bg-hover hover:text-fg"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
