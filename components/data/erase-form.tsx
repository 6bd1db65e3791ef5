"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { erase } from "@/lib/data/erasure/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Panel } from "../ui/card";
import { DateInput, Input } from "../ui/input";
import { toast } from "../ui/toast";

type EraseFormProps = {
  patientId: string;
  reference: string;
  /** The lab's day, `YYYY-MM-DD`. */
  today: string;
};

/** Confirms an erasure by typing the reference once more. It cannot be undone. */
export function EraseForm({ patientId, reference, today }: EraseFormProps) {
  const router = useRouter();
  const [key] = useState(() => crypto.randomUUID());
  const form = useActionForm(erase, {
    defaultValues: { confirmation: "", askedOn: today },
    toInput: (values: { confirmation: string; askedOn: string }) => ({
      patientId,
      confirmation: values.confirmation.trim(),
      askedOn: values.askedOn || null,
      idempotencyKey: key,
    }),
    onSuccess: ({ number }) => {
      toast.success("The patient is erased", `Certificate ${number} is in the list.`);
      router.push("/data/erasure");
    },
  });
  return (
    <Panel title="Erase this patient">
      <Form form={form} className="max-w-xl">
        <p className="text-sm">
          This cannot be undone, and nothing of it stays in the trash. Scans, photos and documents are removed from the
          store; backups forget with their rotation, after twelve months at the latest.
        </p>
        <Field label="The request came in on" name="askedOn">
          <DateInput {...form.register("askedOn")} max={today} className="w-44" />
        </Field>
        <Field label={`Type ${reference} to confirm`} name="confirmation" required>
          <Input {...form.register("confirmation")} autoComplete="off" spellCheck={false} />
        </Field>
        <div>
          <SubmitButton variant="danger">Erase for good</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
