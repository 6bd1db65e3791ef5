"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { changeAppointment, makeAppointment } from "@/lib/calendar/actions";
import type { Choices } from "@/lib/calendar/choices";
import type { Closing } from "@/lib/calendar/repeat";
import { APPOINTMENT_TYPES, TYPE_LABEL } from "@/lib/calendar/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { LinkButton } from "../ui/button";
import { Panel } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { Input, Textarea } from "../ui/input";
import { useRegion } from "../ui/region";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";
import type { AppointmentValues } from "./form-values";
import { FreeTimes } from "./free-times";
import { GuestFields } from "./guest-fields";
import { PeoplePicker } from "./people-picker";
import { PracticeChoice } from "./practice-choice";
import { leftOutWords, RepeatFields, ScopeField } from "./repeat-fields";
import { TimeFields } from "./time-fields";

type AppointmentFormProps = {
  choices: Choices;
  values: AppointmentValues;
  practiceName?: string;
  /** What the maintenance plan it is for asks for. */
  plan?: { name: string; machineId: string };
  /** The appointment that is changed; none for a new one. */
  changing?: { id: string; version: number; ofSeries: boolean };
};

/** Makes an appointment or a series, or changes one. */
export function AppointmentForm({ choices, values, practiceName, plan, changing }: AppointmentFormProps) {
  const router = useRouter();
  const { locale } = useRegion();
  const [key] = useState(() => crypto.randomUUID());
  const send = async ({ repeat, until, scope, ...input }: AppointmentValues) =>
    changing
      ? changeAppointment({ id: changing.id, version: changing.version, scope, ...input })
      : makeAppointment({ idempotencyKey: key, repeat, until, ...input });
  const form = useActionForm<AppointmentValues, { id: string; count?: number; leftOut?: Closing[] }>(send, {
    defaultValues: values,
    onSuccess: ({ id, count, leftOut }) => {
      toast.success(
        changing ? "Appointment changed" : count && count > 1 ? `${count} appointments made` : "Appointment made",
        leftOut && leftOut.length > 0 ? leftOutWords(leftOut, locale) : undefined,
      );
      router.push(`/calendar/${id}`);
      router.refresh();
    },
  });
  const [type, machineId] = [form.watch("type"), form.watch("equipmentId")];
  return (
    <Form form={form} className="max-w-3xl" aria-label={changing ? "Change the appointment" : "New appointment"}>
      <Panel title="What and when">
        <div className="flex flex-col gap-3">
          <div className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <Field name="type" label="Type">
              <Select
                options={APPOINTMENT_TYPES.map((value) => ({ value, label: TYPE_LABEL[value] }))}
                {...form.register("type")}
              />
            </Field>
            <Field name="title" label="Title" required>
              <Input maxLength={160} autoComplete="off" {...form.register("title")} />
            </Field>
          </div>
          <TimeFields form={form} />
          {changing?.ofSeries && <ScopeField form={form} />}
          {!changing && <RepeatFields form={form} closings={choices.closings} />}
          <FreeTimes form={form} except={changing?.id ?? ""} />
        </div>
      </Panel>
      <Panel title="Who">
        <div className="flex flex-col gap-3">
          <PeoplePicker form={form} people={choices.people} />
          <GuestFields form={form} dentists={choices.dentists} />
          <Checkbox label="Private" hint="Others see only that the time is taken." {...form.register("isPrivate")} />
        </div>
      </Panel>
      <Panel title="Where and what about">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field name="roomId" label="Room" aside="optional">
            <Select placeholder="No room" options={choices.rooms} {...form.register("roomId")} />
          </Field>
          <Field name="location" label="Or somewhere else" aside="optional">
            <Input maxLength={160} {...form.register("location")} />
          </Field>
          {type === "equipment_service" && (
            <Field
              name="equipmentId"
              label="Machine"
              required
              hint={`It is planned as down for this time.${plan && plan.machineId === machineId ? ` For its maintenance “${plan.name}”.` : ""}`}
            >
              <Select placeholder="Choose…" options={choices.machines} {...form.register("equipmentId")} />
            </Field>
          )}
          {type === "delivery" && (
            <Field name="routeId" label="Route" aside="optional">
              <Select placeholder="No route" options={choices.routes} {...form.register("routeId")} />
            </Field>
          )}
          <Field name="departmentId" label="Department" aside="optional">
            <Select placeholder="No department" options={choices.departments} {...form.register("departmentId")} />
          </Field>
          <Field name="caseNumber" label="Case" aside="optional" hint="Its number, such as C-2026-000123.">
            <Input maxLength={30} autoComplete="off" {...form.register("caseNumber")} />
          </Field>
          <PracticeChoice form={form} practices={choices.practices} name={practiceName} />
          <Field
            name="notes"
            label="Notes"
            aside="optional"
            hint="Everybody invited reads them."
            className="sm:col-span-2"
          >
            <Textarea rows={3} maxLength={4000} {...form.register("notes")} />
          </Field>
        </div>
      </Panel>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{changing ? "Save" : "Make appointment"}</SubmitButton>
        <LinkButton href={changing ? `/calendar/${changing.id}` : "/calendar"}>Cancel</LinkButton>
      </div>
    </Form>
  );
}
