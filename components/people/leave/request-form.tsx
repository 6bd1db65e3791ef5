"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { recordLeave, requestLeave } from "@/lib/staff/leave/actions";
import { LEAVE_KIND_LABEL, LEAVE_KINDS, type LeaveKind } from "@/lib/staff/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Checkbox } from "../../ui/checkbox";
import { DateInput, Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type Values = {
  kind: LeaveKind;
  fromDay: string;
  toDay: string;
  halfFirst: boolean;
  halfLast: boolean;
  note: string;
};
const EMPTY: Values = { kind: "holiday", fromDay: "", toDay: "", halfFirst: false, halfLast: false, note: "" };

/** Asks for one's own leave or, with `userId`, enters leave of a person that holds at once. */
export function RequestForm({ userId, today }: { userId?: string; today: string }) {
  const router = useRouter();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(
    (values: Values) => {
      const input = { ...values, idempotencyKey: key };
      return userId ? recordLeave({ ...input, userId }) : requestLeave(input);
    },
    {
      defaultValues: EMPTY,
      onSuccess: () => {
        toast.success(userId ? "Leave entered" : "Leave asked for");
        setKey(crypto.randomUUID());
        form.reset(EMPTY);
        router.refresh();
      },
    },
  );
  return (
    <Form form={form} aria-label={userId ? "Enter leave" : "Ask for leave"}>
      <Field name="kind" label="Kind">
        <Select
          options={LEAVE_KINDS.map((value) => ({ value, label: LEAVE_KIND_LABEL[value] }))}
          {...form.register("kind")}
        />
      </Field>
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
        <Field name="fromDay" label="First day" required>
          <DateInput min={userId ? undefined : today} {...form.register("fromDay")} />
        </Field>
        <Field name="toDay" label="Last day" hint="Empty: that day alone">
          <DateInput min={userId ? undefined : today} {...form.register("toDay")} />
        </Field>
        <Checkbox label="From midday of the first day" {...form.register("halfFirst")} />
        <Field name="halfLast" label="Until midday of the last day" hideLabel>
          <Checkbox label="Until midday of the last day" {...form.register("halfLast")} />
        </Field>
      </div>
      <Field name="note" label="Words to it">
        <Input maxLength={500} {...form.register("note")} />
      </Field>
      <div>
        <SubmitButton>{userId ? "Enter leave" : "Ask for leave"}</SubmitButton>
      </div>
    </Form>
  );
}
