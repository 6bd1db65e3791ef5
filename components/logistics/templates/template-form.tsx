"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { addRouteTemplate, changeRouteTemplate } from "@/lib/logistics/templates/actions";
import type { TemplateDetail, TemplateStop } from "@/lib/logistics/templates/template-queries";
import { WEEKDAY_LABEL, WEEKDAYS } from "@/lib/practices/opening-hours";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Checkbox } from "../../ui/checkbox";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import type { FoundPractice } from "./add-practice";
import { TemplateStops } from "./template-stops";

type Values = {
  name: string;
  weekdays: number[];
  driverId: string;
  departsAt: string;
  shiftEndsAt: string;
  stops: TemplateStop[];
};
type TemplateFormProps = {
  /** The template to change; none to make a new one. */
  template?: TemplateDetail;
  drivers: { id: string; name: string }[];
  hours: { opensAt: string; closesAt: string };
  /** Some practices to choose from at first. */
  practices: readonly FoundPractice[];
};

/** A template of routes: when it goes, who drives, which practices it serves in which order. */
export function TemplateForm({ template, drivers, hours, practices }: TemplateFormProps) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(
    ({ stops, ...values }: Values) => {
      const input = { ...values, stops: stops.map(({ practiceId, always }) => ({ practiceId, always })) };
      return template
        ? changeRouteTemplate({ ...input, id: template.id, version: template.version })
        : addRouteTemplate({ ...input, idempotencyKey });
    },
    {
      defaultValues: {
        name: template?.name ?? "",
        weekdays: template?.weekdays ?? [1, 2, 3, 4, 5],
        driverId: template?.driverId ?? "",
        departsAt: template?.departsAt ?? hours.opensAt,
        shiftEndsAt: template?.shiftEndsAt ?? hours.closesAt,
        stops: template?.stops ?? [],
      },
      onSuccess: ({ name }) => {
        toast.success(`${name} saved`);
        if (template) router.refresh();
        else router.push("/routes/templates");
      },
    },
  );
  const [weekdays, stops] = [form.watch("weekdays"), form.watch("stops")];
  const toggle = (day: number, on: boolean) =>
    form.setValue("weekdays", on ? [...weekdays, day] : weekdays.filter((d) => d !== day), { shouldDirty: true });
  return (
    <Form form={form} className="max-w-3xl">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label="Name" required hint="Such as AM. The day's route is called so too.">
          <Input autoComplete="off" {...form.register("name")} />
        </Field>
        <Field name="driverId" label="Driver">
          <Select
            placeholder="Not decided yet"
            options={drivers.map((driver) => ({ value: driver.id, label: driver.name }))}
            {...form.register("driverId")}
          />
        </Field>
        <Field name="departsAt" label="Leaves" required>
          <Input type="time" {...form.register("departsAt")} />
        </Field>
        <Field name="shiftEndsAt" label="Shift ends" required>
          <Input type="time" {...form.register("shiftEndsAt")} />
        </Field>
      </div>
      <Field name="weekdays" label="Weekdays">
        <div className="flex flex-wrap gap-x-5">
          {WEEKDAYS.map((day, i) => (
            <Checkbox
              key={day}
              label={WEEKDAY_LABEL[day]}
              checked={weekdays.includes(i + 1)}
              onChange={(event) => toggle(i + 1, event.target.checked)}
            />
          ))}
        </div>
      </Field>
      <Field name="stops" label="Practices it serves, in order">
        <TemplateStops
          stops={stops}
          practices={practices}
          onChange={(next) => form.setValue("stops", next, { shouldDirty: true })}
        />
      </Field>
      <div className="flex">
        <SubmitButton>Save template</SubmitButton>
      </div>
    </Form>
  );
}
