"use client";

import { useRouter } from "next/navigation";
import { saveWeek } from "@/lib/staff/schedules/actions";
import type { WeekLine } from "@/lib/staff/schedules/queries";
import { WEEKDAY_LABEL } from "@/lib/staff/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Checkbox } from "../../ui/checkbox";
import { DateInput, Input } from "../../ui/input";
import { toast } from "../../ui/toast";

type Day = {
  weekday: number;
  works: boolean;
  startsAt: string;
  endsAt: string;
  breakStartsAt: string;
  breakEndsAt: string;
};
type Values = { validFrom: string; validTo: string; days: Day[] };

type WeekFormProps = { userId: string; week: WeekLine[]; today: string };

/** Sets a person's week from a day on, for good or until another. */
export function WeekForm({ userId, week, today }: WeekFormProps) {
  const router = useRouter();
  const form = useActionForm(saveWeek, {
    defaultValues: { validFrom: today, validTo: "", days: daysOf(week, today) },
    toInput: (values: Values) => ({ ...values, userId }),
    onSuccess: () => {
      toast.success("Week saved");
      router.refresh();
    },
  });
  const days = form.watch("days") ?? [];
  return (
    <Form form={form} aria-label="Weekly time">
      <div className="flex flex-col divide-y">
        {days.map((day, i) => (
          <fieldset key={day.weekday} className="grid gap-x-3 gap-y-2 py-2 sm:grid-cols-[8rem_1fr]">
            <legend className="sr-only">{WEEKDAY_LABEL[day.weekday]}</legend>
            <Checkbox label={WEEKDAY_LABEL[day.weekday]} {...form.register(`days.${i}.works`)} />
            {day.works && (
              <div className="grid grid-cols-2 gap-2 xl:grid-cols-4">
                {TIMES.map(({ key, label }) => (
                  <Field key={key} name={`days.${i}.${key}`} label={label}>
                    <Input type="time" {...form.register(`days.${i}.${key}`)} />
                  </Field>
                ))}
              </div>
            )}
          </fieldset>
        ))}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="validFrom" label="From" required>
          <DateInput {...form.register("validFrom")} />
        </Field>
        <Field name="validTo" label="Until" hint="Empty: for good">
          <DateInput {...form.register("validTo")} />
        </Field>
      </div>
      <div>
        <SubmitButton>Save week</SubmitButton>
      </div>
    </Form>
  );
}

const TIMES = [
  { key: "startsAt", label: "From" },
  { key: "endsAt", label: "To" },
  { key: "breakStartsAt", label: "Break from" },
  { key: "breakEndsAt", label: "Break to" },
] as const;

/** The week that holds on a day, seven days from Monday; without one a usual week to begin with. */
function daysOf(week: readonly WeekLine[], today: string): Day[] {
  const valid = week.filter(
    ({ validFrom, validTo }) => (!validFrom || validFrom <= today) && (!validTo || validTo >= today),
  );
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const line = valid.find((one) => one.weekday === weekday);
    return {
      weekday,
      works: valid.length === 0 ? weekday <= 5 : line !== undefined,
      startsAt: line?.startsAt ?? "08:00",
      endsAt: line?.endsAt ?? "16:30",
      breakStartsAt: line ? (line.breakStartsAt ?? "") : "12:00",
      breakEndsAt: line ? (line.breakEndsAt ?? "") : "12:30",
    };
  });
}
