"use client";

import { type Closing, daysOfSeries, withoutClosings } from "@/lib/calendar/repeat";
import { MOST_IN_SERIES } from "@/lib/calendar/vocabulary";
import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { dateText } from "../ui/date-text";
import { DateInput } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { useRegion } from "../ui/region";
import { Select } from "../ui/select";
import type { AppointmentValues } from "./form-values";

type Props = { form: ActionForm<AppointmentValues> };

const NAMED = 6;

/** "Left out, as the lab is shut: 25 Dec 2026 (Christmas Day)." */
export function leftOutWords(leftOut: readonly Closing[], locale: string): string {
  const named = leftOut.slice(0, NAMED).map(({ day, name }) => `${dateText(day, "date", locale, "UTC")} (${name})`);
  const more = leftOut.length > NAMED ? ` and ${leftOut.length - NAMED} more` : "";
  return `Left out, as the lab is shut: ${named.join(", ")}${more}.`;
}

/** Whether a new appointment repeats and until when, with how many that makes and which closing days are left out. */
export function RepeatFields({ form, closings }: Props & { closings: readonly Closing[] }) {
  return (
    <div className="flex flex-col gap-1.5">
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
      <p role="status" className="text-sm text-muted empty:hidden">
        <Outlook form={form} closings={closings} />
      </p>
    </div>
  );
}

/** How many appointments the rule makes; of one alone, that the lab is shut on its day. */
function Outlook({ form, closings }: Props & { closings: readonly Closing[] }) {
  const { locale } = useRegion();
  const [day, repeat, until] = form.watch(["day", "repeat", "until"]);
  if (repeat === "none") {
    const closed = closings.find((closing) => closing.day === day);
    return closed ? `The lab is shut on this day: ${closed.name}.` : null;
  }
  if (!day || !until || until < day) return null;
  const { days, leftOut } = withoutClosings(daysOfSeries(day, repeat, until), closings);
  if (days.length + leftOut.length > MOST_IN_SERIES) return `More than ${MOST_IN_SERIES}: choose an earlier end.`;
  const many = days.length === 1 ? "1 appointment." : `${days.length} appointments.`;
  return leftOut.length > 0 ? `${many} ${leftOutWords(leftOut, locale)}` : many;
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
