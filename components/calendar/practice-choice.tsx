"use client";

import { findPracticesToName } from "@/lib/calendar/actions";
import type { Choice } from "@/lib/calendar/choices";
import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { Combobox } from "../ui/combobox";
import type { AppointmentValues } from "./form-values";
import { useFound } from "./use-found";

type PracticeChoiceProps = { form: ActionForm<AppointmentValues>; practices: readonly Choice[]; name?: string };

/** The practice an appointment is about; without one it is that of its case. */
export function PracticeChoice({ form, practices, name }: PracticeChoiceProps) {
  const { options, searching, search } = useFound(practices, async (words) => {
    const found = await findPracticesToName({ words });
    return found.ok ? { ok: true, data: found.data.practices } : found;
  });
  return (
    <Field name="practiceId" label="Practice" aside="optional">
      <Combobox
        options={options}
        value={form.watch("practiceId")}
        valueLabel={name}
        onValueChange={(id) => form.setValue("practiceId", id)}
        onSearch={search}
        searching={searching}
        clearable
        placeholder="No practice"
      />
    </Field>
  );
}
