"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { setLabHours } from "@/lib/labs/calendar/actions";
import type { LabHours } from "@/lib/labs/calendar/queries";
import { WEEKDAY_LABEL, WEEKDAYS } from "@/lib/practices/opening-hours";

/** The days and hours on which the lab works, and whether rush goes before other work. */
export function HoursForm({ hours }: { hours: LabHours }) {
  const router = useRouter();
  const { seenAt, ...defaultValues } = hours;
  const form = useActionForm(setLabHours, {
    defaultValues,
    toInput: (values) => ({ ...values, seenAt }),
    onSuccess: () => {
      toast.success("Saved. New promises count by it.");
      router.refresh();
    },
  });
  const chosen = form.watch("workingWeekdays");
  const toggle = (day: number, on: boolean) =>
    form.setValue("workingWeekdays", on ? [...chosen, day] : chosen.filter((d) => d !== day), { shouldDirty: true });
  return (
    <Form form={form}>
      <Field name="workingWeekdays" label="Working days">
        <div className="flex flex-wrap gap-x-5">
          {WEEKDAYS.map((day, i) => (
            <Checkbox
              key={day}
              label={WEEKDAY_LABEL[day]}
              checked={chosen.includes(i + 1)}
              onChange={(event) => toggle(i + 1, event.target.checked)}
            />
          ))}
        </div>
      </Field>
      <div className="grid max-w-sm grid-cols-2 gap-4">
        <Field name="opensAt" label="Opens" required>
          <Input type="time" {...form.register("opensAt")} />
        </Field>
        <Field name="closesAt" label="Closes" required hint="Later cases count from the next day.">
          <Input type="time" {...form.register("closesAt")} />
        </Field>
      </div>
      <Checkbox
        label="Rush passes the queue"
        hint="Rushed cases are promised ahead of the standard work that waits already; emergencies ahead of all."
        {...form.register("rushPassesQueue")}
      />
      <div className="flex">
        <SubmitButton>Save hours</SubmitButton>
      </div>
    </Form>
  );
}
