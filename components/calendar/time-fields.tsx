"use client";

import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { DateInput, Input } from "../ui/input";
import { type AppointmentValues, later, minutesBetween } from "./form-values";

/** The day and clocks of an appointment; the end goes along when the beginning changes. */
export function TimeFields({ form }: { form: ActionForm<AppointmentValues> }) {
  const setStart = (startsAt: string) => {
    const values = form.getValues();
    const minutes = minutesBetween(values);
    form.setValue("startsAt", startsAt);
    if (startsAt && values.day === values.endDay && minutes > 0) form.setValue("endsAt", later(startsAt, minutes));
  };
  const setDay = (day: string) => {
    const { day: before, endDay } = form.getValues();
    form.setValue("day", day);
    if (endDay === before || endDay < day) form.setValue("endDay", day);
  };
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Field name="day" label="Day" required>
        <DateInput {...form.register("day")} onChange={(event) => setDay(event.target.value)} />
      </Field>
      <Field name="startsAt" label="From" required>
        <Input
          type="time"
          step={300}
          {...form.register("startsAt")}
          onChange={(event) => setStart(event.target.value)}
        />
      </Field>
      <Field name="endDay" label="Ends on" required>
        <DateInput min={form.watch("day")} {...form.register("endDay")} />
      </Field>
      <Field name="endsAt" label="To" required>
        <Input type="time" step={300} {...form.register("endsAt")} />
      </Field>
    </div>
  );
}
