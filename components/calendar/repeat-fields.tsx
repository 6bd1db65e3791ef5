"use client";

import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { DateInput } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { Select } from "../ui/select";
import type { AppointmentValues } from "./form-values";

type Props = { form: ActionForm<AppointmentValues> };

/** Whether a new appointment repeats, and until when. */
export function RepeatFields({ form }: Props) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field name="repeat" label="Repeats">
        <Select
          options={[
            { value: "none", label: "Does not repeat" },
            { value: "weekly", label: "Every week" },
            { value: "monthly", label: "Every month, same day" },
          ]}
          {...form.register("repeat")}
        />
      </Field>
      {form.watch("repeat") !== "none" && (
        <Field name="until" label="Until" required>
          <DateInput min={form.watch("day")} {...form.register("until")} />
        </Field>
      )}
    </div>
  );
}

/** Of a series: what a change is for. */
export function ScopeField({ form }: Props) {
  return (
    <RadioGroup
      label="Change"
      choices={[
        { value: "this", label: "This one" },
        { value: "following", label: "This and all later ones" },
      ]}
      {...form.register("scope")}
    />
  );
}
